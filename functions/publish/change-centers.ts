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
import { buildDirectory, emitNode, nodeEntry } from './build-directory.ts';
import { buildPages } from './build-order.ts';
import { changeSummary } from './change-summary.ts';
import { heldRows } from './ordered-rows.ts';
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
}

const orders = {
  where: { keyOf: whereKey, bitsOf: whereBits },
  listing: { keyOf: listingKey, bitsOf: (key: string) => key },
} as const;
type OrderName = keyof typeof orders;

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
      roots = { ...roots, [order]: await replaced(roots[order], newRow, order, draft) };
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

/** The root of an order in which one row is another. */
async function replaced(root: string, row: PackedCenter, order: OrderName, draft: Draft): Promise<string> {
  const { keyOf, bitsOf } = orders[order];
  const key = keyOf(recordOf(row));
  const path = await pathTo(root, key, draft);
  const { entries, index } = path.at(-1) ?? { entries: [], index: -1 };
  const entry = entries[index];
  const rows = entry === undefined ? [] : (await read(draft, entry.hash, 'centers')).rows;
  const at = rows.findIndex((other) => other[packed.id] === row[packed.id]);
  if (entry === undefined || at < 0) throw new RangeError(`the order "${order}" does not hold "${row[packed.id]}"`);
  const texts = rows.with(at, row).map((one) => Buffer.from(JSON.stringify(one)));
  const keys = rows.with(at, row).map((one) => keyOf(recordOf(one)));
  const held = { keyAt: (position: number) => keys[position] ?? '', bitsOf };
  const run = heldRows({ count: keys.length, ...held }, (position) => texts[position] ?? Buffer.alloc(0));
  const [page, ...more] = buildPages(run, centerPages, entry.firstKey, draft.emit);
  if (page === undefined || more.length > 0) {
    // The row no longer fits beside the others: with a page more, nodes may be grouped otherwise.
    const all = await leavesBelow(root, draft);
    const place = all.findIndex(({ hash }) => hash === entry.hash);
    return buildDirectory(
      all.toSpliced(place, 1, ...(page === undefined ? [] : [page, ...more])),
      centerPages,
      draft.emit,
    );
  }
  let changed = page;
  let hash = '';
  for (const floor of path.toReversed()) {
    const changedEntries = floor.entries.with(floor.index, changed);
    hash = emitNode(changedEntries, draft.emit);
    changed = nodeEntry(hash, changedEntries, centerPages.merge);
  }
  return hash;
}

/** The nodes from the root down to the page that a key belongs to, and which entry leads on. */
async function pathTo(
  root: string,
  key: string,
  draft: Draft,
): Promise<{ entries: readonly Entry[]; index: number }[]> {
  const path: { entries: readonly Entry[]; index: number }[] = [];
  for (let hash: string | undefined = root; hash !== undefined; ) {
    const { entries }: { entries: readonly Entry[] } = await read(draft, hash, 'node');
    const index = entries.findLastIndex(({ firstKey }) => firstKey <= key);
    path.push({ entries, index });
    const entry: Entry | undefined = entries[index];
    hash = entry === undefined || entry.leaf ? undefined : entry.hash;
  }
  return path;
}

/** The entries of all pages of an order, in order. */
async function leavesBelow(root: string, draft: Draft): Promise<Entry[]> {
  const { entries } = await read(draft, root, 'node');
  await draft.fetch(entries.flatMap(({ leaf, hash }) => (leaf ? [] : [hash])));
  const below: Entry[] = [];
  for (const entry of entries) below.push(...(entry.leaf ? [entry] : await leavesBelow(entry.hash, draft)));
  return below;
}
