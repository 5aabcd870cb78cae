import { payerSlips } from './insurers.ts';
import type { Saying } from './saying.ts';

const TRIBES =
  `tribe, tribal, native, native american, indian, navajo, navajo nation, cherokee, cherokee nation, choctaw,
  choctaw nation, chickasaw, chickasaw nation, muscogee, creek nation, seminole nation, osage nation, apache, hopi, yakama,
  puyallup`.split(/,\s+/);

/**
 * Sayings about ways to pay.
 * - "No insurance" means every way to pay that needs no insurance. Without `self-pay`, it would hide places that take
 *   such people; with `self-pay` alone, it would hide cheaper ones. If the text also says that there is no money,
 *   `self-pay` is left out.
 * - A way to pay that is named takes precedence: "no insurance, cash" is cash.
 * - "Insurance" alone is `private`.
 */
export const payerSayings: readonly Saying[] = [
  {
    said: `insurance, health insurance, ppo, hmo, insured`,
    implies: { payer: ['private'] },
  },
  {
    said: `oscar health, oscar insurance, bright health, geha, umr, meritain, carelon, beacon health options, highmark,
      carefirst, emblem health, tufts health plan, harvard pilgrim, lifewise, pacificsource, moda health,
      providence health plan, sharp health plan, healthpartners, selecthealth, select health, surest, friday health,
      fep blue, multiplan, compsych, health insurance marketplace, covered california, amerihealth, sutter health plus,
      western health advantage`,
    means: { payer: ['private'] },
    widened: true,
  },
  { said: 'obamacare, aca plan, marketplace plan, marketplace insurance', means: { payer: ['private'] } },
  {
    said: 'private health insurance, employer insurance, insurance through work, cobra',
    means: { payer: ['private'] },
  },
  {
    said: `no insurance, without insurance, not insured, no health insurance, without health insurance,
      dont have insurance, do not have insurance, doesnt have insurance, does not have insurance, lost my insurance,
      lost insurance, lost our insurance, lost his insurance, lost her insurance, lost coverage, lost my coverage,
      and my insurance, job and insurance, insurance ran out, insurance lapsed, insurance ended, insurance expired,
      between insurance, no longer have insurance, dont have any insurance, aint got no insurance, no coverage,
      un insured, underinsured, w o insurance, aged out of my parents insurance, aged out of parents insurance,
      aged out of insurance, off my parents insurance, nor insurance, lost medicaid, lost my medicaid`,
    implies: { payer: ['self-pay', 'sliding-scale', 'free'] },
  },
  {
    said: `no money, cant afford, can not afford, cannot afford, cant pay, cannot pay, broke, poor, low income,
      homeless, unemployed, no job, no income, jobless, cheap, cheapest, low cost, affordable, inexpensive, reduced cost`,
    implies: { payer: ['sliding-scale', 'free'] },
  },
  {
    said: 'sliding fee, income based, based on income, pay what you can, sliding scale fee',
    means: { payer: ['sliding-scale'] },
  },
  { said: 'no charge, free of charge, charity, no fee', means: { payer: ['free'] } },
  {
    said: `${payerSlips.medicaid}, medical card, takes medical, accepts medical,
      medical insurance from the state, title 19, aetna better health, uhc community plan, united community plan,
      medicaid managed care`,
    means: { payer: ['medicaid'] },
  },
  {
    said: 'molina, molina healthcare',
    means: { payer: ['medicaid', 'private'] },
    widened: true,
  },
  {
    said: 'wellcare, amerigroup, wellpoint, meridian health, meridian complete, caresource, care source',
    means: { payer: ['medicaid'] },
    widened: true,
  },
  // A plan of one state restricts results to that state, because it pays only there.
  {
    said: `ahcccs, ahccs, acchs, achcs, ahcss, achccs, arizona medicaid, arizona complete health, care1st,
      banner university family care`,
    means: { payer: ['medicaid'], in: ['AZ'] },
  },
  {
    said: `medi cal, medcal, california medicaid, la care, l a care, cal optima, iehp, inland empire health plan,
      partnership healthplan, kern family health, central california alliance, santa clara family health plan,
      gold coast health plan, cenCal health, community health group`,
    means: { payer: ['medicaid'], in: ['CA'] },
  },
  {
    said: 'health first colorado, healthfirst colorado, colorado medicaid, colorado access, rocky mountain health plan',
    means: { payer: ['medicaid'], in: ['CO'] },
  },
  {
    said: 'healthchoice illinois, health choice illinois, illinois medicaid, countycare, illinicare, youthcare',
    means: { payer: ['medicaid'], in: ['IL'] },
  },
  { said: 'nevada medicaid, silversummit, nevada check up', means: { payer: ['medicaid'], in: ['NV'] } },
  {
    said: 'nj familycare, nj family care, familycare, nj medicaid, new jersey medicaid, horizon nj health, wellpoint nj',
    means: { payer: ['medicaid'], in: ['NJ'] },
  },
  {
    said: 'soonercare, sooner care, soonerselect, sooner select, oklahoma medicaid',
    means: { payer: ['medicaid'], in: ['OK'] },
  },
  {
    said: 'apple health, applehealth, washington medicaid, chpw, community health plan of washington',
    means: { payer: ['medicaid'], in: ['WA'] },
  },
  // These are plans of one state, but hospitals and counties elsewhere have the same names, so no state is implied.
  { said: 'mercy care, county care, silver summit', means: { payer: ['medicaid'] }, widened: true },
  // Names of houses and towns that contain an insurer's name.
  { said: 'new horizon, horizon city, horizon house, horizon west', unread: true },
  { said: `medicare advantage, ${payerSlips.medicare}`, means: { payer: ['medicare'] } },
  {
    said: `${payerSlips.military}, va insurance, va benefit, va coverage, military coverage, va pay, va paying,
      va will pay, va will cover, va funded, va community care, paid by va, paid by the va, through the va, through va,
      tricare or va, va or tricare, tricare and va, va and tricare, tricare va`,
    means: { payer: ['military'] },
  },
  {
    said: `state funded, county funded, government funded, state funding, state paid, state assistance,
      paid by the state, state pay, grant funded`,
    means: { payer: ['state'] },
  },
  {
    said: `indian health, ihs funded, urban indian health, tribe will pay, tribe covers, ${TRIBES.flatMap((tribe) =>
      ['insurance', 'funding', 'funded', 'coverage', 'health', 'benefits', 'pay'].map((word) => `${tribe} ${word}`),
    ).join()}`,
    means: { payer: ['tribal'] },
  },
  {
    said: `private pay, out of pocket, self paying, own pocket, my own money, pay for myself, pay for it myself,
      paying myself, pay myself, pay for this myself`,
    means: { payer: ['self-pay'] },
  },
];
