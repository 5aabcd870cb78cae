import { lookupPageText } from '../../dataset/content.ts';
import type { PackedIndexRow } from '../../dataset/index-row.ts';

/** The rows of one index, ascending by unique key. Rows are made on demand, so they need not all be in memory. */
export interface KeyedRows {
  readonly count: number;
  readonly keyAt: (position: number) => string;
  /**
   * The key in the form by which runs are cut: at the first bit in which their first and last key differ.
   */
  readonly bitsOf: (key: string) => string;
  /** Length of a row as text, in bytes. */
  readonly bytesAt: (position: number) => number;
  /** The text of a page of some rows. */
  readonly pageText: (from: number, to: number) => Buffer;
}

/** The positions of all keys, in ascending order of the keys. */
export function sortedPositions(keys: readonly string[]): Uint32Array {
  const positions = Uint32Array.from(keys, (_, position) => position);
  const keyOf = (position: number): string => keys[position] ?? '';
  return positions.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Rows that are in memory as text. @param textOf Makes the text of a page from them. */
export function heldRows(
  keys: Pick<KeyedRows, 'count' | 'keyAt' | 'bitsOf'>,
  textOf: (rows: readonly Buffer[]) => Buffer,
  rowAt: (position: number) => Buffer,
): KeyedRows {
  return {
    ...keys,
    bytesAt: (position) => rowAt(position).length,
    pageText: (from, to) => textOf(Array.from({ length: to - from }, (_, at) => rowAt(from + at))),
  };
}

/** Index rows that are computed each time they are needed. */
export function madeIndexRows(
  count: number,
  keyAt: KeyedRows['keyAt'],
  indexRowAt: (position: number) => PackedIndexRow,
): KeyedRows {
  const rowAt = (position: number): string => JSON.stringify(indexRowAt(position));
  return {
    count,
    keyAt,
    bitsOf: (key) => key,
    bytesAt: (position) => Buffer.byteLength(rowAt(position)),
    pageText: (from, to) => lookupPageText(Array.from({ length: to - from }, (_, at) => rowAt(from + at))),
  };
}
