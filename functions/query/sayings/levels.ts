import type { Saying } from './saying.ts';

/**
 * Levels of care as lay people name them. Two words mean something else to them than to a biller:
 *
 * - "Inpatient" is any care that one sleeps at, so it is both `residential` and `inpatient`; who writes "hospital" means that.
 * - "Rehab" is care for substance use, and mostly a place to stay. By itself it is `residential` and `substance-use`;
 *   beside another level or condition ("outpatient rehab", "rehab for depression") it adds nothing to that field.
 */
export const levelSayings: readonly Saying[] = [
  {
    said: 'rehab, rehabs, rehabilitation, rehabilitation center, rehab center, rehap, rehb',
    implies: { level: ['residential'], condition: ['substance-use'] },
  },
  {
    said: 'drug rehab, drug rehabilitation, drug rehab center, addiction rehab, substance abuse rehab',
    implies: { level: ['residential'], condition: ['substance-use'] },
    yieldsOnlyTo: ['level', 'condition:opioids', 'condition:stimulants', 'condition:prescription-medications'],
  },
  {
    said: 'drug and alcohol rehab, alcohol and drug rehab, drug alcohol rehab, alcohol drug rehab',
    means: { condition: ['substance-use'] },
    implies: { level: ['residential'] },
  },
  {
    said: 'detox and rehab, rehab and detox',
    means: { level: ['detox', 'residential'] },
    implies: { condition: ['substance-use'] },
  },
  {
    said: `inpatient, in patient, inpatients, impatient, inpatient treatment, inpatient program,
      inpatient care, sleep away, stay overnight, overnight program`,
    means: { level: ['residential', 'inpatient'] },
  },
  {
    said: 'inpatient rehab, in patient rehab, impatient rehab, inpatient rehabilitation',
    means: { level: ['residential', 'inpatient'] },
    implies: { condition: ['substance-use'] },
  },
  {
    said: 'inpatient drug rehab, inpatient detox and rehab',
    means: { level: ['residential', 'inpatient'], condition: ['substance-use'] },
  },
  {
    said: `inpatient detox, in patient detox, residential detox, medical detox, non medical detox, social detox`,
    means: { level: ['detox'] },
  },
  {
    said: 'psych ward, mental hospital, inpatient hospital, inpatient psych, inpatient psychiatric, psych hospital',
    means: { level: ['inpatient'] },
  },
  {
    // Programs that are named by their days are nearly always residential, but some of 90 days are not.
    said: `28 day program, 28 day rehab, 30 day program, 30 day rehab, 30 day treatment, 30 day inpatient, 45 day program,
      60 day program, 60 day rehab, 90 day program, 90 day rehab, 90 day treatment`,
    implies: { level: ['residential'] },
  },
  // "We live in Reno" is where somebody lives.
  { said: 'live in', means: { level: ['residential'] }, hyphened: true },
  {
    said: `live in rehab, live in treatment, live in program, live in facility, live in center, live in care`,
    means: { level: ['residential'] },
  },
  {
    said: 'intensive op, intensive out patient, intensive outpatient rehab, intensive program',
    means: { level: ['iop'] },
  },
  { said: 'iop program, intensive out patient program, i o p', means: { level: ['iop'] } },
  {
    said: `php program, partial day, partial care, partial hospitilization, part hospitalization, part hospital,
      part time hospitalization, p h p`,
    means: { level: ['php'] },
  },
  { said: 'out patient, outpt, out patient program, regular op', means: { level: ['op'] } },
  {
    // Every level has therapy and counseling in it: they name a level only when nothing else does.
    said: `therapy, therapies, counseling, counselling, counselor, counsellor, therapist, psychologist, psychiatrist,
      psychotherapy, talk to someone`,
    implies: { level: ['op'] },
    yieldsTo: ['therapy'],
  },
  {
    said: `physical therapy, speech therapy, occupational therapy, ketamine therapy, massage therapist, music therapy,
      pet therapy, light therapy`,
    unread: true,
  },
  { said: 'dtox, de tox, detoxing, dry out, come off, get off, coming off', means: { level: ['detox'] } },
  { said: 'after care, follow up care', means: { level: ['aftercare'] } },
  {
    said: 'soberliving, half way house, half way home, 3 4 house, three quarter house, oxford house, sober housing',
    means: { level: ['sober-living'] },
  },
];
