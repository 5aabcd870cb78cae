import { vocabulary } from './vocabulary.ts';

/** Age groups in years. Every age is in exactly one. */
export const ages = vocabulary('age', {
  children: { label: 'Children (0–12)', synonyms: ['children', 'child', 'kids', 'kid'], samhsa: ['AGE:CHLD'] },
  adolescents: {
    label: 'Adolescents (13–17)',
    synonyms: ['adolescent', 'teens', 'teen', 'teenagers', 'teenager'],
    samhsa: ['AGE:CHLD'],
  },
  'young-adults': { label: 'Young adults (18–25)', synonyms: ['young adults', 'young adult'], samhsa: ['AGE:YAD'] },
  adults: { label: 'Adults (26–64)', synonyms: ['adults', 'adult'], samhsa: ['AGE:ADLT'] },
  seniors: { label: 'Older adults (65+)', synonyms: ['senior', 'older adults', 'elderly'], samhsa: ['AGE:SNR'] },
});
export type Age = (typeof ages.codes)[number];

/** Oldest age that a search accepts. */
export const OLDEST = 120;

const lastYears: readonly (readonly [Age, number])[] = [
  ['children', 12],
  ['adolescents', 17],
  ['young-adults', 25],
  ['adults', 64],
];

/** The age group of an age in whole years. @throws RangeError for an age that nobody reaches. */
export function bandOf(years: number): Age {
  if (!Number.isInteger(years) || years < 0 || years > OLDEST) throw new RangeError(`${years} is not an age in years`);
  return lastYears.find(([, last]) => years <= last)?.[0] ?? 'seniors';
}
