import { type Age, ages } from '../../functions/domain/age.ts';
import { type PayerKind, payers } from '../../functions/domain/payer.ts';

/** The atlas's choices for an intensive outpatient program; null for any. */
export interface Choice {
  readonly payer: PayerKind | null;
  readonly age: Age | null;
  readonly language: 'es' | null;
}

export const anything: Choice = { payer: null, age: null, language: null };
export const payerChoices: readonly Choice['payer'][] = [null, ...payers.codes];
export const ageChoices: readonly Choice['age'][] = [null, ...ages.codes];
export const languageChoices: readonly Choice['language'][] = [null, 'es'];

/** Every combination, in the order of the letters of a center's answers. */
export const allChoices: readonly Choice[] = payerChoices.flatMap((payer) =>
  ageChoices.flatMap((age) => languageChoices.map((language) => ({ payer, age, language }))),
);

/** The choice's position in {@link allChoices}. */
export const positionOf = ({ payer, age, language }: Choice): number =>
  (payerChoices.indexOf(payer) * ageChoices.length + ageChoices.indexOf(age)) * languageChoices.length +
  languageChoices.indexOf(language);

/** Letters for a center's answer to a choice: listed, possible, or no. */
export const letters = { yes: 'y', may: 'm', no: 'n' } as const;
export type Letter = (typeof letters)[keyof typeof letters];
