import type { Meaning } from './sayings/saying.ts';
import type { Token } from './tokenize.ts';

/** A city, a ZIP or a point that a phrase names. */
export interface NamedPlace {
  /** The value for the search parameter `near`. */
  readonly near: string;
  /** The city's name alone, to be joined with a state named elsewhere; null for a ZIP or a point. */
  readonly city: string | null;
  /** Postal code of the place's state; null if the state was not named and cannot be derived. */
  readonly state: string | null;
  /** True if the place was typed with its state, so that another state in the text does not restrict it. */
  readonly saysState?: true;
  /** Certainty that this is where to search: a ZIP or point 3, a city with its state 2, a city after "in" 1, else 0. */
  readonly certainty: 0 | 1 | 2 | 3;
}

/** One way to read the tokens `from … to` (exclusive). */
export interface Span {
  readonly from: number;
  readonly to: number;
  /** Base cost of this reading (segmentation.ts). */
  readonly rank: number;
  /** Extra cost: spelling slips, or a language other than the text's. */
  readonly penalty?: number;
  readonly meanings: readonly Meaning[];
  /** True if the words of the span are reported as not understood. */
  readonly unread?: boolean;
  /** True if the words are narrower than the value: an insurer that no listing names is read as `private`. */
  readonly widened?: boolean;
  readonly place?: NamedPlace;
  readonly within?: string;
}

/** Base costs of readings: a full name or number, a word in the lexicon, a town by name alone, a guess from a slip. */
export const rank = { sure: 1, term: 1.5, place: 2, guess: 3 } as const;

/** The words of a span, as typed. */
export function textOf(tokens: readonly Token[], { from, to }: Pick<Span, 'from' | 'to'>): string {
  return tokens
    .slice(from, to)
    .map(({ gap, text }, at) => (at === 0 ? text : gap + text))
    .join('');
}
