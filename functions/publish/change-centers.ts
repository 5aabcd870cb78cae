import type { CenterRecord } from '../domain/record.ts';
import { type Blob, type Decoded, decodeContent, encodeContent } from '../search/content.ts';
import type { Head } from '../search/dataset.ts';
import { type DatasetReader, newMeter } from '../search/dataset-reader.ts';
import type { Entry } from '../search/directory.ts';
import { centerById } from '../search/lookup.ts';
import { type PackedCenter, packCenter, packed, unpackCenter, unpackOffering } from '../search/packed-center.ts';
import { listingKey, whereBits, whereKey } from '../search/pointer.ts';
import { type ContentReader, read } from '../search/reader.ts';
import { centerPages, headOf } from './build-dataset.ts';
import { buildEntries, emitNode, nodeEntry } from './build-order.ts';
import { changeSummary } from './change-summary.ts';
import type { Prepared } from './put-in-place.ts';

/** A dataset with new items laid over it, read as one. */
class Draft implements ContentReader {
  readonly blobs = new Map<string, Blob>();
  readonly #store: DatasetReader;
  readonly #known = new Map<string, Decoded>();

  constructor(store: DatasetReader) {
    this.#store = store;
  }

  readonly emit = (blob: Blob): void => {
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
}

const orders = {
  where: { keyOf: whereKey, bitsOf: whereBits },
  listing: { keyOf: listingKey, bitsOf: (key: string) => key },
} as const;

/**
 * A dataset with some of its centers changed in what does not move them: neither place, names nor organization. Only
 * their pages, the nodes above and the counts are made anew: about a dozen items at any size. That is the same dataset
 * as one built from the changed records, unless a page became too small to stand alone; then it is one with the same
 * answers.
 * @param ids Centers that the dataset does not hold are passed over.
 * @returns the dataset and its new items; none when nothing changed.
 */
export async function changeCenters(
  head: Head,
  store: DatasetReader,
  ids: readonly string[],
  change: (record: CenterRecord) => CenterRecord,
): Promise<Prepared> {
  const draft = new Draft(store);
  let { roots, summary } = head;
  for (const id of ids) {
    const row = await centerById(id, roots, draft);
    if (row === null) continue;
    const before = recordOf(row);
    const after = change(before);
    const newRow = packCenter(after);
    if (JSON.stringify(newRow) === JSON.stringify(row)) continue;
    for (const order of ['where', 'listing'] as const) {
      if (orders[order].keyOf(before) !== orders[order].keyOf(after)) throw new RangeError(`center "${id}" would move`);
      const { entries } = await replaced(roots[order], newRow, order, draft);
      roots = { ...roots, [order]: emitNode(entries, draft.emit) };
    }
    const counts = (await read(draft, summary, 'summary')).summary;
    const blob = encodeContent({ kind: 'summary', summary: changeSummary(counts, before, after) });
    draft.emit(blob);
    summary = blob.hash;
  }
  return { head: headOf(roots, summary, head.centers), blobs: inUse([...Object.values(roots), summary], draft.blobs) };
}

/** New items that the roots lead to: what a later change replaced again is left out. Old nodes lead to old items only. */
function inUse(roots: readonly string[], blobs: ReadonlyMap<string, Blob>): Map<string, Blob> {
  const used = new Map<string, Blob>();
  const queue = [...roots];
  for (let hash = queue.pop(); hash !== undefined; hash = queue.pop()) {
    const blob = blobs.get(hash);
    if (blob === undefined) continue;
    used.set(hash, blob);
    const content = decodeContent(blob);
    if (content.kind === 'node') queue.push(...content.entries.map((entry) => entry.hash));
  }
  return used;
}

/** A published center as a record; private fields are not published. */
export function recordOf(row: PackedCenter): CenterRecord {
  return {
    center: unpackCenter(row),
    offerings: row[packed.offerings].map((offering) => unpackOffering(row, offering)),
  };
}

/** The entries of a node below which one row is another. */
async function replaced(
  hash: string,
  row: PackedCenter,
  order: keyof typeof orders,
  draft: Draft,
): Promise<{ readonly entries: Entry[] }> {
  const { keyOf, bitsOf } = orders[order];
  const key = keyOf(recordOf(row));
  const { entries } = await read(draft, hash, 'node');
  const index = entries.findLastIndex(({ firstKey }) => firstKey <= key);
  const entry = entries[index];
  if (entry === undefined) throw new RangeError(`the order "${order}" has no place for "${row[packed.id]}"`);
  if (!entry.leaf) {
    const below = await replaced(entry.hash, row, order, draft);
    const hashBelow = emitNode(below.entries, draft.emit);
    return { entries: entries.with(index, nodeEntry(hashBelow, below.entries, centerPages.merge)) };
  }
  const { rows } = await read(draft, entry.hash, 'centers');
  const at = rows.findIndex((other) => other[packed.id] === row[packed.id]);
  if (at < 0) throw new RangeError(`the order "${order}" does not hold "${row[packed.id]}"`);
  const newRows = rows.with(at, row);
  const keys = newRows.map((one) => keyOf(recordOf(one)));
  // One page as a rule; two where it no longer fits.
  const pages = buildEntries({ keys, rows: newRows, bitsOf, ...centerPages }, draft.emit);
  return { entries: entries.toSpliced(index, 1, ...pages.entries) };
}
