import { ContentError, type Decoded, decodeContent } from '../dataset/content.ts';
import { type DatasetReader, MissingContentError } from '../dataset/dataset-reader.ts';
import type { Head } from '../dataset/head.ts';
import { centerIdIn } from '../dataset/lookup/former.ts';
import { readInGroups } from '../dataset/read/reachable.ts';
import type { Summary } from '../dataset/summary.ts';
import type { CenterRecord } from '../domain/record.ts';
import { recordOf } from './change/change-centers.ts';

/**
 * The pages of one index of a dataset, in batches that one request may read.
 * @param top Root of the index, or its only page.
 */
export async function* pagesOf(top: string, store: DatasetReader): AsyncGenerator<Decoded> {
  let floor = [top];
  while (floor.length > 0) {
    const [nodes, leaves]: [string[], string[]] = [[], []];
    for await (const blob of readInGroups(floor, store)) {
      const content = decodeContent(blob);
      if (content.kind !== 'node') {
        if (blob.hash !== top) throw new ContentError(`item ${blob.hash} holds ${content.kind}, not node`);
        yield content;
        continue;
      }
      for (const { hash, leaf } of content.entries) (leaf ? leaves : nodes).push(hash);
    }
    for await (const blob of readInGroups(leaves, store)) yield decodeContent(blob);
    floor = nodes;
  }
}

/** All centers that readers of a dataset see, without private fields, sorted by id. */
export async function publishedRecords(head: Head, store: DatasetReader): Promise<CenterRecord[]> {
  const records: CenterRecord[] = [];
  for await (const page of pagesOf(head.roots.where, store)) {
    if (page.kind !== 'centers') throw new ContentError(`the index of searches holds ${page.kind}`);
    records.push(...page.rows.map(recordOf));
  }
  return records.sort((one, other) => (one.center.id < other.center.id ? -1 : 1));
}

/** What losses are measured by: the counts of a dataset, and every id that has an answer, including former ids. */
export interface Answers {
  readonly summary: Summary;
  readonly ids: ReadonlySet<string>;
}

/** Reads what losses are measured by; null if the dataset is damaged. */
export async function answersOf(head: Head, store: DatasetReader): Promise<Answers | null> {
  try {
    const ids = new Set<string>();
    for await (const page of pagesOf(head.roots.records, store)) {
      if (page.kind !== 'pointers') throw new ContentError(`the index of records holds ${page.kind}`);
      for (const row of page.rows) {
        const id = centerIdIn(row);
        if (id !== null) ids.add(id);
      }
    }
    for await (const blob of readInGroups([head.summary], store)) {
      const content = decodeContent(blob);
      if (content.kind === 'summary') return { summary: content.summary, ids };
    }
    return null;
  } catch (error) {
    if (error instanceof MissingContentError || error instanceof ContentError) return null;
    throw error;
  }
}
