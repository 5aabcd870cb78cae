import type { Vocabulary } from '../domain/vocabulary.ts';

/**
 * A set of values of a closed list as a number. Bit n is set if the set contains the n-th value, so a list can have at
 * most 31 values. Published pages contain masks, so append values to a list and never reorder it
 * (domain/vocabulary.ts).
 */
export type Mask = number;

export function maskOf<Code extends string>(vocabulary: Vocabulary<Code>, values: Iterable<Code>): Mask {
  let mask = 0;
  for (const value of values) {
    const bit = vocabulary.positions.indexOf(value);
    if (bit < 0) throw new RangeError(`"${value}" is not a ${vocabulary.name}`);
    mask |= 1 << bit;
  }
  return mask;
}

/** Mask of the values and all their descendants, since a search for a value also finds its children. */
export function familyMask<Code extends string>(vocabulary: Vocabulary<Code>, values: Iterable<Code>): Mask {
  let mask = 0;
  for (const value of values) mask |= maskOf(vocabulary, vocabulary.family(value));
  return mask;
}

export function valuesOf<Code extends string>(vocabulary: Vocabulary<Code>, mask: Mask): Code[] {
  return vocabulary.positions.filter((code, bit): code is Code => code !== null && (mask & (1 << bit)) !== 0);
}
