import { FULL_PRECISION, geohashBits, geohashOfBits } from '../../geo/geohash.ts';

/**
 * The bits by which a tree sorts and cuts its keys. A run of rows that is too large is cut at the first bit in which
 * its keys differ. A cut depends on keys alone: the same rows are cut the same way, whatever the tree held before.
 */
export interface KeyOrder {
  /** The key as 16 bits per character. Sorts like the keys. */
  readonly bitsOf: (key: string) => string;
  readonly keyOf: (bits: string) => string;
}

export const plainOrder: KeyOrder = { bitsOf: (key) => key, keyOf: (bits) => bits };

/** Each geohash character is five bits, so a cut halves a cell. */
export const whereOrder: KeyOrder = {
  bitsOf: (key) => geohashBits(key.slice(0, FULL_PRECISION)) + key.slice(FULL_PRECISION),
  keyOf: (bits) => geohashOfBits(bits.slice(0, FULL_PRECISION)) + bits.slice(FULL_PRECISION),
};

const BITS_A_CHARACTER = 16;

/** Position of the first bit in which two keys differ. @throws RangeError if they are equal. */
export function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && at < other.length && one.charCodeAt(at) === other.charCodeAt(at)) at += 1;
  const differing = codeAt(one, at) ^ codeAt(other, at);
  if (differing === 0) throw new RangeError('two rows have the same key');
  return at * BITS_A_CHARACTER + Math.clz32(differing) - BITS_A_CHARACTER;
}

/** True if the bit at the position is 1. */
export function hasBit(bits: string, position: number): boolean {
  return (codeAt(bits, Math.floor(position / BITS_A_CHARACTER)) & maskAt(position)) !== 0;
}

/** The smallest key whose bits begin as these do, up to and including the 1 at the position. */
export function boundaryAt(bits: string, position: number): string {
  const at = Math.floor(position / BITS_A_CHARACTER);
  return bits.slice(0, at) + String.fromCharCode(codeAt(bits, at) & -maskAt(position));
}

/** The position of the cut that a {@link boundaryAt} was made for: its last 1. */
export function cutOf(boundary: string): number {
  const at = boundary.length - 1;
  const lowest = codeAt(boundary, at) & -codeAt(boundary, at);
  if (lowest === 0) throw new RangeError('a boundary does not end with a 1');
  return at * BITS_A_CHARACTER + Math.clz32(lowest) - BITS_A_CHARACTER;
}

const maskAt = (position: number): number => 1 << (BITS_A_CHARACTER - 1 - (position % BITS_A_CHARACTER));

/** Character code at a position, 0 after the end. No key has U+0000 where another one ends. */
function codeAt(bits: string, at: number): number {
  return at < bits.length ? bits.charCodeAt(at) : 0;
}
