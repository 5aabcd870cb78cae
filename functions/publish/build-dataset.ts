import { createHash } from 'node:crypto';
import type { CenterRecord } from '../domain/record.ts';
import { boxOf, unionOf } from '../geo/box.ts';
import { type Blob, type Content, encodeContent } from '../search/content.ts';
import { DATASET_FORMAT, type Head, type OrderName } from '../search/dataset.ts';
import type { Entry } from '../search/directory.ts';
import { type PackedCenter, packCenter, packed } from '../search/packed-center.ts';
import {
  idKeyOf,
  KEY_SEPARATOR,
  listingKey,
  nameKeyOf,
  organizationKey,
  type Pointer,
  whereBits,
  whereKey,
} from '../search/pointer.ts';
import { mergeSummaries, summarizeRows } from '../search/summarize.ts';
import { spellingsOf, wordsOf } from '../search/words.ts';
import { buildOrder, type OrderSpec } from './build-order.ts';
import { summarizeDataset } from './summarize-dataset.ts';

/** A dataset as content: what {@link Head} will point at once it is published. */
export interface BuiltDataset {
  readonly head: Omit<Head, 'publishedAt' | 'revision'>;
  readonly pages: Readonly<Record<OrderName, number>>;
}

/**
 * Makes every page, directory node and summary of a dataset. The same records give the same content
 * in whatever order they come; the version is the content's own hash.
 * @param emit Takes each item once it is made.
 */
export function buildDataset(records: readonly CenterRecord[], emit: (blob: Blob) => void): BuiltDataset {
  const packedById = new Map<string, PackedCenter>();
  for (const record of records) {
    if (packedById.has(record.center.id)) throw new RangeError(`center "${record.center.id}" is there twice`);
    packedById.set(record.center.id, packCenter(record));
  }
  const rowOf = (record: CenterRecord): PackedCenter => {
    const row = packedById.get(record.center.id);
    if (row === undefined) throw new RangeError(`center "${record.center.id}" was not packed`);
    return row;
  };
  const same = (key: string) => key;

  const where = buildOrder(orderOf(records, whereKey, rowOf, whereBits, centerPages), emit);
  const listing = buildOrder(orderOf(records, listingKey, rowOf, same, centerPages), emit);
  const organizations = organizationPointers(records);
  const byId = buildOrder(pointerOrder(idPointers(records)), emit);
  const organization = buildOrder({ ...pointerOrder(organizations), ...organizationPages }, emit);
  const { words, spellings } = nameOrders(records);
  const word = buildOrder(pointerOrder(words), emit);
  const spelling = buildOrder(pointerOrder(spellings), emit);
  const summary = encodeContent({ kind: 'summary', summary: summarizeDataset(records) });
  emit(summary);

  const orders = { where, listing, id: byId, organization, word, spelling };
  const roots = mapValues(orders, ({ root }) => root);
  return {
    head: headOf(roots, summary.hash, records.length),
    pages: mapValues(orders, ({ pages }) => pages),
  };
}

/** The pointer to a dataset; its version is the hash of all its content. */
export function headOf(roots: Head['roots'], summary: string, centers: number): BuiltDataset['head'] {
  const { where, listing, id, organization, word, spelling } = roots;
  const content = JSON.stringify([DATASET_FORMAT, { where, listing, id, organization, word, spelling }, summary]);
  const version = createHash('sha256').update(content).digest('base64url').slice(0, 16);
  return { format: DATASET_FORMAT, version, centers, summary, roots };
}

type Kind<Row> = Pick<OrderSpec<Row>, 'page' | 'describe' | 'merge'>;

export const centerPages: Kind<PackedCenter> = {
  page: (rows): Content => ({ kind: 'centers', rows }),
  describe: (rows) => ({
    box: boxOf(rows.map((row) => ({ lat: row[packed.lat], lng: row[packed.lng] }))),
    levels: summarizeRows(rows),
  }),
  merge: (entries: readonly Entry[]) => ({
    box: unionOf(entries.flatMap(({ box }) => (box === null ? [] : [box]))),
    levels: mergeSummaries(entries.map(({ levels }) => levels)),
  }),
};

const pointerPages: Kind<Pointer> = {
  page: (rows): Content => ({ kind: 'pointers', rows }),
  describe: () => ({ box: null, levels: [] }),
  merge: () => ({ box: null, levels: [] }),
};

/** The same, with how many organizations begin on a page: lists of them are counted and skipped by it. */
const organizationPages: Kind<Pointer> = {
  ...pointerPages,
  describe: (rows) => ({
    box: null,
    levels: [],
    organizations: rows.filter(([, , name]) => name !== undefined).length,
  }),
  merge: (entries) => ({
    box: null,
    levels: [],
    organizations: entries.reduce((sum, { organizations = 0 }) => sum + organizations, 0),
  }),
};

/** Centers, and organizations, by their numbers. */
function idPointers(records: readonly CenterRecord[]): Pointer[] {
  const slugs = new Set(records.map(({ center }) => center.organization.slug));
  return [
    ...records.map((record): Pointer => [idKeyOf('center', record.center.id), whereKey(record)]),
    ...[...slugs].map((slug): Pointer => [idKeyOf('organization', slug), slug]),
  ];
}

/** Centers by organization; the first of each tells the name, as that center spells it. */
function organizationPointers(records: readonly CenterRecord[]): Pointer[] {
  const firsts = new Map<string, CenterRecord>();
  for (const record of records) {
    const { id, organization } = record.center;
    const first = firsts.get(organization.slug);
    if (first === undefined || id < first.center.id) firsts.set(organization.slug, record);
  }
  return records.map((record): Pointer => {
    const { slug, name } = record.center.organization;
    const pointer = [organizationKey(record), whereKey(record)] as const;
    return firsts.get(slug) === record ? [...pointer, name] : pointer;
  });
}

/** Pointers by word of a center's names, and known words by their spellings with a letter left out. */
function nameOrders(records: readonly CenterRecord[]): { words: Pointer[]; spellings: Pointer[] } {
  const words: Pointer[] = [];
  const known = new Set<string>();
  for (const record of records) {
    const { id, name, alternateNames, organization } = record.center;
    const key = whereKey(record);
    for (const word of wordsOf([name, organization.name, ...alternateNames].join(' '))) {
      words.push([word + KEY_SEPARATOR + id, key, nameKeyOf(name, id)]);
      known.add(word);
    }
  }
  const spellings = [...known].flatMap((word) =>
    spellingsOf(word).map((spelling): Pointer => [spelling + KEY_SEPARATOR + word, word]),
  );
  return { words, spellings };
}

function pointerOrder(pointers: readonly Pointer[]): OrderSpec<Pointer> {
  const rows = pointers.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return { keys: rows.map(([key]) => key), rows, bitsOf: (key) => key, ...pointerPages };
}

function mapValues<Name extends string, From, To>(
  from: Record<Name, From>,
  map: (value: From) => To,
): Record<Name, To> {
  return Object.fromEntries(Object.entries<From>(from).map(([name, value]) => [name, map(value)])) as Record<Name, To>;
}

function orderOf<Row>(
  records: readonly CenterRecord[],
  keyOf: (record: CenterRecord) => string,
  rowOf: (record: CenterRecord) => Row,
  bitsOf: (key: string) => string,
  kind: Kind<Row>,
): OrderSpec<Row> {
  const keyed = records.map((record) => ({ key: keyOf(record), record }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return { keys: keyed.map(({ key }) => key), rows: keyed.map(({ record }) => rowOf(record)), bitsOf, ...kind };
}
