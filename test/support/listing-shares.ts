import type { Condition } from '../../functions/domain/condition.ts';
import type { Language } from '../../functions/domain/language.ts';
import type { PayerKind } from '../../functions/domain/payer.ts';
import type { Population } from '../../functions/domain/population.ts';
import type { Therapy } from '../../functions/domain/therapy.ts';

/** Percent of a directory's centers that name a value. */
type Shares<Value extends string> = readonly (readonly [value: Value, percent: number])[];

/** Statistics of one directory's centers: what they offer, and how often they name which values. */
export interface ListingShares {
  readonly source: { readonly name: string; readonly asOf: string };
  /** Combinations of levels that one center offers, with their weights. Housing is marked `+` or `-`. */
  readonly levels: readonly (readonly [levels: string, weight: number])[];
  readonly conditions: Shares<Condition>;
  readonly populations: Shares<Population>;
  readonly therapies: Shares<Therapy>;
  readonly payers: Shares<PayerKind>;
  readonly languages: Shares<Language>;
  readonly telehealth: number;
}

// Shares counted in SAMHSA's directories of 2023 (substance use) and 2024 (mental health), eight states.
export const substanceUse: ListingShares = {
  source: {
    name: 'SAMHSA National Directory of Drug and Alcohol Use Treatment Facilities 2023',
    asOf: '2023-04-01',
  },
  levels: [
    ['op iop aftercare', 887],
    ['op aftercare', 576],
    ['residential+ detox+ aftercare', 219],
    ['op iop php aftercare', 217],
    ['residential+ aftercare', 191],
    ['op', 160],
    ['op detox- aftercare', 147],
    ['op iop detox- aftercare', 77],
    ['residential+ aftercare sober-living+', 66],
    ['op iop', 56],
    ['residential+ inpatient+ detox+ aftercare', 47],
    ['op iop php detox- aftercare', 45],
    ['op detox-', 43],
    ['residential+', 40],
    ['op iop aftercare sober-living+', 60],
    ['residential+ detox+', 28],
    ['op iop residential+ aftercare', 40],
    ['op iop php residential+ aftercare', 50],
    ['op iop php residential+ detox+ aftercare', 40],
    ['inpatient+ detox+ aftercare', 40],
    ['detox+ aftercare', 14],
  ],
  conditions: [
    ['alcohol', 86],
    ['opioids', 90],
    ['trauma', 56],
    ['co-occurring', 74],
    ['stimulants', 3],
  ],
  populations: [
    ['women', 61],
    ['men', 59],
    ['pregnant', 34],
    ['lgbtq', 38],
    ['veterans', 35],
    ['military', 21],
    ['military-families', 25],
    ['seniors', 37],
    ['young-adults', 86],
    ['adolescents', 28],
    ['justice-involved', 55],
    ['domestic-violence', 41],
    ['sexual-abuse', 40],
    ['hiv', 32],
    ['native-american', 3],
  ],
  therapies: [
    ['cbt', 89],
    ['dbt', 1],
    ['motivational', 90],
    ['relapse-prevention', 92],
    ['contingency-management', 48],
    ['trauma-counseling', 75],
    ['individual', 97],
    ['group', 93],
    ['family', 72],
    ['12-step', 55],
    ['medication', 35],
    ['buprenorphine', 51],
    ['methadone', 12],
    ['naltrexone', 45],
    ['acupuncture', 6],
  ],
  payers: [
    ['private', 64],
    ['medicaid', 61],
    ['medicare', 32],
    ['military', 30],
    ['state', 38],
    ['tribal', 18],
    ['self-pay', 88],
    ['sliding-scale', 37],
    ['free', 1],
  ],
  languages: [
    ['es', 32],
    ['ase', 29],
    ['tl', 1],
    ['zh', 1],
    ['ru', 1],
    ['pl', 1],
    ['vi', 1],
  ],
  telehealth: 73,
};

export const mentalHealth: ListingShares = {
  source: { name: 'SAMHSA National Directory of Mental Health Treatment Facilities 2024', asOf: '2024-04-01' },
  levels: [
    ['op', 840],
    ['residential+', 208],
    ['op php', 123],
    ['inpatient+', 67],
    ['php', 31],
    ['op php inpatient+', 26],
    ['op inpatient+', 25],
    ['op residential+', 49],
    ['residential+ inpatient+', 17],
    ['php residential+', 14],
  ],
  conditions: [
    ['substance-use', 51],
    ['ptsd', 52],
    ['trauma', 55],
    ['eating', 16],
    ['co-occurring', 80],
  ],
  populations: [
    ['lgbtq', 42],
    ['veterans', 23],
    ['military', 13],
    ['military-families', 17],
    ['seniors', 35],
    ['young-adults', 92],
    ['adolescents', 63],
    ['children', 37],
    ['justice-involved', 23],
    ['domestic-violence', 15],
    ['hiv', 16],
    ['native-american', 0.4],
  ],
  therapies: [
    ['cbt', 89],
    ['dbt', 63],
    ['emdr', 16],
    ['individual', 90],
    ['group', 87],
    ['family', 71],
  ],
  payers: [
    ['private', 73],
    ['medicaid', 78],
    ['medicare', 56],
    ['military', 34],
    ['state', 44],
    ['tribal', 9],
    ['self-pay', 80],
    ['sliding-scale', 29],
  ],
  languages: [
    ['es', 46],
    ['ase', 47],
    ['tl', 3.7],
    ['fa', 4],
    ['zh', 3],
    ['ru', 2.8],
    ['hi', 2.8],
    ['vi', 2.7],
    ['ko', 2.5],
    ['ar', 2],
    ['fr', 1.8],
    ['pl', 1.2],
    ['pt', 1.1],
  ],
  telehealth: 68,
};

/** Shares of all centers: in the first directory only, in the second only, in both. */
export const inDirectories = { substanceUse: 0.592, mentalHealth: 0.293, both: 0.115 } as const;
