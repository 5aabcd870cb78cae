import type { Tree } from '../../dataset/tree/tree.ts';

/**
 * The rows of one tree, in ascending order of their unique keys. A row is created when needed, so not all of them must
 * be in memory.
 */
export interface KeyedRows {
  readonly count: number;
  readonly keyAt: (position: number) => string;
  /** Length of a row as text, in bytes. */
  readonly bytesAt: (position: number) => number;
  /** The text of a page of some rows. */
  readonly pageText: (from: number, to: number) => Buffer;
}

/** The positions of all keys, sorted by key. */
export function sortedPositions(keys: readonly string[]): Uint32Array {
  const positions = Uint32Array.from(keys, (_, position) => position);
  const keyOf = (position: number): string => keys[position] ?? '';
  return positions.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Rows of a tree in memory. @param rows Ascending by key. */
export function heldRows<Row>(rows: readonly Row[], { keyOf, textOf, pageText }: Tree<Row>): KeyedRows {
  const keys = rows.map(keyOf);
  const texts = rows.map((row) => Buffer.from(textOf(row)));
  return {
    count: rows.length,
    keyAt: (position) => keys[position] ?? '',
    bytesAt: (position) => texts[position]?.length ?? 0,
    pageText: (from, to) => pageText(texts.slice(from, to)),
  };
}
