import { vocabulary } from './vocabulary.ts';

/** Genders that a program accepts. A gender that it is designed for is a population. */
export const genders = vocabulary('gender', {
  women: { label: 'Women', synonyms: ['woman', 'female', 'females'], samhsa: ['GN:FEM'] },
  men: { label: 'Men', synonyms: ['man', 'male', 'males'], samhsa: ['GN:MALE'] },
});
export type Gender = (typeof genders.codes)[number];
