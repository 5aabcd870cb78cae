import type { ListField, YesNoField } from '../domain/fields.ts';
import type { State } from '../domain/state.ts';
import type { ValueOf } from '../domain/vocabularies.ts';
import type { Field } from './sayings/field.ts';

/** The meaning of a typed text, as fields of the search. */
export interface Reading extends Lists, YesNo {
  /**
   * Text for `near`: a ZIP, a point, `Phoenix, AZ`, `me`, or the name of an ambiguous city. Null if no place was named.
   */
  readonly near: string | null;
  /** A whole state that we serve; never together with `near`. */
  readonly state: State | null;
  /** States whose plans are named. Results are restricted to them, wherever the search starts. */
  readonly in: readonly State[];
  /** The postal code of a whole state that we do not serve; its name is also in `ignored`. */
  readonly unservedState: string | null;
  /** `20mi` or `40km`. */
  readonly within: string | null;
  readonly accepting: boolean;
  /** True if the text expresses danger to life: show the crisis lines first. The search itself is not affected. */
  readonly crisis: boolean;
  /** Words that were not understood, as typed and in order. Words that ask for nothing are left out. */
  readonly ignored: readonly string[];
  /**
   * Each phrase of the text with its meaning, in order. A phrase with two values is listed twice; words that ask for
   * nothing have null. Every word is either here or in `ignored`.
   */
  readonly understood: readonly Understood[];
}

/** Values of every list field; payers are kinds of payer and slugs of the given insurers. */
type Lists = { readonly [Field in ListField]: readonly ValueOf<Field>[] };
/** Null if the text does not mention it. */
type YesNo = { readonly [Field in YesNoField]: boolean | null };

export interface Understood {
  /** The words as typed. */
  readonly words: string;
  /** Null if the words only join others or repeat less clearly what others say. */
  readonly field: Field | 'within' | null;
  readonly value: string | null;
  /** The person named something narrower than the value: an insurer that no listing names is read as `private`. */
  readonly widened?: true;
}
