import type { Vocabulary } from '../domain/vocabulary.ts';

/**
 * A set of values of a closed list as bits: bit n stands for the n-th value of the list.
 * Published pages hold masks, so lists are only ever appended to (domain/vocabulary.ts). At most 31 values fit.
 */
export type Mask = number;

export function maskOf<Code extends string>(vocabulary: Vocabulary<Code>, values: Iterable<Code>): Mask {
  let mask = 0;
  for (const value of values) {
    const bit = vocabulary.codes.indexOf(value);
    if (bit < 0) throw new RangeError(`"${value}" is not a ${vocabulary.name}`);
    mask |= 1 << bit;
  }
  return mask;
}

/** What a search for these values finds: the values and all below them. */
export function familyMask<Code extends string>(vocabulary: Vocabulary<Code>, values: Iterable<Code>): Mask {
  let mask = 0;
  for (const value of values) mask |= maskOf(vocabulary, vocabulary.family(value));
  return mask;
}

export function valuesOf<Code extends string>(vocabulary: Vocabulary<Code>, mask: Mask): Code[] {
  return vocabulary.codes.filter((_, bit) => (mask & (1 << bit)) !== 0);
}
