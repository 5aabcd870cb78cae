/**
 * The service codes of SAMHSA's National Directories: each category's codes, with the categories in the order that
 * listings use. One order serves both directories, because each directory omits the categories it does not have.
 * Facts read from the "Service Code Reference" sheets of the 2023 and 2024 workbooks.
 */
const categories = [
  ['TC', 'SA DT HH MH SUMH'],
  ['SET', 'HI OP RES HID HIT OD ODT OIT OMB ORT RD RL RS PHDT'],
  ['FT', 'CMHC CBHC MSMH OMH ORES PH PSY RTCA RTCC IPSY SHP VAHC'],
  ['HOSP', 'GH PSYH'],
  ['OM', 'MU BU NU'],
  ['OMSC', 'INPE RPE PC'],
  ['AUT', 'NAUT NMAUT ACMA PMAT'],
  ['SMAT', 'AUINPE AURPE AUPC'],
  ['OT', 'DB BUM OTP DM MM UB UN RPN PAIN MOA NMOA DLC MWS NOOP'],
  [
    'PHR',
    'ACM DSF METH BSDM BWN BWON BERI NXN VTRL MHIV MHCV LFXD CLND MPEP MMD NRT NSC CHLOR DROPE FLUPH HALOP LOXAP ' +
      'PERPH PIMOZ PROCH THIOT THIOR TRIFL ARIPI ASENA BREXP CARIP CLOZA ILOPE LURAS OLANZ OLANZF PALIP QUETI RISPE ' +
      'ZIPRA ANTPYCH',
  ],
  ['TAP', 'ANG BIA CBT CMI CRV MOTI MXM RELP SACA TRC TELE TWFA AT CRT CFT DBT ECT EMDR GT IDD IPT KIT TMS AIM'],
  ['EMS', 'CIT PEON PEOFF WI'],
  ['FOP', 'LCCG DDF IH PVTP PVTN STG TBG FED VAMC'],
  ['LCA', 'STAG STMH STDH CARF COA HFAP HLA JC NCQA FQHC SOTP DEA MHC'],
  ['PAY', 'FSA ITU MC MD MI NP PI SF SI SAMF CLF CMHG CSBG FG OSF PCF SCJJ SEF SMHA SWFS VAF'],
  ['PYAS', 'PA SS'],
  ['SG', 'AD TAY WN PW MN SE GL VET ADM MF CJ CO COPSU HV XA DV TRMA TBI ALZ PED PEFP PTSD SED SMI'],
  ['ASPT', 'CMHA CSAA ISC OPC MHPA STU SSA SMHD PIEC'],
  ['SCR', 'BABA DAOF DAUT HIVT STDT TBS MST HBT HCT LABT'],
  ['TRSRV', 'ACC DP NOE OFD'],
  ['RSS', 'SHG HS AOSS RC PEER EMP'],
  ['OTHR', 'TGD TOD'],
  ['DETOX', 'ADTX BDTX CDTX MDTX ODTX MDET'],
  ['ECS', 'HAEC TAEC HEOH SAE TCC ICO GCO FCO MCO VOC'],
  ['MSRV', 'HAV HBV'],
  ['SMP', 'SMON SMOP SMPD'],
  ['AGE', 'CHLD YAD ADLT SNR'],
  ['GN', 'FEM MALE'],
  ['EXCL', 'DU DUO AUDO OUDO'],
  ['SL', 'SP AH NX FX'],
  ['OL', 'F4 F17 F19 F25 F28 F30 F31 F35 F36 F37 F42 F43 F47 F66 F67 F70 F81 F92 N24 N40'],
  ['FVP', 'VAPN VAPP VPPD'],
  ['AS', 'ACU BC CM CCC DVFP EIH MHS SSD TA IPC SPS ACT AOT CDM COOT DEC FPSY ICM IMR LAD PRS SEMP SH TPC VRS ES'],
] as const;

export interface CodeCategory {
  readonly name: string;
  /** Maps each code to its `CATEGORY:CODE` string, built once and shared by all listings. */
  readonly codes: ReadonlyMap<string, string>;
}

export const codeCategories: readonly CodeCategory[] = categories.map(([name, codes]) => codeCategory(name, codes));

/** @param codes Separated by spaces. */
export function codeCategory(name: string, codes: string): CodeCategory {
  return { name, codes: new Map(codes.split(' ').map((code) => [code, `${name}:${code}`])) };
}

export interface ResolvedCodes {
  /** As `CATEGORY:CODE`, because one code may mean different things in two categories. */
  readonly codes: ReadonlySet<string>;
  /** Codes that their category does not define. */
  readonly unknown: readonly string[];
}

/**
 * Reads a listing's codes: `SA SUMH * OP OIT * …`. The `*` separates categories. A listing omits empty categories and
 * names none of them, so each group is assigned to the category, later in the order, that defines most of its codes.
 */
export function resolveCodes(text: string, order: readonly CodeCategory[] = codeCategories): ResolvedCodes {
  const codes = new Set<string>();
  const unknown: string[] = [];
  let next = 0;
  for (const part of text.split('*')) {
    const group = part.split(/\s+/).filter((code) => code !== '');
    if (group.length === 0) continue;
    const index = bestCategory(group, order, next);
    const category = order[index];
    for (const code of group) {
      const qualified = category?.codes.get(code);
      if (qualified === undefined) unknown.push(code);
      else codes.add(qualified);
    }
    if (category !== undefined) next = index + 1;
  }
  return { codes, unknown };
}

/** The index, at or after `from`, of the first category that defines the most codes of the group; -1 if none does. */
function bestCategory(group: readonly string[], order: readonly CodeCategory[], from: number): number {
  let best = -1;
  let most = 0;
  for (let index = from; index < order.length; index++) {
    const known = group.filter((code) => order[index]?.codes.has(code)).length;
    if (known > most) {
      most = known;
      best = index;
    }
  }
  return best;
}
