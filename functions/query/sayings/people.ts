import type { Saying } from './saying.ts';

/**
 * Whom the care is for. Words for a program ("for women", "teen program") are a population; words for a person ("my
 * wife", "teenage son") are whom a program must accept, by age or gender. A son or daughter may be of any age.
 */
export const peopleSayings: readonly Saying[] = [
  {
    said: `wife, mom, mother, mum, mama, sister, girlfriend, fiancee, aunt, niece, mother in law, sister in law`,
    implies: { gender: ['women'] },
  },
  {
    said: 'husband, dad, father, brother, boyfriend, uncle, nephew, father in law, brother in law',
    implies: { gender: ['men'] },
  },
  {
    said: `son, daughter, stepson, stepdaughter, grandson, granddaughter, son in law, daughter in law, my kid is, my kid has`,
  },
  { said: 'adult son', means: { gender: ['men'], age: ['young-adults', 'adults'] } },
  { said: 'adult daughter', means: { gender: ['women'], age: ['young-adults', 'adults'] } },
  { said: 'teenage son, teen son', means: { gender: ['men'], age: ['adolescents'] } },
  { said: 'teenage daughter, teen daughter', means: { gender: ['women'], age: ['adolescents'] } },
  {
    said: 'grandma, grandmother, grandpa, grandfather, grandparent, elderly mother, elderly father, elderly parent',
    implies: { age: ['seniors'] },
  },
  {
    said: 'lady, women and children, womans, womens only, all female, female only, women only',
    means: { population: ['women'] },
  },
  { said: 'guy, gentleman, gentlemen, mens only, men only, all male, male only', means: { population: ['men'] } },
  {
    said: `pregnant woman, pregnant women, pregnant wife, pregnant mother, pregnant mom, expecting mother, expecting mom,
      postpartum women, new mom, new mother, pregnent, pregnat, having a baby, post partum`,
    means: { population: ['pregnant'] },
  },
  {
    said: `gay men, gay man, gay woman, lesbian woman, trans woman, trans women, trans man, trans men, non binary,
      lgbtq friendly, lgbtqia, lgbtqia+, lgbtq+, lgbt friendly, transgendered`,
    means: { population: ['lgbtq'] },
  },
  {
    said: 'vet, ex military, former military, retired military, army vet, army veteran, vetrans, vetran',
    means: { population: ['veterans'] },
  },
  // "VA" after a city of Virginia is a longer match, see city-spans.ts.
  { said: 'va, va hospital, veterans affairs, veterans administration', means: { population: ['veterans'] } },
  {
    said: 'army, navy, marine, air force, soldier, service member, servicemember',
    means: { population: ['military'] },
  },
  { said: 'army wife, military wife, military spouse, military kid', means: { population: ['military-families'] } },
  {
    said: 'elder, geriatric, senior citizen, elderly people, older people, retiree',
    means: { population: ['seniors'] },
  },
  {
    said: 'college, college kid, college age, college aged, university student, twenty something',
    means: { population: ['young-adults'] },
  },
  {
    said: `teenaged, tween, minor, underage, high school, high schooler, boy, girl, teen girl, teen boy, teenage girl,
      teenage boy, troubled teen, middle schooler`,
    means: { population: ['adolescents'] },
  },
  { said: 'child, toddler, little kid, grade schooler', means: { population: ['children'] } },
  { said: 'child care, childcare, daycare, day care', means: { families: ['childcare'] } },
  {
    said: `with children, with kid, with my kid, with my children, with their children, bring my kid, bring my children,
      bring kid, keep my kid, keep my children, beds for children`,
    means: { families: ['childcare', 'beds-for-children'] },
  },
  { said: 'adult', implies: { age: ['adults'] } },
  {
    said: `court order, court mandated, court appointed, mandated, drug court, dwi, duii, dui class, jail, prison, felon,
      felony, inmate, incarcerated, instead of jail, instead of prison, alternative to jail, after jail, out of jail, parolee, probation officer`,
    means: { population: ['justice-involved'] },
  },
  {
    said: 'dv, battered, battered women, abusive relationship, abusive husband, abused women, abused woman',
    means: { population: ['domestic-violence'] },
  },
  {
    said: 'sexual assault, sexually abused, sexual trauma, rape, raped, rape survivor, molested',
    means: { population: ['sexual-abuse'] },
  },
  { said: 'hiv positive, hiv aids', means: { population: ['hiv'] } },
  {
    said: 'native, indigenous, tribe, navajo, cherokee, native american tribe, first nations',
    means: { population: ['native-american'] },
  },
];
