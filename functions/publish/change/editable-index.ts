import { centerPageText, centerText } from '../../dataset/center-page.ts';
import { lookupPageText } from '../../dataset/content.ts';
import { type IndexRow, packIndexRow } from '../../dataset/index-row.ts';
import { idKeyOf, KEY_SEPARATOR, listingKey, whereBits, whereKey } from '../../dataset/keys.ts';
import { type PackedCenter, packCenter, packed, unpackCenter } from '../../dataset/packed-center.ts';
import { type ContentReader, read } from '../../dataset/read/content-reader.ts';
import { spellingsOf, wordsOfName } from '../../dataset/words.ts';
import type { CenterRecord } from '../../domain/record.ts';
import { centerPages, lookupPages, organizationPages } from '../build/build-dataset.ts';
import type { IndexKind } from '../build/build-index.ts';
import { heldRows, type KeyedRows } from '../build/keyed-rows.ts';

/** Rows to add or replace, by key, and keys of rows to remove. */
export interface Edits<Row> {
  readonly puts: ReadonlyMap<string, Row>;
  readonly removes: ReadonlySet<string>;
}

/** An index of a published dataset that can be changed row by row. */
export interface EditableIndex<Row> {
  readonly kind: IndexKind;
  readonly bitsOf: KeyedRows['bitsOf'];
  readonly keyOf: (row: Row) => string;
  /** A row as text; `pageText` makes the text of a page from such rows. */
  readonly textOf: (row: Row) => string;
  readonly pageText: (rows: readonly Buffer[]) => Buffer;
  /** The rows of a page. */
  readonly read: (hash: string, reader: ContentReader) => Promise<readonly Row[]>;
}

const same = (key: string): string => key;
const lookups = {
  bitsOf: same,
  keyOf: ([key]: IndexRow) => key,
  textOf: (row: IndexRow) => JSON.stringify(packIndexRow(row)),
  pageText: (rows: readonly Buffer[]) => lookupPageText(rows.map(String)),
  read: async (hash: string, reader: ContentReader) => (await read(reader, hash, 'pointers')).rows,
};
const centers = {
  textOf: centerText,
  pageText: centerPageText,
  read: async (hash: string, reader: ContentReader) => (await read(reader, hash, 'centers')).rows,
};
const keyedBy =
  (key: (record: CenterRecord) => string) =>
  (row: PackedCenter): string =>
    key({ center: unpackCenter(row), offerings: [] });

export const indexes = {
  where: { ...centers, kind: centerPages.where, keyOf: keyedBy(whereKey), bitsOf: whereBits },
  listing: { ...centers, kind: centerPages.listing, keyOf: keyedBy(listingKey), bitsOf: same },
  id: { ...lookups, kind: lookupPages },
  organization: { ...lookups, kind: organizationPages },
  word: { ...lookups, kind: lookupPages },
  spelling: { ...lookups, kind: lookupPages },
} as const satisfies Record<string, EditableIndex<PackedCenter> | EditableIndex<IndexRow>>;

/** The index of imported records of corrected centers. No search reads it, so its entries have no box and no levels. */
export const beneathIndex: EditableIndex<PackedCenter> = {
  ...centers,
  kind: lookupPages,
  bitsOf: same,
  keyOf: (row) => row[packed.id],
};

/** Loaded rows in the form from which an index is built. @param rows Ascending by key. */
export function rowsOf<Row>(rows: readonly Row[], { keyOf, bitsOf, textOf, pageText }: EditableIndex<Row>): KeyedRows {
  const keys = rows.map(keyOf);
  const texts = rows.map((row) => Buffer.from(textOf(row)));
  const keyAt = (position: number): string => keys[position] ?? '';
  return heldRows({ count: rows.length, keyAt, bitsOf }, pageText, (position) => texts[position] ?? Buffer.alloc(0));
}

/** Keys and rows of one center in each index, without those that centers share: organizations and spellings. */
export interface RowsInIndexes {
  readonly centers: { readonly where: Map<string, PackedCenter>; readonly listing: Map<string, PackedCenter> };
  readonly lookups: Readonly<Record<'id' | 'word', Map<string, IndexRow>>>;
  readonly words: ReadonlySet<string>;
}

/** @param record Null gives no rows. */
export function rowsInIndexes(record: CenterRecord | null): RowsInIndexes {
  const [where, listing] = [new Map<string, PackedCenter>(), new Map<string, PackedCenter>()];
  const [id, word] = [new Map<string, IndexRow>(), new Map<string, IndexRow>()];
  const rows = { centers: { where, listing }, lookups: { id, word } };
  if (record === null) return { ...rows, words: new Set() };
  const { center } = record;
  const row = packCenter(record);
  const key = whereKey(record);
  where.set(key, row);
  listing.set(listingKey(record), row);
  id.set(idKeyOf('center', center.id), [idKeyOf('center', center.id), key]);
  const words = new Set(wordsOfName([center.name, center.organization.name, ...center.alternateNames].join(' ')));
  for (const each of words) {
    const wordKey = firstWordKey(each) + center.id;
    word.set(wordKey, [wordKey, key, center.name.toLowerCase()]);
  }
  return { ...rows, words };
}

/** Prefix of every key of the word in the index "word". */
export const firstWordKey = (word: string): string => word + KEY_SEPARATOR;

/** Rows of the index "spelling" that lead to these words. */
export function spellingRows(words: Iterable<string>): Map<string, IndexRow> {
  const rows = [...words].flatMap((word) =>
    spellingsOf(word).map((spelling): IndexRow => [spelling + KEY_SEPARATOR + word, word]),
  );
  return new Map(rows.map((row) => [row[0], row]));
}

/** The edits that turn `before` into `after`. */
export function editsBetween<Row>(before: ReadonlyMap<string, Row>, after: ReadonlyMap<string, Row>): Edits<Row> {
  const isNew = ([key, row]: [string, Row]) => JSON.stringify(before.get(key)) !== JSON.stringify(row);
  return {
    puts: new Map([...after].filter(isNew)),
    removes: new Set([...before.keys()].filter((key) => !after.has(key))),
  };
}
