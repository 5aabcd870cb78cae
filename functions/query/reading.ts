import type { ListField, YesNoField } from '../domain/fields.ts';
import type { State } from '../domain/state.ts';
import type { ValueOf } from '../domain/vocabularies.ts';
import type { Field } from './sayings/field.ts';

/** What a text typed into one search box asks for, in the fields of the search. */
export interface Reading extends Lists, YesNo {
  /** Text for `near`: a ZIP, a point, `Phoenix, AZ`, `me`, or the name of an ambiguous city. Null where no place was named. */
  readonly near: string | null;
  /** A whole state that we serve; never together with `near`. */
  readonly state: State | null;
  /** States whose plans are named; results are kept to them, wherever the search starts. */
  readonly in: readonly State[];
  /** The postal code of a whole state that we do not serve: its name is in `ignored` too. */
  readonly unservedState: string | null;
  /** `20mi` or `40km`. */
  readonly within: string | null;
  readonly accepting: boolean;
  /** Words of a life in danger: show the crisis lines first. The search goes on as usual. */
  readonly crisis: boolean;
  /** Words that were not understood, as typed and in order. Words that carry no wish of their own are left out. */
  readonly ignored: readonly string[];
  /**
   * Each stretch of the text with what it was read as, in order. A stretch with two values is listed twice; words that
   * ask for nothing have null. Every word is either here or in `ignored`.
   */
  readonly understood: readonly Understood[];
}

/** Values of every list that a search takes; payers are kinds of payer and slugs of the insurers that were given. */
type Lists = { readonly [Field in ListField]: readonly ValueOf<Field>[] };
/** Null where nothing was said of it. */
type YesNo = { readonly [Field in YesNoField]: boolean | null };

export interface Understood {
  /** The words as typed. */
  readonly words: string;
  /** Null if the words only join others or repeat less clearly what others say. */
  readonly field: Field | 'within' | null;
  readonly value: string | null;
  /** The person said something narrower than the value: an insurer that no listing names is read as `private`. */
  readonly widened?: true;
}
