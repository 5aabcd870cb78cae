/**
 * Names of the codes that we use, by category. The official locator's export has names where the directories have codes.
 * Taken from the workbooks' own _Service Code Reference_ sheets.
 */
const names: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  TC: {
    SA: 'Substance use treatment',
    DT: 'Detoxification',
    HH: 'Transitional housing, halfway house, or sober home',
    SUMH: 'Treatment for co-occurring substance use plus either serious mental health illness in adults/serious emotional disturbance in children',
    MH: 'Mental health treatment',
  },
  SET: {
    HI: 'Hospital inpatient/24-hour hospital inpatient',
    OP: 'Outpatient',
    RES: 'Residential/24-hour residential',
    HID: 'Hospital inpatient detoxification',
    HIT: 'Hospital inpatient treatment',
    OD: 'Outpatient detoxification',
    ODT: 'Outpatient day treatment or partial hospitalization',
    OIT: 'Intensive outpatient treatment',
    OMB: 'Outpatient methadone/buprenorphine or naltrexone treatment',
    ORT: 'Regular outpatient treatment',
    RD: 'Residential detoxification',
    RL: 'Long-term residential',
    RS: 'Short-term residential',
    PHDT: 'Partial hospitalization/day treatment',
  },
  OM: {
    MU: 'Methadone used in Treatment',
    BU: 'Buprenorphine used in Treatment',
    NU: 'Naltrexone used in Treatment',
  },
  AUT: {
    NAUT: 'Does not treat alcohol use disorder',
    NMAUT: 'Does not use medication assisted treatment for alcohol use disorder',
    ACMA: 'Accepts clients using medication assisted treatment for alcohol use disorder but prescribed elsewhere',
    PMAT: 'This facility administers/prescribes medication for alcohol use disorder',
  },
  OT: {
    DB: 'Buprenorphine detoxification',
    BUM: 'Buprenorphine maintenance',
    OTP: 'Federally-certified Opioid Treatment Program',
    DM: 'Methadone detoxification',
    MM: 'Methadone maintenance',
    UB: 'Prescribes buprenorphine',
    UN: 'Prescribes naltrexone',
    RPN: 'Relapse prevention with naltrexone',
    MOA: 'Accepts clients using MAT but prescribed elsewhere',
    NMOA: 'Does not use MAT for opioid use disorders',
    DLC: 'Lofexidine or Clonidine detoxification',
    MWS: 'Maintenance service with medically supervised withdrawal after stabilization',
    NOOP: 'Does not treat opioid use disorders',
  },
  TAP: {
    CBT: 'Cognitive behavioral therapy',
    CMI: 'Contingency management/motivational incentives',
    MOTI: 'Motivational interviewing',
    RELP: 'Relapse prevention',
    TRC: 'Trauma-related counseling',
    TELE: 'Telemedicine/telehealth therapy',
    TWFA: '12-step facilitation',
    CFT: 'Couples/family therapy',
    DBT: 'Dialectical behavior therapy',
    EMDR: 'Eye Movement Desensitization and Reprocessing therapy',
    GT: 'Group therapy',
    IPT: 'Individual psychotherapy',
  },
  FOP: {
    IH: 'Indian Health Services',
    TBG: 'Tribal government',
  },
  PAY: {
    ITU: 'IHS/Tribal/Urban (ITU) funds',
    MC: 'Medicare',
    MD: 'Medicaid',
    MI: 'Federal military insurance (e.g., TRICARE)',
    NP: 'No payment accepted',
    PI: 'Private health insurance',
    SF: 'Cash or self-payment',
    SI: 'State-financed health insurance plan other than Medicaid',
  },
  PYAS: {
    SS: 'Sliding fee scale (fee is based on income and other factors)',
  },
  SG: {
    AD: 'Adolescents',
    TAY: 'Young adults',
    WN: 'Adult women',
    PW: 'Pregnant/postpartum women',
    MN: 'Adult men',
    SE: 'Seniors or older adults',
    GL: 'Lesbian, gay, bisexual, transgender, or queer/questioning (LGBTQ)',
    VET: 'Veterans',
    ADM: 'Active duty military',
    MF: 'Members of military families',
    CJ: 'Criminal justice (other than DUI/DWI)/Forensic clients',
    CO: 'Clients with co-occurring mental and substance use disorders',
    HV: 'Clients with HIV or AIDS',
    XA: 'Clients who have experienced sexual abuse',
    DV: 'Clients who have experienced intimate partner violence, domestic violence',
    TRMA: 'Clients who have experienced trauma',
    PED: 'Persons with eating disorders',
    PTSD: 'Persons with post-traumatic stress disorder (PTSD)',
    SED: 'Children/adolescents with serious emotional disturbance (SED)',
    SMI: 'Persons 18 and older with serious mental illness (SMI)',
  },
  TRSRV: {
    ACC: 'Aftercare/continuing care',
  },
  DETOX: {
    ADTX: 'Alcohol Detoxification',
    BDTX: 'Benzodiazepines Detoxification',
    CDTX: 'Cocaine Detoxification',
    MDTX: 'Methamphetamines detoxification',
    ODTX: 'Opioids detoxification',
  },
  ECS: {
    ICO: 'Individual counseling',
    GCO: 'Group counseling',
    FCO: 'Family counseling',
    MCO: 'Marital/couples counseling',
  },
  AGE: {
    CHLD: 'Children/Adolescents',
    YAD: 'Young Adults',
    ADLT: 'Adults',
  },
  GN: {
    FEM: 'Female',
    MALE: 'Male',
  },
  EXCL: {
    DU: 'Specially designed program for DUI/DWI clients',
    DUO: 'Serves only DUI/DWI clients',
    AUDO: 'Alcohol use disorder clients only',
    OUDO: 'Opioid use disorder clients only',
  },
  SL: {
    SP: 'Spanish',
    AH: 'Sign language services for the deaf and hard of hearing',
    NX: 'American Indian or Alaska Native languages',
  },
  OL: {
    F4: 'Arabic',
    F17: 'Any Chinese Language',
    F19: 'Creole',
    F25: 'Farsi',
    F28: 'French',
    F30: 'German',
    F31: 'Greek',
    F35: 'Hebrew',
    F36: 'Hindi',
    F37: 'Hmong',
    F42: 'Italian',
    F43: 'Japanese',
    F47: 'Korean',
    F66: 'Polish',
    F67: 'Portuguese',
    F70: 'Russian',
    F81: 'Tagalog',
    F92: 'Vietnamese',
    N24: 'Ojibwa',
    N40: 'Yupik',
  },
  AS: {
    ACU: 'Acupuncture',
  },
  FT: {
    RTCC: 'Residential treatment center (RTC) for children',
  },
};

const codesOf: ReadonlyMap<string, string> = new Map(
  Object.entries(names).flatMap(([category, codes]) =>
    Object.entries(codes).map(([code, name]) => [`${category}:${keyOf(name)}`, `${category}:${code}`] as const),
  ),
);

/** Finds `CATEGORY:CODE` by a service's name, ignoring case and punctuation. Null if the name is not listed here. */
export function codeOfName(category: string, name: string): string | null {
  return codesOf.get(`${category.trim().toUpperCase()}:${keyOf(name)}`) ?? null;
}

function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
