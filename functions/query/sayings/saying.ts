import { type Field, isField, type Values } from './field.ts';

/** A field that the table of fields (domain/fields.ts) no longer has is passed over. */
type ByField = { readonly [F in Field]?: readonly Values[F][] } & Readonly<
  Record<string, readonly string[] | undefined>
>;

/** What people say, and what is to be read in it. With neither `means` nor `implies` it is only kept from being misread. */
export interface Saying {
  /** Words and phrases, parted by commas. */
  readonly said: string;
  /** Always read. */
  readonly means?: ByField;
  /** Read only while the text states nothing plainer: "rehab" alone is residential, "outpatient rehab" is not. */
  readonly implies?: ByField;
  /** What else is plainer: a field, `field:value`, or `implied:field:value` where that is implied too. Its own field always is, unless `yieldsOnlyTo` says otherwise. */
  readonly yieldsTo?: readonly string[];
  readonly yieldsOnlyTo?: readonly string[];
  /** Not understood: its words are reported as ignored ("toll free" is not a way to pay). */
  readonly unread?: true;
  /** The person said something narrower than the value, which has no value of its own. */
  readonly widened?: true;
  /** No misspelling is taken for one of its words; those of its longer phrases may also be part of a place's name. */
  readonly ordinary?: true;
  /** Read only with a hyphen between its words. */
  readonly hyphened?: true;
}

export const inOrdinaryWords = (saying: Saying): Saying => ({ ...saying, ordinary: true });

/** One value that a stretch of text was read as. */
export interface Meaning {
  readonly field: Field;
  readonly value: string;
  /** Null where the value is plainly said; else what takes its place, as `field` or `field:value`. */
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
