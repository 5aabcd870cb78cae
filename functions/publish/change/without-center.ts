import { ContentError } from '../../dataset/content.ts';
import type { DatasetReader } from '../../dataset/dataset-reader.ts';
import type { Head } from '../../dataset/head.ts';
import { formerIn } from '../../dataset/lookup/former.ts';
import { lookupTrees } from '../../dataset/tree/lookup-trees.ts';
import { headOf, type Prepared } from '../build/build-dataset.ts';
import { pagesOf } from '../published-records.ts';
import { changeCenters } from './change-centers.ts';
import { Draft } from './draft.ts';
import { editTree } from './edit-tree.ts';

export interface WithoutCenter extends Prepared {
  /** Former ids of the center. */
  readonly former: readonly string[];
}

/**
 * The dataset without a center, and without every former id that belongs or leads to the center. Equals a build from
 * all other records. Reads every page of the tree `records`.
 */
export async function withoutCenter(head: Head, store: DatasetReader, center: string): Promise<WithoutCenter> {
  const gone = () => ({ record: null, beneath: null, former: null });
  const changed = await changeCenters(head, store, [center], gone);
  const draft = new Draft({
    ...store,
    // The items of the changed dataset, which are not in the table yet.
    async read({ hashes, head: withHead }, meter) {
      const stored = hashes.filter((hash) => !changed.blobs.has(hash));
      const answer = await store.read({ hashes: stored, head: withHead }, meter);
      const bodies = new Map(answer.bodies);
      for (const hash of hashes) {
        const blob = changed.blobs.get(hash);
        if (blob !== undefined) bodies.set(hash, blob.body);
      }
      return { ...answer, bodies };
    },
  });
  const rows: string[] = [];
  const ids: string[] = [];
  for await (const page of pagesOf(changed.head.roots.records, draft.reader)) {
    if (page.kind !== 'pointers') throw new ContentError(`the index of records holds ${page.kind}`);
    for (const row of page.rows) {
      const former = formerIn(row);
      if (former !== null && (former.id === center || former.now === center)) {
        rows.push(row[0]);
        ids.push(former.id);
      }
    }
  }
  if (rows.length === 0) return { ...changed, former: [] };
  const edits = rows.map((key) => ({ key, row: null }));
  const records = await editTree(changed.head.roots.records, lookupTrees.records, edits, draft);
  const { summary, centers, beneath = null } = changed.head;
  const roots = { ...changed.head.roots, records };
  for (const blob of changed.blobs.values()) draft.emit(blob);
  const tops = [...Object.values(roots), summary, beneath].filter((hash) => hash !== null);
  return { head: headOf({ roots, summary, centers, beneath }), blobs: draft.inUse(tops), former: ids };
}
