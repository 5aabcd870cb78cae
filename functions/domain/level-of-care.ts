import { type Term, vocabulary } from './vocabulary.ts';

/**
 * A code of the criteria of the American Society of Addiction Medicine. It is a string, because 3.1 and 3.10 differ.
 */
export interface AsamCode {
  readonly edition: '3' | '4';
  readonly code: string;
}

/**
 * What is known of a level of care in addition to other terms: its position in the continuum of care and its billing
 * codes.
 */
export interface LevelTerm extends Term {
  /**
   * Position in the continuum of care, where a step up has the next higher number. Null for a level that is not part of
   * it.
   */
  readonly order: number | null;
  readonly asam: readonly AsamCode[];
  readonly hcpcs: readonly string[];
  readonly revenue: readonly string[];
  /** Usual clinical hours per week by age group: the least and the most. Null if not defined. */
  readonly weeklyHours: { readonly adult: HourRange; readonly adolescent: HourRange } | null;
}

interface HourRange {
  readonly atLeast: number | null;
  readonly lessThanOrEqual: number | null;
  readonly lessThan?: number;
}

// Sources: ASAM criteria, 3rd edition (2013) and 4th edition (2023, adults); HCPCS and revenue codes as CMS publishes
// them.
const terms = {
  op: {
    label: 'Outpatient (OP)',
    synonyms: [
      'outpatient',
      'op',
      'regular outpatient',
      'traditional outpatient',
      'outpatient program',
      'outpatient treatment',
      'standard outpatient',
    ],
    order: 1,
    samhsa: ['SET:ORT', 'SET:OP', 'SET:OMB'],
    asam: [
      { edition: '3', code: '1' },
      { edition: '4', code: '1.5' },
      { edition: '4', code: '1.7' },
    ],
    hcpcs: [],
    revenue: [],
    weeklyHours: {
      adult: { atLeast: null, lessThanOrEqual: null, lessThan: 9 },
      adolescent: { atLeast: null, lessThanOrEqual: null, lessThan: 6 },
    },
  },
  iop: {
    label: 'Intensive outpatient program (IOP)',
    synonyms: [
      'iop',
      'intensive outpatient',
      'intensive outpatient program',
      'intensive outpatient treatment',
      'intensive outpatient therapy',
      'intensive outpatient care',
      'intensive day and evening program',
    ],
    order: 2,
    samhsa: ['SET:OIT'],
    asam: [
      { edition: '3', code: '2.1' },
      { edition: '4', code: '2.1' },
    ],
    hcpcs: ['H0015', 'S9480'],
    revenue: ['0905', '0906'],
    weeklyHours: {
      adult: { atLeast: 9, lessThanOrEqual: 19 },
      adolescent: { atLeast: 6, lessThanOrEqual: 19 },
    },
  },
  php: {
    label: 'Partial hospitalization program (PHP)',
    synonyms: [
      'php',
      'partial hospitalization',
      'partial hospital',
      'day treatment',
      'day program',
      'partial',
      'partial hospitalization program',
      'partial program',
      'day hospital',
      'day rehab',
    ],
    order: 3,
    samhsa: ['SET:ODT', 'SET:PHDT'],
    asam: [
      { edition: '3', code: '2.5' },
      { edition: '4', code: '2.5' },
    ],
    hcpcs: ['H0035', 'S0201'],
    revenue: ['0912', '0913'],
    weeklyHours: {
      adult: { atLeast: 20, lessThanOrEqual: null },
      adolescent: { atLeast: 20, lessThanOrEqual: null },
    },
  },
  residential: {
    label: 'Residential (live-in) treatment',
    synonyms: [
      'residential',
      'live-in',
      'residential treatment',
      'inpatient rehab',
      'residential program',
      'residential rehab',
      'residential care',
      'live-in treatment',
      'live-in rehab',
      'recovery ranch',
    ],
    order: 4,
    samhsa: ['SET:RES', 'SET:RS', 'SET:RL'],
    asam: [
      { edition: '3', code: '3.1' },
      { edition: '3', code: '3.3' },
      { edition: '3', code: '3.5' },
      { edition: '4', code: '3.1' },
      { edition: '4', code: '3.5' },
    ],
    hcpcs: [],
    revenue: [],
    weeklyHours: null,
  },
  inpatient: {
    label: 'Hospital inpatient',
    synonyms: [
      'inpatient',
      'hospital',
      'hospitalization',
      'psychiatric hospital',
      '24/7 care',
      'psychiatric ward',
      'psychiatric inpatient',
      'acute care',
    ],
    order: 5,
    samhsa: ['SET:HI', 'SET:HIT'],
    asam: [
      { edition: '3', code: '3.7' },
      { edition: '3', code: '4' },
      { edition: '4', code: '3.7' },
      { edition: '4', code: '3.7 BIO' },
      { edition: '4', code: '4' },
    ],
    hcpcs: [],
    revenue: [],
    weeklyHours: null,
  },
  detox: {
    label: 'Detox (withdrawal management)',
    synonyms: [
      'detox',
      'detoxification',
      'withdrawal management',
      'withdrawal',
      'medical detox',
      'detox center',
      'withdrawal symptoms',
    ],
    order: null,
    samhsa: ['TC:DT', 'SET:OD', 'SET:RD', 'SET:HID'],
    asam: [{ edition: '3', code: 'WM' }],
    hcpcs: [],
    revenue: [],
    weeklyHours: null,
  },
  aftercare: {
    label: 'Aftercare and continuing care',
    synonyms: [
      'aftercare',
      'continuing care',
      'alumni program',
      'step-down support',
      'alumni',
      'step down program',
      'ongoing support',
    ],
    order: 0,
    samhsa: ['TRSRV:ACC'],
    asam: [],
    hcpcs: [],
    revenue: [],
    weeklyHours: null,
  },
  'sober-living': {
    label: 'Sober living',
    synonyms: [
      'sober living',
      'sober home',
      'halfway house',
      'recovery house',
      'transitional housing',
      'sober house',
      'sober living home',
      'recovery home',
      'recovery residence',
      'recovery housing',
      'transitional living',
    ],
    order: null,
    samhsa: ['TC:HH'],
    asam: [],
    hcpcs: [],
    revenue: [],
    weeklyHours: null,
  },
} as const satisfies Record<string, LevelTerm>;

/** The levels of care. Their order is that of the table above; it is never computed from codes. */
export const levels = vocabulary('level', terms);
export type Level = (typeof levels.codes)[number];

export function levelTerm(level: Level): LevelTerm {
  return terms[level];
}

/**
 * The ASAM code that a level implies by itself in the third edition, which listings of 2023 and 2024 use. Null if the
 * level covers several codes (residential is 3.1, 3.3 or 3.5). A record then states its own code.
 */
export function impliedAsam(level: Level): AsamCode | null {
  const third = levelTerm(level).asam.filter((code) => code.edition === '3');
  return third.length === 1 ? (third[0] ?? null) : null;
}
