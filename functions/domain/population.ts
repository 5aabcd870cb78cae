import type { z } from 'zod';
import { vocabulary } from './vocabulary.ts';

/** Whom a program is made for, or whom it has a special track for. */
export const populations = vocabulary('population', {
  women: { label: 'Women', synonyms: ['women', 'woman', 'female'], samhsa: ['SG:WN'] },
  men: { label: 'Men', synonyms: ['men', 'man', 'male'], samhsa: ['SG:MN'] },
  pregnant: {
    label: 'Pregnant or postpartum',
    synonyms: ['pregnant', 'pregnancy', 'postpartum'],
    samhsa: ['SG:PW'],
  },
  lgbtq: { label: 'LGBTQ+', synonyms: ['lgbtq', 'lgbt', 'gay', 'transgender', 'queer'], samhsa: ['SG:GL'] },
  veterans: { label: 'Veterans', synonyms: ['veterans', 'veteran'], samhsa: ['SG:VET'] },
  military: { label: 'Active-duty military', synonyms: ['active duty', 'military'], samhsa: ['SG:ADM'] },
  'military-families': { label: 'Military families', synonyms: ['military families'], samhsa: ['SG:MF'] },
  seniors: { label: 'Older adults', synonyms: ['seniors', 'elderly', 'older adults'], samhsa: ['SG:SE'] },
  'young-adults': {
    label: 'Young adults',
    synonyms: ['young adults', 'college students'],
    samhsa: ['SG:TAY', 'AGE:YAD'],
  },
  adolescents: {
    label: 'Adolescents',
    synonyms: ['adolescents', 'teens', 'teenagers', 'youth'],
    samhsa: ['SG:AD', 'AGE:CHLD'],
  },
  children: { label: 'Children', synonyms: ['children', 'kids'], samhsa: ['SG:SED', 'FT:RTCC'] },
  adults: { label: 'Adults', synonyms: ['adults'], samhsa: ['AGE:ADLT'] },
  'justice-involved': {
    label: 'Justice-involved',
    synonyms: ['justice', 'court ordered', 'probation', 'parole', 'dui'],
    samhsa: ['SG:CJ', 'EXCL:DU', 'EXCL:DUO'],
  },
  'domestic-violence': {
    label: 'Survivors of domestic violence',
    synonyms: ['domestic violence', 'intimate partner violence'],
    samhsa: ['SG:DV'],
  },
  'sexual-abuse': { label: 'Survivors of sexual abuse', synonyms: ['sexual abuse'], samhsa: ['SG:XA'] },
  hiv: { label: 'People with HIV', synonyms: ['hiv', 'aids'], samhsa: ['SG:HV'] },
  'native-american': {
    label: 'Native American communities',
    synonyms: ['native american', 'american indian', 'alaska native', 'tribal'],
    samhsa: ['SL:NX', 'FOP:IH', 'FOP:TBG'],
  },
});
export const populationSchema = populations.schema;
export type Population = z.infer<typeof populationSchema>;
