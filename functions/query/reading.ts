import type { ListField, YesNoField } from '../domain/fields.ts';
import type { State } from '../domain/state.ts';
import type { ValueOf } from '../domain/vocabularies.ts';
import type { Field } from './sayings/field.ts';

/** The meaning of a typed text, as fields of the search. */
export interface Reading extends Lists, YesNo {
  /**
   * Value for the search parameter `near`: a ZIP, coordinates, `Phoenix, AZ`, `me`, or the name of an ambiguous city.
   * Null if the text names no place.
   */
  readonly near: string | null;
  /** Code of a whole state to search in, if we serve it. Never set together with `near`. */
  readonly state: State | null;
  /** States whose health plans the text names. Results are restricted to these states, wherever the search starts. */
  readonly in: readonly State[];
  /** Code of a whole state that we do not serve. Its name is also in `ignored`. */
  readonly unservedState: string | null;
  /** Radius, such as `20mi` or `40km`. */
  readonly within: string | null;
  readonly accepting: boolean;
  /** True if the text expresses danger to life. Show the crisis lines first; the search itself is the same. */
  readonly crisis: boolean;
  /** Words that were not understood, as typed and in order. Words that ask for nothing are left out. */
  readonly ignored: readonly string[];
  /**
   * All phrases of the text with their meanings, in order. A phrase with two values is listed twice. The meaning of
   * words that ask for nothing is null. Every word of the text is either here or in `ignored`.
   */
  readonly understood: readonly Understood[];
}

/**
 * The requested values of each field that is a list. A payer is a kind of payer, or the slug of an insurer passed by
 * the caller.
 */
type Lists = { readonly [Field in ListField]: readonly ValueOf<Field>[] };
/** True or false as requested; null if the text does not mention the field. */
type YesNo = { readonly [Field in YesNoField]: boolean | null };

export interface Understood {
  /** The words of the phrase, as typed. */
  readonly words: string;
  /**
   * The field that the words set. Null if they only join others, or if the text says the same more clearly elsewhere.
   */
  readonly field: Field | 'within' | null;
  readonly value: string | null;
  /** True if the words are narrower than the value: an insurer that no listing names is read as `private`. */
  readonly widened?: true;
}
