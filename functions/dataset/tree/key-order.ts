import { FULL_PRECISION, geohashBits, geohashOfBits } from '../../geo/geohash.ts';

/**
 * The bits of keys, by which a tree sorts and cuts. A run of rows that is too large is cut at the first bit in which
 * its keys differ. Only the keys decide about cuts: the same rows are cut in the same way, whatever the tree contained
 * before.
 */
export interface KeyOrder {
  /** The key with 16 bits per character, which sorts like the key itself. */
  readonly bitsOf: (key: string) => string;
  readonly keyOf: (bits: string) => string;
}

export const plainOrder: KeyOrder = { bitsOf: (key) => key, keyOf: (bits) => bits };

/** Uses five bits for each character of a geohash, so that a cut divides a cell in two. */
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

/**
 * The smallest key whose bits begin like the given bits, up to and including the 1 at the position. All later bits are
 * 0.
 */
export function boundaryAt(bits: string, position: number): string {
  const at = Math.floor(position / BITS_A_CHARACTER);
  return bits.slice(0, at) + String.fromCharCode(codeAt(bits, at) & -maskAt(position));
}

/** Position of a boundary's last 1 bit, which is where {@link boundaryAt} made the cut. */
export function cutOf(boundary: string): number {
  const at = boundary.length - 1;
  const lowest = codeAt(boundary, at) & -codeAt(boundary, at);
  if (lowest === 0) throw new RangeError('a boundary does not end with a 1');
  return at * BITS_A_CHARACTER + Math.clz32(lowest) - BITS_A_CHARACTER;
}

const maskAt = (position: number): number => 1 << (BITS_A_CHARACTER - 1 - (position % BITS_A_CHARACTER));

/** Character code at a position; 0 after the end. A shorter key thus sorts first, because no key contains U+0000. */
function codeAt(bits: string, at: number): number {
  return at < bits.length ? bits.charCodeAt(at) : 0;
}
