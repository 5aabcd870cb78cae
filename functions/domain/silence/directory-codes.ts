import type { Level } from '../level-of-care.ts';
import type { SourceVocabulary } from '../source-vocabulary.ts';

/**
 * Codes that only one of SAMHSA's two directories has, by directory and category. `*` stands for all codes of the
 * category. Taken from the "Service Code Reference" sheets of the 2023 and 2024 workbooks. All other codes are in both
 * directories.
 */
const onlyIn: Readonly<Record<Exclude<SourceVocabulary, 'open'>, Readonly<Record<string, string>>>> = {
  'substance-use': {
    TC: 'DT HH',
    SET: 'HID HIT OD ODT OIT OMB ORT RD RL RS',
    HOSP: '*',
    OM: '*',
    OMSC: '*',
    AUT: '*',
    SMAT: '*',
    OT: '*',
    PHR: 'ACM DSF METH BSDM BWN BWON BERI NXN VTRL MHIV MHCV LFXD CLND MPEP MMD',
    TAP: 'ANG BIA CMI CRV MOTI MXM RELP SACA TRC TWFA',
    LCA: 'STAG STMH STDH CARF COA HFAP HLA JC NCQA SOTP DEA',
    PAY: 'FSA NP SAMF',
    SG: 'AD WN PW MN COPSU XA',
    ASPT: 'CMHA CSAA ISC OPC MHPA SSA SMHD PIEC',
    SCR: 'BABA DAOF DAUT',
    TRSRV: '*',
    RSS: 'SHG AOSS RC EMP',
    OTHR: '*',
    DETOX: '*',
    ECS: 'HAEC TAEC HEOH SAE ICO GCO FCO MCO VOC',
    MSRV: '*',
    GN: '*',
    EXCL: '*',
    AS: 'ACU BC CCC DVFP EIH MHS SSD TA',
  },
  'mental-health': {
    TC: 'MH',
    SET: 'PHDT',
    FT: '*',
    PHR: 'CHLOR DROPE FLUPH HALOP LOXAP PERPH PIMOZ PROCH THIOT THIOR TRIFL ARIPI ASENA BREXP CARIP CLOZA ILOPE LURAS OLANZ OLANZF PALIP QUETI RISPE ZIPRA ANTPYCH',
    TAP: 'AT CRT CFT DBT ECT EMDR GT IDD IPT KIT TMS AIM',
    EMS: '*',
    LCA: 'MHC',
    PAY: 'CLF CMHG CSBG FG OSF PCF SCJJ SEF SMHA SWFS VAF',
    SG: 'TBI ALZ PED PEFP PTSD SED SMI',
    SCR: 'LABT',
    AS: 'ACT AOT CDM COOT DEC FPSY ICM IMR LAD PRS SEMP SH TPC VRS ES',
  },
};

const other = { 'substance-use': 'mental-health', 'mental-health': 'substance-use' } as const;

/** True if the directory has the code, given as `CATEGORY:CODE`. */
export function hasCode(directory: Exclude<SourceVocabulary, 'open'>, code: string): boolean {
  const [category = '', short = ''] = code.split(':');
  const elsewhere = onlyIn[other[directory]][category];
  return elsewhere !== '*' && !(elsewhere ?? '').split(' ').includes(short);
}

// Codes that describe detox only. A program that manages cocaine withdrawal need not treat cocaine use as an
// outpatient.
const ofDetoxOnly = /^(?:DETOX:|OT:(?:DB|DM|DLC)$)/;
// Codes that describe treatment, and not detox.
const ofTreatmentOnly = /^(?:AUT|OT):/;

/** True if a code for a condition says something about an offering of this level. */
export function speaksOf(code: string, level: Level): boolean {
  if (level !== 'detox') return !ofDetoxOnly.test(code);
  return !ofTreatmentOnly.test(code) || ofDetoxOnly.test(code);
}
