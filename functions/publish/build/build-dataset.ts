import { createHash } from 'node:crypto';
import { type Blob, decodeText, encodeContent } from '../../dataset/content.ts';
import type { Entry } from '../../dataset/directory.ts';
import { DATASET_FORMAT, type Head, type IndexName } from '../../dataset/head.ts';
import type { IndexRow } from '../../dataset/index-row.ts';
import { type PackedCenter, packed } from '../../dataset/packed-center.ts';
import { spotsOf } from '../../dataset/spots.ts';
import { mergeSummaries, summarizeRows } from '../../dataset/summarize.ts';
import type { CenterRecord } from '../../domain/record.ts';
import { boxOf, roundedOut, unionOf } from '../../geo/box.ts';
import { buildIndex, type IndexKind } from './build-index.ts';
import { PackedDataset } from './packed-dataset.ts';

/** A built dataset: {@link Head} without the members that publishing adds. */
export interface BuiltDataset {
  readonly head: Omit<Head, 'publishedAt' | 'revision'>;
  readonly pages: Readonly<Record<IndexName, number>>;
}

/** A dataset with all its items, or with only those that may be new. */
export interface Prepared {
  readonly head: BuiltDataset['head'];
  readonly blobs: ReadonlyMap<string, Blob>;
}

/**
 * Builds every page, directory node and summary of a dataset. The same records give the same content in any order; the
 * version is a hash of the content. Iterates over the records once and does not keep them.
 * @param emit Receives each item once it is built.
 * @param emitLookups Receives the items of the lookup indexes instead.
 */
export function buildDataset(
  records: Iterable<CenterRecord>,
  emit: (blob: Blob) => void,
  emitLookups = emit,
): BuiltDataset {
  const dataset = new PackedDataset();
  for (const record of records) dataset.add(record);
  dataset.refuseTwins();
  // One after the other, so that memory for sorting one index is freed before the next.
  const indexes = {
    where: buildIndex(dataset.where(), centerPages.where, emit),
    listing: buildIndex(dataset.listing(), centerPages.listing, emit),
    id: buildIndex(dataset.byNumber(), lookupPages, emitLookups),
    organization: buildIndex(dataset.byOrganization(), organizationPages, emitLookups),
    word: buildIndex(dataset.byWord(), lookupPages, emitLookups),
    spelling: buildIndex(dataset.spellings(), lookupPages, emitLookups),
  };
  const summary = encodeContent({ kind: 'summary', summary: dataset.counts.summary() });
  emit(summary);
  const roots = mapValues(indexes, ({ root }) => root);
  const head = headOf({ roots, summary: summary.hash, centers: dataset.count });
  return { head, pages: mapValues(indexes, ({ pages }) => pages) };
}

/** The hashes of a dataset's parts, and its number of centers. */
export interface DatasetParts {
  readonly roots: Head['roots'];
  readonly summary: string;
  readonly centers: number;
  /** The item of changed rows of the lookup indexes; null if no row is changed. */
  readonly changes?: string | null;
  /** Top of the index of imported records of corrected centers; null if no center is corrected. */
  readonly beneath?: string | null;
}

/** HEAD of a dataset. Its version is a hash of all its content. */
export function headOf({
  roots,
  summary,
  centers,
  changes = null,
  beneath = null,
}: DatasetParts): BuiltDataset['head'] {
  const { where, listing, id, organization, word, spelling } = roots;
  const indexes = { where, listing, id, organization, word, spelling };
  const content = JSON.stringify([DATASET_FORMAT, indexes, summary, changes, beneath]);
  const version = createHash('sha256').update(content).digest('base64url').slice(0, 16);
  const parts = { summary, roots, ...(changes !== null && { changes }), ...(beneath !== null && { beneath }) };
  return { format: DATASET_FORMAT, version, centers, ...parts };
}

const listingPages: IndexKind = {
  nodeEntries: 320,
  describe: (text) => {
    const rows = centersIn(text);
    const box = boxOf(rows.map((row) => ({ lat: row[packed.lat], lng: row[packed.lng] })));
    return {
      box: roundedOut(box),
      states: distinct(rows.map((row) => row[packed.state])),
      levels: summarizeRows(rows),
    };
  },
  merge: (entries: readonly Entry[]) => ({
    box: unionOf(entries.flatMap(({ box }) => (box === null ? [] : [box]))),
    states: distinct(entries.flatMap(({ states }) => states)),
    levels: mergeSummaries(entries.map(({ levels }) => levels)),
  }),
};

/** Adds each center's point and levels to an entry: searches from a point use them to count and to choose pages. */
const wherePages: IndexKind = {
  ...listingPages,
  nodeEntries: 400,
  pageEntries: 240,
  describe: (text) => {
    const described = listingPages.describe(text);
    const spots = described.box === null ? null : spotsOf(centersIn(text), described.box);
    return spots === null ? described : { ...described, spots };
  },
};

/** Settings for building the indexes that hold whole centers. */
export const centerPages = { where: wherePages, listing: listingPages } as const;

const nothingBelow = () => ({ box: null, states: [], levels: [] });

export const lookupPages: IndexKind = {
  nodeEntries: 512,
  describe: () => nothingBelow(),
  merge: () => nothingBelow(),
};

/** Adds the number of organizations whose first center is on a page: lists of organizations count and skip by it. */
export const organizationPages: IndexKind = {
  ...lookupPages,
  describe: (text) => ({
    ...nothingBelow(),
    organizations: indexRowsIn(text).filter(([, , name]) => name !== undefined).length,
  }),
  merge: (entries) => ({
    ...nothingBelow(),
    organizations: entries.reduce((sum, { organizations = 0 }) => sum + organizations, 0),
  }),
};

const distinct = (codes: readonly string[]): string[] => [...new Set(codes)].sort();

function centersIn(text: Buffer): readonly PackedCenter[] {
  const page = decodeText(text);
  if (page.kind !== 'centers') throw new RangeError(`a page of ${page.kind}, not of centers`);
  return page.rows;
}

function indexRowsIn(text: Buffer): readonly IndexRow[] {
  const page = decodeText(text);
  if (page.kind !== 'pointers') throw new RangeError(`a page of ${page.kind}, not of index rows`);
  return page.rows;
}

function mapValues<Name extends string, From, To>(
  from: Record<Name, From>,
  map: (value: From) => To,
): Record<Name, To> {
  return Object.fromEntries(Object.entries<From>(from).map(([name, value]) => [name, map(value)])) as Record<Name, To>;
}
