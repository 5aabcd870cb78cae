import type { Facts } from '../dataset/facts.ts';
import type { Profile } from '../dataset/index-nodes.ts';
import type { LevelCounts } from '../dataset/summary.ts';
import type { FieldName } from '../domain/fields.ts';
import type { Counted } from './counted.ts';

/**
 * An offering's answer to one field, in three-valued (Kleene) logic. The answers are numbers: "and" is the smaller one,
 * "or" the greater one.
 */
export const NO = 0;
export const UNKNOWN = 1;
export const YES = 2;
export type Answer3 = typeof NO | typeof UNKNOWN | typeof YES;

/**
 * The answers that the offerings under an index entry may give, as bits. A bit that is not set means that none of them
 * gives this answer.
 */
export const MAY_BE_YES = 1;
export const MAY_BE_UNKNOWN = 2;

/** An offering, prepared for comparison with a search. */
export interface Offered extends Profile {
  readonly facts: Facts;
  /** Position of the level in the list of levels. */
  readonly level: number;
}

/** One requested field of a search, prepared for comparison with offerings. */
export interface Asked {
  readonly field: FieldName;
  answer(offering: Offered): Answer3;
  /**
   * The answers that the offerings of a profile may give, as {@link MAY_BE_YES} and {@link MAY_BE_UNKNOWN}. 0 if all of
   * them say no. A profile sums up offerings of one level under an index entry.
   */
  mayAnswer(profile: Profile, level: number): number;
  /** How many centers of a level answer yes, and how many may answer unknown. Used to estimate. */
  counted(everywhere: LevelCounts): Counted;
}
