import { ages } from '../../functions/domain/age.ts';
import { payers } from '../../functions/domain/payer.ts';
import type { Choice, languageChoices } from './choices.ts';
import { bands, type Standing } from './reading.ts';

/** Texts of the atlas, which is for planners and admissions teams. In English only. */
export const count = (people: number): string => Math.round(people).toLocaleString('en-US');

export function percent(share: number): string {
  if (share > 0 && share < 0.001) return 'under 0.1%';
  if (share === 0 || share === 1) return `${share * 100}%`;
  if (share > 0.99) return `${(Math.floor(share * 1000) / 10).toFixed(1)}%`;
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)}%`;
}

/** Formats a distance: `4.2 mi`, `38 mi`. */
export const miles = (distance: number): string =>
  distance < 0.05 ? 'under 0.1 mi' : `${distance < 9.95 ? distance.toFixed(1) : Math.round(distance)} mi`;

export const payerLabel = (payer: Choice['payer']): string =>
  payer === null ? 'Any way to pay' : payers.terms[payer].label;
export const ageLabel = (age: Choice['age']): string => (age === null ? 'Any age' : ages.terms[age].label);
export const languageLabel = (language: (typeof languageChoices)[number]): string =>
  language === null ? 'Any language' : 'Spanish';

/** Describes a choice: `an intensive outpatient program that takes Medicaid, for adults (26–64), in Spanish`. */
export function asked({ payer, age, language }: Choice): string {
  const taken = payer === null ? '' : ` that takes ${inSentence(payers.terms[payer].label)}`;
  const aged = age === null ? '' : ` for ${inSentence(ages.terms[age].label)}`;
  return `an intensive outpatient program${taken}${aged}${language === null ? '' : ' in Spanish'}`;
}

/** Lowers the first letter of a label, except in names such as Medicaid and in abbreviations. */
const inSentence = (label: string): string =>
  /^(?:Medic|TRICARE|IHS)/.test(label) ? label : label.slice(0, 1).toLowerCase() + label.slice(1);

export const standingWords: Readonly<Record<Standing, string>> = {
  near: 'Near',
  ask: 'Not known: ask',
  border: 'Not known: beyond the border',
  far: 'Far',
};

/** Describes a distance band in miles: `up to 5`, `5 to 15`, `more than 60`. */
export function rangeOf(band: number): string {
  const [from, to] = [bands[band - 1], bands[band]];
  if (from === undefined) return `up to ${to}`;
  return to === Infinity ? `more than ${from}` : `${from} to ${to}`;
}
