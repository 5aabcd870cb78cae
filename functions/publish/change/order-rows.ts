import { centerPageText, centerText } from '../../dataset/center-page.ts';
import { pointerPageText } from '../../dataset/content.ts';
import { type PackedCenter, packCenter, packed, unpackCenter } from '../../dataset/packed-center.ts';
import {
  idKeyOf,
  KEY_SEPARATOR,
  listingKey,
  type Pointer,
  packPointer,
  whereBits,
  whereKey,
} from '../../dataset/pointer.ts';
import { type ContentReader, read } from '../../dataset/read/content-reader.ts';
import { spellingsOf, wordsOfName } from '../../dataset/words.ts';
import type { CenterRecord } from '../../domain/record.ts';
import { centerPages, organizationPages, pointerPages } from '../build/build-dataset.ts';
import type { OrderKind } from '../build/build-order.ts';
import { heldRows, type OrderedRows } from '../build/ordered-rows.ts';

/** Rows to put in or replace, by key, and keys whose rows go. */
export interface Edits<Row> {
  readonly puts: ReadonlyMap<string, Row>;
  readonly removes: ReadonlySet<string>;
}

/** An order of a published dataset, as it can be changed row by row. */
export interface EditableOrder<Row> {
  readonly kind: OrderKind;
  readonly bitsOf: OrderedRows['bitsOf'];
  readonly keyOf: (row: Row) => string;
  /** The row as text, and the text of a page of such. */
  readonly textOf: (row: Row) => string;
  readonly pageText: (rows: readonly Buffer[]) => Buffer;
  /** The rows of a page. */
  readonly read: (hash: string, reader: ContentReader) => Promise<readonly Row[]>;
}

const same = (key: string): string => key;
const pointers = {
  bitsOf: same,
  keyOf: ([key]: Pointer) => key,
  textOf: (pointer: Pointer) => JSON.stringify(packPointer(pointer)),
  pageText: (rows: readonly Buffer[]) => pointerPageText(rows.map(String)),
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

export const orders = {
  where: { ...centers, kind: centerPages.where, keyOf: keyedBy(whereKey), bitsOf: whereBits },
  listing: { ...centers, kind: centerPages.listing, keyOf: keyedBy(listingKey), bitsOf: same },
  id: { ...pointers, kind: pointerPages },
  organization: { ...pointers, kind: organizationPages },
  word: { ...pointers, kind: pointerPages },
  spelling: { ...pointers, kind: pointerPages },
} as const satisfies Record<string, EditableOrder<PackedCenter> | EditableOrder<Pointer>>;

/** Imported records that corrections lie over. No search walks them, so their entries say nothing of what is below. */
export const beneathOrder: EditableOrder<PackedCenter> = {
  ...centers,
  kind: pointerPages,
  bitsOf: same,
  keyOf: (row) => row[packed.id],
};

/** Rows that are at hand, ascending by key, as an order is built of them. */
export function rowsOf<Row>(
  rows: readonly Row[],
  { keyOf, bitsOf, textOf, pageText }: EditableOrder<Row>,
): OrderedRows {
  const keys = rows.map(keyOf);
  const texts = rows.map((row) => Buffer.from(textOf(row)));
  const keyAt = (position: number): string => keys[position] ?? '';
  return heldRows({ count: rows.length, keyAt, bitsOf }, pageText, (position) => texts[position] ?? Buffer.alloc(0));
}

/** Keys and rows that one center has in each order, but for what it shares with others: organization, spellings. */
export interface RowsInOrders {
  readonly centers: { readonly where: Map<string, PackedCenter>; readonly listing: Map<string, PackedCenter> };
  readonly pointers: Readonly<Record<'id' | 'word', Map<string, Pointer>>>;
  readonly words: ReadonlySet<string>;
}

/** @param record Null for none. */
export function rowsInOrders(record: CenterRecord | null): RowsInOrders {
  const [where, listing] = [new Map<string, PackedCenter>(), new Map<string, PackedCenter>()];
  const [id, word] = [new Map<string, Pointer>(), new Map<string, Pointer>()];
  const rows = { centers: { where, listing }, pointers: { id, word } };
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

/** What every key of a word in the order "word" begins with. */
export const firstWordKey = (word: string): string => word + KEY_SEPARATOR;

/** Rows of the order "spelling" that lead to these words. */
export function spellingRows(words: Iterable<string>): Map<string, Pointer> {
  const rows = [...words].flatMap((word) =>
    spellingsOf(word).map((spelling): Pointer => [spelling + KEY_SEPARATOR + word, word]),
  );
  return new Map(rows.map((row) => [row[0], row]));
}

/** What turns some rows into others. */
export function editsBetween<Row>(before: ReadonlyMap<string, Row>, after: ReadonlyMap<string, Row>): Edits<Row> {
  const isNew = ([key, row]: [string, Row]) => JSON.stringify(before.get(key)) !== JSON.stringify(row);
  return {
    puts: new Map([...after].filter(isNew)),
    removes: new Set([...before.keys()].filter((key) => !after.has(key))),
  };
}
