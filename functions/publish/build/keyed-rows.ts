import { lookupPageText } from '../../dataset/content.ts';
import type { PackedIndexRow } from '../../dataset/index-row.ts';

/** The rows of one index, ascending by key; keys are unique. Made when asked for, so that they need not all be held. */
export interface KeyedRows {
  readonly count: number;
  readonly keyAt: (position: number) => string;
  /**
   * The key as it is cut, character for character: runs split at the first bit in which their first and last key
   * differ.
   */
  readonly bitsOf: (key: string) => string;
  /** Length of a row as text, in bytes. */
  readonly bytesAt: (position: number) => number;
  /** The text of a page of some rows. */
  readonly pageText: (from: number, to: number) => Buffer;
}

/** Positions 0 to below `count` in ascending order of their keys. @throws RangeError where two keys are the same. */
export function sortedPositions(keys: readonly string[]): Uint32Array {
  const positions = Uint32Array.from(keys, (_, position) => position);
  const keyOf = (position: number): string => keys[position] ?? '';
  return positions.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Rows that are held as text. @param textOf Makes a page of them. */
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

/** Index rows that are made anew each time. */
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
