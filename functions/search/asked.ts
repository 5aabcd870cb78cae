import type { Facts } from '../dataset/facts.ts';
import type { Profile } from '../dataset/index-nodes.ts';
import type { LevelCounts } from '../dataset/summary.ts';
import type { FieldName } from '../domain/fields.ts';
import type { Counted } from './counted.ts';

/**
 * How an offering answers a field: three-valued (Kleene) logic. "And" is the least of its parts, "or" the greatest.
 * Numbers, so that both are a comparison.
 */
export const NO = 0;
export const UNKNOWN = 1;
export const YES = 2;
export type Answer3 = typeof NO | typeof UNKNOWN | typeof YES;

/** Possible answers of the offerings under a profile, as bits. Sound: a bit that is not set applies to none of them. */
export const MAY_BE_YES = 1;
export const MAY_BE_UNKNOWN = 2;

/** An offering as a search compares it. */
export interface Offered extends Profile {
  readonly facts: Facts;
  /** Position in the list of levels. */
  readonly level: number;
}

/** One field of a search, prepared for comparison. */
export interface Asked {
  readonly field: FieldName;
  answer(offering: Offered): Answer3;
  /** A combination of {@link MAY_BE_YES} and {@link MAY_BE_UNKNOWN}; 0 if every offering under the profile says no. */
  mayAnswer(profile: Profile, level: number): number;
  /** Counts for estimates. */
  counted(everywhere: LevelCounts): Counted;
}
