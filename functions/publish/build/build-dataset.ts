import { createHash } from 'node:crypto';
import { type Blob, encodeContent } from '../../dataset/content.ts';
import { DATASET_FORMAT, type Head, type TreeName } from '../../dataset/head.ts';
import type { Summary } from '../../dataset/summary.ts';
import { listing, where } from '../../dataset/tree/center-trees.ts';
import { lookupTrees } from '../../dataset/tree/lookup-trees.ts';
import type { FormerId } from '../../domain/former-id.ts';
import type { CenterRecord } from '../../domain/record.ts';
import { buildTree } from './build-tree.ts';
import { PackedDataset } from './packed-dataset.ts';

/** A dataset before it is published: {@link Head} without the members that publishing adds. */
export interface BuiltDataset {
  readonly head: Omit<Head, 'publishedAt' | 'revision'>;
  readonly pages: Readonly<Record<TreeName, number>>;
  readonly summary: Summary;
}

/** A dataset and its items: all of them, or only those that may be new. */
export interface Prepared {
  readonly head: BuiltDataset['head'];
  readonly blobs: ReadonlyMap<string, Blob>;
}

/**
 * Builds all pages, index nodes and summaries of a dataset. The same records give the same content, in whatever order
 * they come. The version is a hash of the content. The records are read once and not kept.
 * @param emit Receives each item when it is built.
 * @param formerOf Called after the last record, with the ids of all centers. Returns the ids that name no center now.
 */
export function buildDataset(
  records: Iterable<CenterRecord>,
  emit: (blob: Blob) => void,
  formerOf: (ids: ReadonlySet<string>) => readonly FormerId[] = () => [],
): BuiltDataset {
  const dataset = new PackedDataset();
  for (const record of records) dataset.add(record);
  const ids = dataset.ids();
  dataset.addFormer(formerOf(ids), ids);
  // Trees are built one after the other, so that the memory for sorting one is freed before the next.
  const trees = {
    where: buildTree(dataset.centersBy('where', where), where, emit),
    listing: buildTree(dataset.centersBy('listing', listing), listing, emit),
    records: buildTree(dataset.lookups.records.sorted(), lookupTrees.records, emit),
    names: buildTree(dataset.lookups.names.sorted(), lookupTrees.names, emit),
  };
  const counts = dataset.counts.summary();
  const summary = encodeContent({ kind: 'summary', summary: counts });
  emit(summary);
  const roots = mapValues(trees, ({ root }) => root);
  const head = headOf({ roots, summary: summary.hash, centers: dataset.count });
  return { head, pages: mapValues(trees, ({ pages }) => pages), summary: counts };
}

/** The hashes of a dataset's parts, and its number of centers. */
export interface DatasetParts {
  readonly roots: Head['roots'];
  readonly summary: string;
  readonly centers: number;
  /** Top of the tree of imported records of corrected centers (beneath.ts); null if no center is corrected. */
  readonly beneath?: string | null;
}

/** Makes the HEAD of a dataset. Its version is a hash of all content. */
export function headOf({ roots, summary, centers, beneath = null }: DatasetParts): BuiltDataset['head'] {
  const { where, listing, records, names } = roots;
  const content = JSON.stringify([DATASET_FORMAT, { where, listing, records, names }, summary, beneath]);
  const version = createHash('sha256').update(content).digest('base64url').slice(0, 16);
  return { format: DATASET_FORMAT, version, centers, summary, roots, ...(beneath !== null && { beneath }) };
}

function mapValues<Name extends string, From, To>(
  from: Record<Name, From>,
  map: (value: From) => To,
): Record<Name, To> {
  return Object.fromEntries(Object.entries<From>(from).map(([name, value]) => [name, map(value)])) as Record<Name, To>;
}
