import type { Saying } from './saying.ts';

/** Conditions for which "inpatient" means a hospital. For substance use it means any care with an overnight stay. */
const PSYCHIATRIC = ['mental-health', 'depressive', 'anxiety', 'personality', 'ptsd', 'phobias', 'ocd', 'eating'].map(
  (code) => `condition:${code}`,
);
const SUBSTANCES = ['opioids', 'stimulants', 'prescription-medications'].map((code) => `condition:${code}`);

/** Phrases for a place to live after treatment or custody: "somewhere to live after rehab". */
const AFTER = ['rehab', 'treatment', 'detox', 'residential', 'inpatient', 'jail', 'prison'].flatMap((care) => [
  ...['live', 'stay', 'go'].flatMap((verb) =>
    ['somewhere', 'place', 'where'].map((where) => `${where} to ${verb} after ${care}`),
  ),
  `housing after ${care}`,
]);

/**
 * Everyday names of levels of care. A word that only suggests a level is no filter, because a filter would hide places
 * that could help.
 * - "Rehab" is substance-use care of any level, because there is "outpatient rehab". "30 day rehab" is a stay.
 * - "Therapy" and "counselor" are part of every level.
 * - "Inpatient" is any care with an overnight stay, so it means both `residential` and `inpatient`. Next to "hospital"
 *   or a mental-health condition, it means a hospital.
 */
export const levelSayings: readonly Saying[] = [
  {
    said: 'rehab, rehabs, rehabilitation, rehap, rehb',
    implies: { condition: ['substance-use'] },
    yieldsOnlyTo: ['condition'],
  },
  {
    said: 'substance abuse rehab',
    implies: { condition: ['substance-use'] },
    yieldsOnlyTo: SUBSTANCES,
  },
  {
    said: 'alcohol drug rehab',
    means: { condition: ['substance-use'] },
  },
  {
    said: 'detox and rehab, rehab and detox',
    means: { level: ['detox', 'residential'] },
    implies: { condition: ['substance-use'] },
  },
  {
    said: `inpatient, in patient, inpatients, impatient, sleep away, stay overnight, overnight program, stay at, stay there`,
    means: { level: ['inpatient'] },
    implies: { level: ['residential'] },
    yieldsOnlyTo: [...PSYCHIATRIC, 'level:detox'],
  },
  {
    said: 'inpatient rehab',
    means: { level: ['residential', 'inpatient'] },
    implies: { condition: ['substance-use'] },
  },
  {
    said: 'inpatient detox and rehab',
    means: { level: ['residential', 'inpatient'], condition: ['substance-use'] },
  },
  {
    said: `inpatient detox, in patient detox, residential detox, res detox, non medical detox, social detox,
      hospital detox, detox hospital, detox bed, bed for detox`,
    means: { level: ['detox'] },
  },
  {
    said: `inpatient psych, psych ward, psych unit, psychiatric ward, psychiatric unit, psychiatric hospital,
      psychiatric inpatient, psych bed`,
    means: { level: ['inpatient'] },
    implies: { condition: ['mental-health'] },
  },
  { said: 'inpatient hospital', means: { level: ['inpatient'] } },
  {
    // A stay that is named by its days is nearly always residential, but some of 90 days are not. So the level is only
    // implied.
    said: `28 day program, 28 day rehab, 30 day program, 30 day rehab, 30 day treatment, 30 day inpatient,
      45 day program, 60 day program, 60 day rehab, 90 day program, 90 day rehab, 90 day treatment`,
    implies: { level: ['residential'] },
  },
  // In "We live in Reno", "live in" is not residential care.
  { said: 'live in', means: { level: ['residential'] }, hyphened: true },
  {
    said: `live in program, live in facility, live in center, live in care`,
    means: { level: ['residential'] },
  },
  {
    said: 'intensive op, intensive out patient, intensive outpatient rehab, intensive program',
    means: { level: ['iop'] },
  },
  { said: 'i o p', means: { level: ['iop'] } },
  {
    said: `partial day, part hospitalization, part hospital, part time hospitalization, p h p`,
    means: { level: ['php'] },
  },
  { said: 'out patient, outpt, outpat, regular op', means: { level: ['op'] } },
  {
    said: 'inpt, inpat',
    means: { level: ['inpatient'] },
    implies: { level: ['residential'] },
    yieldsOnlyTo: [...PSYCHIATRIC, 'level:detox'],
  },
  {
    said: `therapy, therapies, counseling, counselling, counselor, counsellor, therapist, psychologist, psychiatrist,
      psychotherapy, psychotherapist, talk therapy, talk to someone, med mgmt`,
  },
  {
    said: `physical rehab, physical rehabilitation, stroke rehab, cardiac rehab, knee rehab, back rehab, surgery rehab,
      injury rehab, sports rehab, orthopedic rehab, rehab from surgery, rehab after surgery, hip replacement rehab,
      vocational rehab, vocational rehabilitation, animal rehab, wildlife rehab, physical therapy, speech therapy,
      occupational therapy, ketamine therapy, massage therapist, music therapy, pet therapy, light therapy`,
    unread: true,
  },
  {
    said: 'dtox, de tox, detoxing, dry out, drying out, come off, get off, coming off, getting off',
    means: { level: ['detox'] },
  },
  // "On the res" means a reservation, not residential care.
  { said: 'the res' },
  {
    said: 'rtc, res, resi, residental, residential bed, live there, sleep there, away from home, rehab bed, live in bed',
    means: { level: ['residential'] },
  },
  { said: 'after care, follow up care', means: { level: ['aftercare'] } },
  {
    said: `soberliving, half way house, half way home, 3 4 house, three quarter house, oxford house, sober housing,
      housing sober, sober place to live, sober apartment, sober roommate, ${AFTER.join()}`,
    means: { level: ['sober-living'] },
  },
];
