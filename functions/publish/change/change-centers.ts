import { encodeContent } from '../../dataset/content.ts';
import type { DatasetReader } from '../../dataset/dataset-reader.ts';
import type { Head } from '../../dataset/head.ts';
import type { IndexRow } from '../../dataset/index-row.ts';
import { formerById, formerRow } from '../../dataset/lookup/former.ts';
import { centerById } from '../../dataset/lookup/numbers.ts';
import { type PackedCenter, packCenter, packed, unpackCenter, unpackOffering } from '../../dataset/packed-center.ts';
import { read } from '../../dataset/read/content-reader.ts';
import { listing, where } from '../../dataset/tree/center-trees.ts';
import { lookupTrees } from '../../dataset/tree/lookup-trees.ts';
import type { FormerId } from '../../domain/former-id.ts';
import type { CenterRecord } from '../../domain/record.ts';
import { headOf, type Prepared } from '../build/build-dataset.ts';
import { beneathAt, editBeneath } from './beneath.ts';
import { changeSummary } from './change-summary.ts';
import { Draft } from './draft.ts';
import { editLookups } from './edit-lookups.ts';
import { editTree } from './edit-tree.ts';
import { editsBetween } from './edits.ts';

/** What a center becomes by a change. */
export interface Change {
  /** The record to publish; null to remove the center from the dataset. */
  readonly record: CenterRecord | null;
  /** The imported record, if corrections change or hide it; otherwise null. */
  readonly beneath: CenterRecord | null;
  /** The former id to publish if the center is removed. */
  readonly former?: FormerId | null;
}

/**
 * Changes some centers of a dataset. Rewrites only the pages that contain their rows, the nodes above these pages, and
 * the counts. The result is item for item the dataset that a build from all changed records would give.
 * @param ids Ids that the dataset does not have are skipped.
 * @param change Receives the imported record of a center with corrections, and the published record of any other.
 * @returns the dataset and its new items; no items if nothing changed.
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
    const row = await centerById(id, { roots }, draft);
    const below = await beneathAt(beneath, id, draft);
    const imported = below ?? row;
    if (imported === null) continue;
    const after = change(recordOf(imported));
    beneath = await editBeneath(beneath, id, after.beneath, draft);
    const before = row === null ? null : recordOf(row);
    if (!sameRow(row, after.record)) roots = await editRoots(roots, before, after.record, draft);
    if (after.record === null) roots = { ...roots, records: await withFormer(roots, id, after.former ?? null, draft) };
    if (sameRow(row, after.record)) continue;
    const counts = (await read(draft, summary, 'summary')).summary;
    const blob = encodeContent({ kind: 'summary', summary: changeSummary(counts, before, after.record) });
    draft.emit(blob);
    summary = blob.hash;
    centers += (after.record === null ? 0 : 1) - (before === null ? 0 : 1);
  }
  const tops = [...Object.values(roots), summary, beneath].filter((hash) => hash !== null);
  return { head: headOf({ roots, summary, centers, beneath }), blobs: draft.inUse(tops) };
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

async function editRoots(
  roots: Head['roots'],
  before: CenterRecord | null,
  after: CenterRecord | null,
  draft: Draft,
): Promise<Head['roots']> {
  const [old, now] = [before, after].map((record) => (record === null ? [] : [packCenter(record)])) as [
    PackedCenter[],
    PackedCenter[],
  ];
  return {
    where: await editTree(roots.where, where, editsBetween(old, now, where.keyOf), draft),
    listing: await editTree(roots.listing, listing, editsBetween(old, now, listing.keyOf), draft),
    records: await editLookups(roots.records, lookupTrees.records, before, after, draft),
    names: await editLookups(roots.names, lookupTrees.names, before, after, draft),
  };
}

/** Sets the former id of a center that is removed. @returns the new root of `records` */
async function withFormer(roots: Head['roots'], id: string, former: FormerId | null, draft: Draft): Promise<string> {
  const before = await formerById(id, { roots }, draft);
  const [old, now] = [before, former].map((one) => (one === null ? [] : [formerRow(one)])) as [IndexRow[], IndexRow[]];
  return editTree(roots.records, lookupTrees.records, editsBetween(old, now, lookupTrees.records.keyOf), draft);
}

/** A published center as a record, without private fields: these are not published. */
export function recordOf(row: PackedCenter): CenterRecord {
  return {
    center: unpackCenter(row),
    offerings: row[packed.offerings].map((offering) => unpackOffering(row, offering)),
  };
}
