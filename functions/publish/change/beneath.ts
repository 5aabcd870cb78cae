import type { Blob } from '../../dataset/content.ts';
import type { DatasetReader } from '../../dataset/dataset-reader.ts';
import type { Entry } from '../../dataset/directory.ts';
import type { Head } from '../../dataset/head.ts';
import { type PackedCenter, packCenter, packed } from '../../dataset/packed-center.ts';
import { read } from '../../dataset/read/content-reader.ts';
import type { CenterRecord } from '../../domain/record.ts';
import { buildDirectory, emitNode } from '../build/build-directory.ts';
import { buildPages } from '../build/build-index.ts';
import { Draft } from './draft.ts';
import { editIndex } from './edit-index.ts';
import { beneathIndex, rowsOf } from './editable-index.ts';

/*
 * The imported records that corrections lie over: an index by id of its own, which no search reads. As a rule they fit
 * one page, and then that page is the top: a correction writes one item for it and not two.
 */

/** Cuts the records into pages. @returns the top; null where there are none. */
export function beneathRoot(beneath: readonly CenterRecord[], emit: (blob: Blob) => void): string | null {
  if (beneath.length === 0) return null;
  const rows = beneath.map(packCenter).sort((a, b) => (a[packed.id] < b[packed.id] ? -1 : 1));
  const pages = buildPages(rowsOf(rows, beneathIndex), beneathIndex.kind, '', emit);
  return topOf(pages) ?? buildDirectory(pages, beneathIndex.kind, emit);
}

export async function beneathAt(top: string | null, id: string, draft: Draft): Promise<PackedCenter | null> {
  let hash = top;
  while (hash !== null) {
    const entry = (await entriesOf(hash, draft)).findLast(({ firstKey }) => firstKey <= id);
    if (entry === undefined) return null;
    if (entry.leaf) return (await read(draft, entry.hash, 'centers')).rows.find((row) => row[packed.id] === id) ?? null;
    hash = entry.hash;
  }
  return null;
}

/** @param record Null where no correction lies over it any more. @returns the new top; null where nothing is left. */
export async function editBeneath(
  top: string | null,
  id: string,
  record: CenterRecord | null,
  draft: Draft,
): Promise<string | null> {
  const before = await beneathAt(top, id, draft);
  const row = record === null ? null : packCenter(record);
  if (JSON.stringify(before) === JSON.stringify(row)) return top;
  const edits = { puts: new Map(row === null ? [] : [[id, row]]), removes: new Set(row === null ? [id] : []) };
  const root = top === null ? null : emitNode(await entriesOf(top, draft), draft.emit);
  const edited = await editIndex(root, beneathIndex, edits, draft);
  if (edited === null) return null;
  const { entries } = await read(draft, edited, 'node');
  return entries.length > 1 ? edited : topOf(entries);
}

/** Ids of the centers that corrections lie over. */
export async function idsBeneath({ beneath }: Head, store: DatasetReader): Promise<string[]> {
  const draft = new Draft(store);
  const ids: string[] = [];
  let floor = beneath === undefined ? [] : [beneath];
  while (floor.length > 0) {
    await draft.fetch(floor);
    const below: string[] = [];
    for (const hash of floor) {
      for (const entry of await entriesOf(hash, draft)) {
        if (entry.leaf) ids.push(...(await read(draft, entry.hash, 'centers')).rows.map((row) => row[packed.id]));
        else below.push(entry.hash);
      }
    }
    floor = below;
  }
  return ids;
}

/** What a top, or a node below it, leads to: where it is the one page there is, to itself. */
async function entriesOf(hash: string, draft: Draft): Promise<readonly Entry[]> {
  if (draft.at(hash) === undefined) await draft.fetch([hash]);
  const content = draft.at(hash);
  if (content?.kind !== 'centers') return (await read(draft, hash, 'node')).entries;
  return [{ hash, leaf: true, count: content.count, firstKey: '', box: null, levels: [] }];
}

/** The only page; null where there are none, or more. */
function topOf(entries: readonly Entry[]): string | null {
  const [only, ...others] = entries;
  return only?.leaf && others.length === 0 ? only.hash : null;
}
