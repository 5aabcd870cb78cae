import { type Field, isField, type Values } from './field.ts';

/** Values by field. Fields that the table of fields (domain/fields.ts) no longer has are allowed and ignored. */
type ByField = { readonly [F in Field]?: readonly Values[F][] } & Readonly<
  Record<string, readonly string[] | undefined>
>;

/**
 * Phrases that people use, and what they mean. A saying with neither `means` nor `implies` only prevents a misreading.
 */
export interface Saying {
  /** Words and phrases, separated by commas. */
  readonly said: string;
  /** Values that the phrase always means. */
  readonly means?: ByField;
  /**
   * Values that the phrase suggests. They count only if the text states nothing plainer: "rehab" alone is residential,
   * "outpatient rehab" is not.
   */
  readonly implies?: ByField;
  /**
   * What makes this value yield: a field, `field:value`, or `implied:field:value` for a value that is also only
   * implied. The value's own field is always included, unless `yieldsOnlyTo` is set.
   */
  readonly yieldsTo?: readonly string[];
  readonly yieldsOnlyTo?: readonly string[];
  /** True if the words are to be reported as not understood: "toll free" is not a way to pay. */
  readonly unread?: true;
  /** True if the phrase is narrower than the value, and has no code of its own. */
  readonly widened?: true;
  /**
   * True if no misspelling is corrected to a word of this phrase. Misspellings of a longer phrase may then also be part
   * of a place's name.
   */
  readonly ordinary?: true;
  /** True if the phrase has this meaning only with a hyphen between its words. */
  readonly hyphened?: true;
}

export const inOrdinaryWords = (saying: Saying): Saying => ({ ...saying, ordinary: true });

/** One meaning of a phrase. */
export interface Meaning {
  readonly field: Field;
  readonly value: string;
  /** What overrides an implied value: fields, as `field` or `field:value`. Null if the value is stated plainly. */
  readonly yieldsTo: readonly string[] | null;
}

export function meaningsOf(saying: Saying): readonly Meaning[] {
  const flat = (values: ByField = {}) =>
    Object.entries(values).flatMap(([field, list = []]) =>
      isField(field) ? list.map((value) => ({ field, value })) : [],
    );
  // Implied values come first, which is the order of display: "residential, inpatient".
  return [
    ...flat(saying.implies).map((said) => ({
      ...said,
      yieldsTo: saying.yieldsOnlyTo ?? [said.field, ...(saying.yieldsTo ?? [])],
    })),
    ...flat(saying.means).map((said) => ({ ...said, yieldsTo: null })),
  ];
}
