import { wordsOf } from '../../../dataset/words.ts';
import type { State } from '../../../domain/state.ts';
import type { Reading, Understood } from '../../../query/reading.ts';
import type { SearchBody } from './fields.ts';

/** What a typed text was understood to mean. */
export interface QReading {
  readonly fields: Partial<SearchBody>;
  /** Words that were not understood. */
  readonly ignored: readonly string[];
  /** The meaning of each understood phrase, in order. */
  readonly understood: readonly Understood[];
  /** True if the text expresses danger to life: the helplines then come first. */
  readonly crisis: boolean;
  /** The state of a plan that is named without a place. The answer then asks for a place in that state. */
  readonly planState: State | null;
  /** Name of a whole state that the text asks for but that has no listings, so there is no place to search near. */
  readonly unservedState: string | null;
  /** False if the text names no place and does not say "near me". */
  readonly saysWhere: boolean;
}

/** The search fields that a text was read as. A text without a place searches near the caller. */
export function qReadingOf({
  near,
  state,
  unservedState,
  ignored,
  crisis,
  understood,
  accepting,
  within,
  ...asked
}: Reading): QReading {
  const filled = Object.entries(asked).filter(([, value]) =>
    Array.isArray(value) ? value.length > 0 : value !== null,
  );
  const fields: Partial<SearchBody> = {
    ...whereOf(near, state, unservedState),
    // A search of a whole state has no radius, so it is left out.
    ...(within === null || state !== null ? {} : { within }),
    ...(Object.fromEntries(filled) as Partial<SearchBody>),
    ...(accepting ? { accepting: true as const } : {}),
  };
  const planState = near === null && state === null && unservedState === null ? (asked.in[0] ?? null) : null;
  const saysWhere = near !== null || state !== null || unservedState !== null;
  return { fields, ignored, understood, crisis, planState, unservedState, saysWhere };
}

/** Words that introduce a landmark: "iop near banner hospital" does not ask for that hospital. */
const BESIDE = /\b(?:near|by|beside|behind|around|off|from|to|cerca de|junto a)\s+(?:the\s+)?$/i;

/**
 * The words that were not understood, if they may be a center's name. Null if there are none or too many, or if they
 * name a landmark.
 */
export function perhapsNameOf(text: string, { ignored }: QReading): string | null {
  const [first] = ignored;
  if (first === undefined || ignored.length > MOST_NAME_WORDS) return null;
  const at = text.indexOf(first);
  if (at >= 0 && BESIDE.test(text.slice(0, at))) return null;
  const name = ignored.join(' ');
  return wordsOf(name).length === 0 ? null : name;
}

/** A text with more words than this is a story, not a name. */
const MOST_NAME_WORDS = 6;

function whereOf(near: string | null, state: State | null, unservedState: string | null): Partial<SearchBody> {
  if (state !== null) return { state };
  if (near !== null) return { near };
  return unservedState === null ? { near: 'me' } : {};
}
