import type { Blob } from '../../dataset/content.ts';
import type { DatasetReader } from '../../dataset/dataset-reader.ts';
import type { Head } from '../../dataset/head.ts';
import type { Entry } from '../../dataset/index-nodes.ts';
import { type PackedCenter, packCenter, packed } from '../../dataset/packed-center.ts';
import { read } from '../../dataset/read/content-reader.ts';
import { imported } from '../../dataset/tree/center-trees.ts';
import type { CenterRecord } from '../../domain/record.ts';
import { buildIndex, emitNode } from '../build/build-index.ts';
import { buildPages } from '../build/build-tree.ts';
import { heldRows } from '../build/keyed-rows.ts';
import { Draft } from './draft.ts';
import { editTree } from './edit-tree.ts';

/*
 * The imported records of corrected centers, in a separate tree by id that no search reads. They usually fit in one
 * page. That page is then itself the top, without a node, so that a correction writes one item instead of two.
 */

/** Builds the tree of imported records of corrected centers. @returns its top; null if there are no records. */
export function beneathRoot(beneath: readonly CenterRecord[], emit: (blob: Blob) => void): string | null {
  if (beneath.length === 0) return null;
  const rows = beneath.map(packCenter).sort((a, b) => (a[packed.id] < b[packed.id] ? -1 : 1));
  const pages = buildPages(heldRows(rows, imported), imported, '', emit);
  return topOf(pages) ?? buildIndex(pages, imported, emit);
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

/**
 * Changes the imported record of one center.
 * @param record Null if the center has no corrections any more.
 * @returns the new top; null if no record is left.
 */
export async function editBeneath(
  top: string | null,
  id: string,
  record: CenterRecord | null,
  draft: Draft,
): Promise<string | null> {
  const before = await beneathAt(top, id, draft);
  const row = record === null ? null : packCenter(record);
  if (JSON.stringify(before) === JSON.stringify(row)) return top;
  const root = top === null ? null : emitNode(await entriesOf(top, draft), draft.emit);
  const edited = await editTree(root, imported, [{ key: id, row }], draft);
  const { entries } = await read(draft, edited, 'node');
  if (entries.length === 0) return null;
  return topOf(entries) ?? edited;
}

/** Ids of the centers that have corrections. */
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

/** The entries of a node. If the tree is a single page, its top is that page, and the result is one entry for it. */
async function entriesOf(hash: string, draft: Draft): Promise<readonly Entry[]> {
  if (draft.at(hash) === undefined) await draft.fetch([hash]);
  const content = draft.at(hash);
  if (content?.kind !== 'centers') return (await read(draft, hash, 'node')).entries;
  return [{ hash, leaf: true, count: content.count, firstKey: '', box: null, states: [], levels: [] }];
}

/** Hash of the only page; null unless there is exactly one. */
function topOf(entries: readonly Entry[]): string | null {
  const [only, ...others] = entries;
  return only?.leaf && others.length === 0 ? only.hash : null;
}
