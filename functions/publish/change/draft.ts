import { type Blob, type Decoded, decodeContent } from '../../dataset/content.ts';
import { type DatasetReader, newMeter } from '../../dataset/dataset-reader.ts';
import type { ContentReader } from '../../dataset/read/content-reader.ts';

/** A dataset with new items laid over it: read as one, and added to. */
export class Draft implements ContentReader {
  readonly blobs = new Map<string, Blob>();
  /** A publisher may look at whatever it needs. */
  readonly left = Number.POSITIVE_INFINITY;
  readonly #store: DatasetReader;
  readonly #known = new Map<string, Decoded>();

  constructor(store: DatasetReader) {
    this.#store = store;
  }

  readonly emit = (blob: Blob): void => {
    if (this.#known.has(blob.hash)) return;
    this.blobs.set(blob.hash, blob);
    this.#known.set(blob.hash, decodeContent(blob));
  };

  at(hash: string): Decoded | undefined {
    return this.#known.get(hash);
  }

  async fetch(hashes: readonly string[]): Promise<void> {
    const unknown = hashes.filter((hash) => !this.#known.has(hash));
    if (unknown.length === 0) return;
    const { bodies } = await this.#store.read({ hashes: unknown, head: false }, newMeter());
    for (const [hash, body] of bodies) this.#known.set(hash, decodeContent({ hash, body }));
  }

  /** New items that the roots lead to: what was replaced again is left out. Old nodes lead to old items only. */
  inUse(roots: readonly string[]): Map<string, Blob> {
    const used = new Map<string, Blob>();
    const queue = [...roots];
    for (let hash = queue.pop(); hash !== undefined; hash = queue.pop()) {
      const blob = this.blobs.get(hash);
      if (blob === undefined) continue;
      used.set(hash, blob);
      const content = decodeContent(blob);
      if (content.kind === 'node') queue.push(...content.entries.map((entry) => entry.hash));
    }
    return used;
  }
}
