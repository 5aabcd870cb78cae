import { retired, vocabulary } from './vocabulary.ts';

/** Groups that a program is designed for, or has a special track for. */
export const populations = vocabulary('population', {
  women: { label: 'Women', synonyms: ['women', 'woman', 'female', 'ladies', 'females'], samhsa: ['SG:WN'] },
  men: { label: 'Men', synonyms: ['men', 'man', 'male', 'males', 'guys'], samhsa: ['SG:MN'] },
  pregnant: {
    label: 'Pregnant or postpartum',
    synonyms: ['pregnant', 'pregnancy', 'postpartum', 'expecting', 'perinatal', 'prenatal'],
    samhsa: ['SG:PW'],
  },
  lgbtq: {
    label: 'LGBTQ+',
    synonyms: ['lgbtq', 'lgbt', 'gay', 'transgender', 'queer', 'lesbian', 'bisexual', 'trans', 'nonbinary', 'lgbtqia'],
    samhsa: ['SG:GL'],
  },
  veterans: { label: 'Veterans', synonyms: ['veterans', 'veteran', 'vets'], samhsa: ['SG:VET', 'FOP:VAMC', 'FT:VAHC'] },
  military: {
    label: 'Active-duty military',
    synonyms: ['active duty', 'military', 'service members', 'active military'],
    samhsa: ['SG:ADM', 'FOP:DDF'],
  },
  'military-families': {
    label: 'Military families',
    synonyms: ['military families', 'military family', 'military spouse'],
    samhsa: ['SG:MF'],
  },
  seniors: {
    label: 'Older adults',
    synonyms: ['seniors', 'elderly', 'older adults', 'senior', 'elders', 'senior citizens', 'geriatric'],
    samhsa: ['SG:SE'],
  },
  'young-adults': {
    label: 'Young adults',
    synonyms: ['young adults', 'college students', 'young adult', 'young men and women', 'college student'],
    samhsa: ['SG:TAY'],
  },
  adolescents: {
    label: 'Adolescents',
    synonyms: ['adolescents', 'teens', 'teenagers', 'youth', 'teen', 'teenager', 'teenage', 'adolescent', 'juvenile'],
    samhsa: ['SG:AD', 'SG:SED', 'FT:RTCC'],
  },
  children: {
    label: 'Children',
    synonyms: ['children', 'kids', 'child', 'kid', 'pediatric'],
    samhsa: ['SG:SED', 'FT:RTCC'],
  },
  // Retired: accepting adults is recorded in `ages` (age.ts), and does not make a program one for adults.
  adults: retired,
  'justice-involved': {
    label: 'Justice-involved',
    synonyms: [
      'justice',
      'court ordered',
      'probation',
      'parole',
      'dui',
      'court mandated',
      'drug court',
      'criminal justice',
    ],
    samhsa: ['SG:CJ', 'EXCL:DU', 'EXCL:DUO'],
  },
  'domestic-violence': {
    label: 'Survivors of domestic violence',
    synonyms: ['domestic violence', 'intimate partner violence', 'domestic abuse', 'abusive relationship'],
    samhsa: ['SG:DV'],
  },
  'sexual-abuse': {
    label: 'Survivors of sexual abuse',
    synonyms: ['sexual abuse', 'sexual assault', 'sexual trauma', 'rape'],
    samhsa: ['SG:XA'],
  },
  hiv: { label: 'People with HIV', synonyms: ['hiv', 'aids', 'hiv positive', 'hiv/aids'], samhsa: ['SG:HV'] },
  'native-american': {
    label: 'Native American communities',
    synonyms: ['native american', 'american indian', 'alaska native', 'tribal', 'indigenous', 'native'],
    samhsa: ['FOP:IH', 'FOP:TBG', 'PAY:ITU'],
  },
});
export type Population = (typeof populations.codes)[number];
