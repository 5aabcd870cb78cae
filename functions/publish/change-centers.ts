import { type Blob, type Decoded, decodeContent, encodeContent } from '../dataset/content.ts';
import type { Head } from '../dataset/head.ts';
import { type PackedCenter, packCenter, packed, unpackCenter, unpackOffering } from '../dataset/packed-center.ts';
import type { CenterRecord } from '../domain/record.ts';
import { type DatasetReader, newMeter } from '../search/dataset-reader.ts';
import { centerById } from '../search/lookup.ts';
import { read } from '../search/reader.ts';
import { headOf } from './build-dataset.ts';
import { changeSummary } from './change-summary.ts';
import { type DatasetDraft, editOrder, firstBeginning } from './edit-order.ts';
import { editOrganizations } from './edit-organizations.ts';
import { beneathOrder, editsBetween, firstWordKey, orders, rowsInOrders, spellingRows } from './order-rows.ts';
import type { Prepared } from './put-in-place.ts';

/** A dataset with new items laid over it, read as one. */
class Draft implements DatasetDraft {
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

/** What becomes of a center. */
export interface Change {
  /** As it is published; null where it is not. */
  readonly record: CenterRecord | null;
  /** As it was imported, where corrections lie over that; null otherwise. */
  readonly beneath: CenterRecord | null;
}

/**
 * A dataset with some of its centers changed. Only their pages, the nodes above and the counts are made anew: about a
 * dozen items at any size where a center stays in its place and keeps its names, two dozen where it moves, is renamed or
 * closes. That is the same dataset as one built from the changed records, unless a page became too small to stand
 * alone; then it is one with the same answers.
 * @param ids Centers that the dataset does not hold are passed over.
 * @param change Gets a center as it was imported; as it is published, where no corrections lie over it.
 * @returns the dataset and its new items; none when nothing changed.
 */
export async function changeCenters(
  head: Head,
  store: DatasetReader,
  ids: readonly string[],
  change: (imported: CenterRecord) => Change,
): Promise<Prepared> {
  const draft = new Draft(store);
  let { roots, summary, centers, beneath = null } = head;
  for (const id of ids) {
    const row = await centerById(id, roots, draft);
    const below = await beneathAt(beneath, id, draft);
    const imported = below ?? row;
    if (imported === null) continue;
    const after = change(recordOf(imported));
    beneath = await editBeneath(beneath, id, after.beneath, draft);
    const before = row === null ? null : recordOf(row);
    if (sameRow(row, after.record)) continue;
    roots = await editOrders(roots, before, after.record, draft);
    const counts = (await read(draft, summary, 'summary')).summary;
    const blob = encodeContent({ kind: 'summary', summary: changeSummary(counts, before, after.record) });
    draft.emit(blob);
    summary = blob.hash;
    centers += (after.record === null ? 0 : 1) - (before === null ? 0 : 1);
  }
  const tops = [...Object.values(roots), summary, ...(beneath === null ? [] : [beneath])];
  return { head: headOf(roots, summary, centers, beneath), blobs: inUse(tops, draft.blobs) };
}

/** A center as it is published; null where it is not. */
export async function publishedCenter(head: Head, store: DatasetReader, id: string): Promise<CenterRecord | null> {
  const row = await centerById(id, head.roots, new Draft(store));
  return row === null ? null : recordOf(row);
}

/** A center as the dataset's import had it: beneath corrections, or as published. Null where it has neither. */
export async function importedCenter(head: Head, store: DatasetReader, id: string): Promise<CenterRecord | null> {
  const draft = new Draft(store);
  const row = (await beneathAt(head.beneath ?? null, id, draft)) ?? (await centerById(id, head.roots, draft));
  return row === null ? null : recordOf(row);
}

/** Ids of the centers that corrections lie over. */
export async function idsBeneath(head: Head, store: DatasetReader): Promise<string[]> {
  const draft = new Draft(store);
  const ids: string[] = [];
  let floor = head.beneath === undefined ? [] : [head.beneath];
  while (floor.length > 0) {
    await draft.fetch(floor);
    const below: string[] = [];
    for (const hash of floor) {
      for (const entry of (await read(draft, hash, 'node')).entries) {
        if (entry.leaf) ids.push(...(await read(draft, entry.hash, 'centers')).rows.map((row) => row[packed.id]));
        else below.push(entry.hash);
      }
    }
    floor = below;
  }
  return ids;
}

function sameRow(row: PackedCenter | null, record: CenterRecord | null): boolean {
  return JSON.stringify(row) === JSON.stringify(record === null ? null : packCenter(record));
}

async function editOrders(
  roots: Head['roots'],
  before: CenterRecord | null,
  after: CenterRecord | null,
  draft: Draft,
): Promise<Head['roots']> {
  const [old, now] = [rowsInOrders(before), rowsInOrders(after)];
  const edited = { ...roots };
  for (const name of ['where', 'listing'] as const) {
    const edits = editsBetween(old.centers[name], now.centers[name]);
    edited[name] = (await editOrder(roots[name], orders[name], edits, draft)) ?? roots[name];
  }
  for (const name of ['id', 'word'] as const) {
    const edits = editsBetween(old.pointers[name], now.pointers[name]);
    edited[name] = (await editOrder(roots[name], orders[name], edits, draft)) ?? roots[name];
  }
  // A word is known as long as any center has it.
  const lost: string[] = [];
  for (const word of old.words) {
    const start = firstWordKey(word);
    if (!now.words.has(word) && (await firstBeginning(start, edited.word, orders.word, draft)) === null)
      lost.push(word);
  }
  const edits = editsBetween(spellingRows(lost), spellingRows([...now.words].filter((word) => !old.words.has(word))));
  edited.spelling = (await editOrder(roots.spelling, orders.spelling, edits, draft)) ?? roots.spelling;
  return editOrganizations(edited, before, after, draft);
}

async function beneathAt(root: string | null, id: string, draft: Draft): Promise<PackedCenter | null> {
  let hash = root;
  while (hash !== null) {
    const { entries } = await read(draft, hash, 'node');
    const entry = entries.findLast(({ firstKey }) => firstKey <= id);
    if (entry === undefined) return null;
    if (entry.leaf) return (await read(draft, entry.hash, 'centers')).rows.find((row) => row[packed.id] === id) ?? null;
    hash = entry.hash;
  }
  return null;
}

async function editBeneath(
  root: string | null,
  id: string,
  record: CenterRecord | null,
  draft: Draft,
): Promise<string | null> {
  const before = await beneathAt(root, id, draft);
  const row = record === null ? null : packCenter(record);
  if (JSON.stringify(before) === JSON.stringify(row)) return root;
  const edits = { puts: new Map(row === null ? [] : [[id, row]]), removes: new Set(row === null ? [id] : []) };
  const edited = await editOrder(root, beneathOrder, edits, draft);
  return edited === null || (await read(draft, edited, 'node')).entries.length === 0 ? null : edited;
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
