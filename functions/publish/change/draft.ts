import { type Blob, type Decoded, decodeContent } from '../../dataset/content.ts';
import { type DatasetReader, newMeter } from '../../dataset/dataset-reader.ts';
import type { ContentReader } from '../../dataset/read/content-reader.ts';

/** A dataset together with new items that are not stored yet, which can be read like one dataset. */
export class Draft implements ContentReader {
  readonly blobs = new Map<string, Blob>();
  /** Number of items that may still be read. A publisher has no limit. */
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

  /** The store from which items that are not new are read. */
  get reader(): DatasetReader {
    return this.#store;
  }

  at(hash: string): Decoded | undefined {
    return this.#known.get(hash);
  }

  async fetch(hashes: readonly string[]): Promise<void> {
    const unknown = hashes.filter((hash) => !this.#known.has(hash));
    if (unknown.length === 0) return;
    const { bodies } = await this.#store.read({ hashes: unknown, head: false }, newMeter());
    for (const [hash, body] of bodies) this.#known.set(hash, decodeContent({ hash, body }));
  }

  /**
   * New items reachable from the roots, without new items that later edits replaced. The search stops at stored items,
   * because they refer only to stored items.
   */
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
