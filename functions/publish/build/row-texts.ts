const SLAB_BYTES = 8 * 1024 * 1024;

/**
 * The texts of rows, many per buffer. As objects with a dozen parts each, a million rows would fill the heap. As bytes
 * they take as much space as in the uncompressed pages.
 */
export class RowTexts {
  readonly #slabs: Buffer[] = [];
  readonly #ends: number[] = [];
  /** For each row: the number of its buffer, its position in the buffer, and its length. */
  #places = new Uint32Array(3 * 1024);
  #count = 0;

  get length(): number {
    return this.#count;
  }

  push(text: string): void {
    const bytes = Buffer.byteLength(text);
    const slab = this.#slabFor(bytes);
    const from = this.#ends[slab] ?? 0;
    this.#slabs[slab]?.write(text, from);
    this.#ends[slab] = from + bytes;
    if (this.#places.length < 3 * (this.#count + 1)) {
      const grown = new Uint32Array(this.#places.length * 2);
      grown.set(this.#places);
      this.#places = grown;
    }
    this.#places.set([slab, from, bytes], 3 * this.#count);
    this.#count += 1;
  }

  bytesAt(index: number): number {
    return this.#places[3 * index + 2] ?? 0;
  }

  at(index: number): Buffer {
    const [slab = 0, from = 0, bytes = 0] = this.#places.subarray(3 * index, 3 * index + 3);
    const buffer = this.#slabs[slab];
    if (index >= this.#count || buffer === undefined) throw new RangeError(`there is no row ${index}`);
    return buffer.subarray(from, from + bytes);
  }

  /** A buffer with room for this many more bytes. */
  #slabFor(bytes: number): number {
    const last = this.#slabs.length - 1;
    const slab = this.#slabs[last];
    if (slab !== undefined && (this.#ends[last] ?? 0) + bytes <= slab.length) return last;
    this.#slabs.push(Buffer.allocUnsafeSlow(Math.max(SLAB_BYTES, bytes)));
    this.#ends.push(0);
    return last + 1;
  }
}
