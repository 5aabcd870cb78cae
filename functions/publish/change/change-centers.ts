import { encodeContent } from '../../dataset/content.ts';
import type { DatasetReader } from '../../dataset/dataset-reader.ts';
import type { Head } from '../../dataset/head.ts';
import { type PackedCenter, packCenter, packed, unpackCenter, unpackOffering } from '../../dataset/packed-center.ts';
import { read } from '../../dataset/read/content-reader.ts';
import { centerById } from '../../dataset/read/lookup.ts';
import type { CenterRecord } from '../../domain/record.ts';
import type { Prepared } from '../build/build-dataset.ts';
import { headOf } from '../build/build-dataset.ts';
import { beneathAt, editBeneath } from './beneath.ts';
import { changeSummary } from './change-summary.ts';
import type { ChangesOptions } from './changes-item.ts';
import { Draft } from './draft.ts';
import { editIndex } from './edit-index.ts';
import { editOrganizations } from './edit-organizations.ts';
import { editsBetween, firstWordKey, indexes, rowsInIndexes, spellingRows } from './editable-index.ts';
import { LookupDraft } from './lookup-draft.ts';

/** A center after the change. */
export interface Change {
  /** The record to publish; null to leave the center out. */
  readonly record: CenterRecord | null;
  /** The imported record, if corrections change or hide it; otherwise null. */
  readonly beneath: CenterRecord | null;
}

/**
 * Changes some centers of a dataset. Rewrites only the pages with these centers, the nodes above them, the counts and
 * the item of changed index rows: about ten items, whatever the size. The result equals a dataset that was built from
 * the changed records on top of the same one, unless a page became small enough to merge with another; the answers
 * are the same either way.
 * @param ids Ids that the dataset does not have are skipped.
 * @param change Receives the imported record; for a center without corrections, the published one.
 * @returns the dataset and its new items; no items if nothing changed.
 */
export async function changeCenters(
  head: Head,
  store: DatasetReader,
  ids: readonly string[],
  change: (imported: CenterRecord) => Change,
  options: ChangesOptions = {},
): Promise<Prepared> {
  const draft = new Draft(store);
  const lookups = await LookupDraft.of(head, draft);
  let { roots, summary, centers, beneath = null } = head;
  const centerAt = (id: string) => centerById(id, { roots, changes: lookups.changes }, draft);
  for (const id of ids) {
    const row = await centerAt(id);
    const below = await beneathAt(beneath, id, draft);
    const imported = below ?? row;
    if (imported === null) continue;
    const after = change(recordOf(imported));
    beneath = await editBeneath(beneath, id, after.beneath, draft);
    const before = row === null ? null : recordOf(row);
    if (sameRow(row, after.record)) continue;
    roots = await editCenters(roots, before, after.record, draft);
    await editLookups(lookups, before, after.record);
    await editOrganizations(lookups, before, after.record, centerAt);
    const counts = (await read(draft, summary, 'summary')).summary;
    const blob = encodeContent({ kind: 'summary', summary: changeSummary(counts, before, after.record) });
    draft.emit(blob);
    summary = blob.hash;
    centers += (after.record === null ? 0 : 1) - (before === null ? 0 : 1);
  }
  const settled = await lookups.settled(options);
  const { changes } = settled;
  roots = { ...roots, ...settled.roots };
  const tops = [...Object.values(roots), summary, changes, beneath].filter((hash) => hash !== null);
  return { head: headOf({ roots, summary, centers, changes, beneath }), blobs: draft.inUse(tops) };
}

/** The published record of a center; null if it is not published. */
export async function publishedCenter(head: Head, store: DatasetReader, id: string): Promise<CenterRecord | null> {
  const row = await centerById(id, head, new Draft(store));
  return row === null ? null : recordOf(row);
}

/** The imported record of a center without its corrections; null if the dataset does not have the center. */
export async function importedCenter(head: Head, store: DatasetReader, id: string): Promise<CenterRecord | null> {
  const draft = new Draft(store);
  const row = (await beneathAt(head.beneath ?? null, id, draft)) ?? (await centerById(id, head, draft));
  return row === null ? null : recordOf(row);
}

function sameRow(row: PackedCenter | null, record: CenterRecord | null): boolean {
  return JSON.stringify(row) === JSON.stringify(record === null ? null : packCenter(record));
}

/** Edits the indexes that hold whole centers. */
async function editCenters(
  roots: Head['roots'],
  before: CenterRecord | null,
  after: CenterRecord | null,
  draft: Draft,
): Promise<Head['roots']> {
  const [old, now] = [rowsInIndexes(before).centers, rowsInIndexes(after).centers];
  const edited = { ...roots };
  for (const name of ['where', 'listing'] as const) {
    edited[name] =
      (await editIndex(roots[name], indexes[name], editsBetween(old[name], now[name]), draft)) ?? roots[name];
  }
  return edited;
}

/** Edits the indexes "id", "word" and "spelling". Rows of organizations are edited afterwards. */
async function editLookups(
  lookups: LookupDraft,
  before: CenterRecord | null,
  after: CenterRecord | null,
): Promise<void> {
  const [old, now] = [rowsInIndexes(before), rowsInIndexes(after)];
  for (const name of ['id', 'word'] as const) {
    await lookups.edit(name, editsBetween(old.lookups[name], now.lookups[name]));
  }
  // A word stays in the index "spelling" as long as any center has it.
  const lost: string[] = [];
  for (const word of old.words) {
    if (!now.words.has(word) && (await lookups.firstBeginning('word', firstWordKey(word))) === null) lost.push(word);
  }
  const found = [...now.words].filter((word) => !old.words.has(word));
  await lookups.edit('spelling', editsBetween(spellingRows(lost), spellingRows(found)));
}

/** A published center as a record; private fields are not published. */
export function recordOf(row: PackedCenter): CenterRecord {
  return {
    center: unpackCenter(row),
    offerings: row[packed.offerings].map((offering) => unpackOffering(row, offering)),
  };
}
