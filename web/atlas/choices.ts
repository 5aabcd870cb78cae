import { type Age, ages } from '../../functions/domain/age.ts';
import { type PayerKind, payers } from '../../functions/domain/payer.ts';

/** What a reader of the atlas can choose about an intensive outpatient program. Null means any. */
export interface Choice {
  readonly payer: PayerKind | null;
  readonly age: Age | null;
  readonly language: 'es' | null;
}

export const anything: Choice = { payer: null, age: null, language: null };
export const payerChoices: readonly Choice['payer'][] = [null, ...payers.codes];
export const ageChoices: readonly Choice['age'][] = [null, ...ages.codes];
export const languageChoices: readonly Choice['language'][] = [null, 'es'];

/** Every combination of choices, in a fixed order. A center's answers have one letter for each, in this order. */
export const allChoices: readonly Choice[] = payerChoices.flatMap((payer) =>
  ageChoices.flatMap((age) => languageChoices.map((language) => ({ payer, age, language }))),
);

/** Position of a combination of choices in {@link allChoices}. */
export const positionOf = ({ payer, age, language }: Choice): number =>
  (payerChoices.indexOf(payer) * ageChoices.length + ageChoices.indexOf(age)) * languageChoices.length +
  languageChoices.indexOf(language);

/** A center's answers to a combination of choices: it is listed (`y`), it may fit (`m`), or it does not (`n`). */
export const letters = { yes: 'y', may: 'm', no: 'n' } as const;
export type Letter = (typeof letters)[keyof typeof letters];
