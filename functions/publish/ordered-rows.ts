/** The rows of one order, ascending by key; keys are unique. Made when asked for, so that they need not all be held. */
export interface OrderedRows {
  readonly count: number;
  readonly keyAt: (position: number) => string;
  /**
   * The key as it is cut, character for character: runs split at the first bit in which their first and last key
   * differ.
   */
  readonly bitsOf: (key: string) => string;
  /** Length of a row as JSON text, in bytes. */
  readonly bytesAt: (position: number) => number;
  /** Some rows as JSON text, separated by commas. */
  readonly text: (from: number, to: number) => Buffer;
}

const COMMA = Buffer.from(',');

/** Positions 0 to below `count` in ascending order of their keys. @throws RangeError where two keys are the same. */
export function sortedPositions(keys: readonly string[]): Uint32Array {
  const positions = Uint32Array.from(keys, (_, position) => position);
  const keyOf = (position: number): string => keys[position] ?? '';
  return positions.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Rows that are held as JSON text. */
export function heldRows(
  keys: Pick<OrderedRows, 'count' | 'keyAt' | 'bitsOf'>,
  rowAt: (position: number) => Buffer,
): OrderedRows {
  return {
    ...keys,
    bytesAt: (position) => rowAt(position).length,
    text(from, to) {
      const parts: Buffer[] = [];
      for (let at = from; at < to; at += 1) {
        if (at > from) parts.push(COMMA);
        parts.push(rowAt(at));
      }
      return Buffer.concat(parts);
    },
  };
}

/** Rows that are made anew each time. */
export function madeRows(
  count: number,
  keyAt: OrderedRows['keyAt'],
  rowAt: (position: number) => readonly unknown[],
): OrderedRows {
  const textAt = (position: number): string => JSON.stringify(rowAt(position));
  return {
    count,
    keyAt,
    bitsOf: (key) => key,
    bytesAt: (position) => Buffer.byteLength(textAt(position)),
    text: (from, to) => Buffer.from(Array.from({ length: to - from }, (_, at) => textAt(from + at)).join(',')),
  };
}
