import { vocabulary } from './vocabulary.ts';

/** Genders that a program accepts. A program designed for one gender is recorded as a population. */
export const genders = vocabulary('gender', {
  women: { label: 'Women', synonyms: ['woman', 'female', 'females'], samhsa: ['GN:FEM'] },
  men: { label: 'Men', synonyms: ['man', 'male', 'males'], samhsa: ['GN:MALE'] },
});
export type Gender = (typeof genders.codes)[number];
