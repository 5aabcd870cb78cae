import { type Field, isField, type Values } from './field.ts';

/** Ignores fields that the table of fields (domain/fields.ts) no longer has. */
type ByField = { readonly [F in Field]?: readonly Values[F][] } & Readonly<
  Record<string, readonly string[] | undefined>
>;

/** A phrase that people use, and its meaning. With neither `means` nor `implies` it only prevents a misreading. */
export interface Saying {
  /** Words and phrases, separated by commas. */
  readonly said: string;
  /** Values that the phrase always means. */
  readonly means?: ByField;
  /** Counts only if the text states nothing plainer: "rehab" alone is residential, "outpatient rehab" is not. */
  readonly implies?: ByField;
  /**
   * What counts as plainer: a field, `field:value`, or `implied:field:value` if that is also only implied. Its own
   * field always does, unless `yieldsOnlyTo` says otherwise.
   */
  readonly yieldsTo?: readonly string[];
  readonly yieldsOnlyTo?: readonly string[];
  /** Not understood: its words are reported as ignored ("toll free" is not a way to pay). */
  readonly unread?: true;
  /** The person named something narrower than the value, which has no code of its own. */
  readonly widened?: true;
  /**
   * No misspelling is corrected to one of its words; misspellings of its longer phrases may also be part of a place's
   * name.
   */
  readonly ordinary?: true;
  /** Has this meaning only with a hyphen between its words. */
  readonly hyphened?: true;
}

export const inOrdinaryWords = (saying: Saying): Saying => ({ ...saying, ordinary: true });

/** One meaning of a phrase. */
export interface Meaning {
  readonly field: Field;
  readonly value: string;
  /** Null if the value is stated plainly; otherwise what overrides it, as `field` or `field:value`. */
  readonly yieldsTo: readonly string[] | null;
}

export function meaningsOf(saying: Saying): readonly Meaning[] {
  const flat = (values: ByField = {}) =>
    Object.entries(values).flatMap(([field, list = []]) =>
      isField(field) ? list.map((value) => ({ field, value })) : [],
    );
  // In the order in which values are shown: "residential, inpatient".
  return [
    ...flat(saying.implies).map((said) => ({
      ...said,
      yieldsTo: saying.yieldsOnlyTo ?? [said.field, ...(saying.yieldsTo ?? [])],
    })),
    ...flat(saying.means).map((said) => ({ ...said, yieldsTo: null })),
  ];
}
