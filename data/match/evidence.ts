import { compareNames, isOrdinary, sameWord } from './names.ts';
import type { Profile } from './profile.ts';
import { toldApart } from './programs.ts';
import { compareStreets, compareUnits } from './street.ts';

/**
 * Points that each finding adds to a pair's score. For example `building: { same: 5 }` adds 5 if the building is the
 * same.
 */
const weights = {
  building: {
    same: 5,
    'spelt otherwise': 4,
    'same except the ZIP': 3,
    'not given': -2,
    'next door, or a slip': -6,
    other: -9,
  },
  suite: { same: 2, near: 0, 'given once': 0, none: 0, other: -3, 'other, in one list': -6 },
  operator: { same: 5, 'one within the other': 4, 'partly the same': 1, other: -3 },
  site: { same: 2, none: 1, 'given once': 0, 'not telling': 0, other: -5 },
  program: { 'not told apart': 0, 'told apart': -10 },
  phone: { 'same main number': 4, 'a number shared': 3, 'none shared': -1 },
  list: { 'two lists': 0, 'one list': -2, 'one list, one with a name of its own': -6, 'one list, two names': -11 },
} as const;

type Weights = typeof weights;
type Feature = keyof Weights;
export interface Finding {
  readonly feature: Feature;
  readonly is: string;
  readonly points: number;
}

/**
 * Compares two listings feature by feature (building, suite, operator, …) and returns what it found for each. Each
 * finding speaks for or against one center.
 */
export function evidenceOf(one: Profile, other: Profile): Finding[] {
  return [
    finding('building', buildingOf(one, other)),
    finding('suite', suiteOf(one, other)),
    finding('operator', operatorOf(one, other)),
    finding('site', siteOf(one, other)),
    finding('program', toldApart(one, other) ? 'told apart' : 'not told apart'),
    finding('phone', phoneOf(one, other)),
    finding('list', listOf(one, other)),
  ];
}

function finding<Name extends Feature>(feature: Name, is: keyof Weights[Name] & string): Finding {
  return { feature, is, points: weights[feature][is] as number };
}

function buildingOf(one: Profile, other: Profile): keyof Weights['building'] {
  if (one.street === null || other.street === null) return one.zip === other.zip ? 'not given' : 'other';
  const likeness = compareStreets(one.street, other.street);
  if (likeness === 'other') return 'other';
  // If one directory gives two numbers on one street, it means two buildings. Otherwise one number may be a typo.
  if (likeness === 'near') return one.zip === other.zip && !isOneList(one, other) ? 'next door, or a slip' : 'other';
  if (one.zip === other.zip) return likeness === 'same' ? 'same' : 'spelt otherwise';
  return one.city === other.city && one.state === other.state ? 'same except the ZIP' : 'other';
}

const suites = { same: 'same', near: 'near', 'one-silent': 'given once', none: 'none', other: 'other' } as const;

function suiteOf(one: Profile, other: Profile): keyof Weights['suite'] {
  if (one.street === null || other.street === null) return 'none';
  const likeness = suites[compareUnits(one.street.unit, other.street.unit)];
  return likeness === 'other' && isOneList(one, other) ? 'other, in one list' : likeness;
}

/**
 * Compares all names of both listings, because the organization may be in either column, and a trade name may replace
 * the whole name.
 */
function operatorOf(one: Profile, other: Profile): keyof Weights['operator'] {
  const organizations = compareNames(one.organization, other.organization);
  if (organizations.alike >= 0.95) return 'same';
  let within = organizations.within >= 0.99 && organizations.telling > 0;
  let partly =
    (organizations.alike >= 0.6 && organizations.telling > 0) || beginAlike(one.names[0] ?? [], other.names[0] ?? []);
  for (const name of one.names) {
    for (const another of other.names) {
      const { alike, within: inside, telling } = compareNames(name, another);
      if (alike >= 0.95 && telling > 0) return 'same';
      within ||= inside >= 0.99 && telling > 0;
      partly ||= alike >= (telling > 0 ? 0.6 : 0.95);
    }
  }
  return within ? 'one within the other' : partly ? 'partly the same' : 'other';
}

/** Long names are cut to fit a column, so two names may begin alike: "Community Partners Integrated". */
function beginAlike(one: readonly string[], other: readonly string[]): boolean {
  return one.length >= 3 && other.length >= 3 && [0, 1, 2].every((index) => one[index] === other[index]);
}

/**
 * Compares the words that only the site's name has, leaving out the operator's name, the town's name and common words.
 */
function siteOf(one: Profile, other: Profile): keyof Weights['site'] {
  if (one.site.length === 0 && other.site.length === 0) return 'none';
  if (one.site.length === 0 || other.site.length === 0) return 'given once';
  if (compareNames(one.site, other.site).alike >= 0.95) return 'same';
  const [own, theirs] = [tellingWords(one, other), tellingWords(other, one)];
  // If the suites differ, two different names mean two programs, even if the names have only ordinary words.
  if (own.length === 0 || theirs.length === 0) return suiteOf(one, other).startsWith('other') ? 'other' : 'not telling';
  const { alike, telling } = compareNames(own, theirs);
  return alike >= 0.6 && telling > 0 && !toldApart(one, other) ? 'same' : 'other';
}

function tellingWords({ site, city }: Profile, other: Profile): string[] {
  const known = [...city.split(' '), ...other.organization];
  return site.filter((word) => !isOrdinary(word) && !known.some((each) => sameWord(word, each)));
}

function phoneOf(one: Profile, other: Profile): keyof Weights['phone'] {
  if (one.main !== null && one.main === other.main) return 'same main number';
  for (const number of one.numbers) if (other.numbers.has(number)) return 'a number shared';
  return 'none shared';
}

/**
 * Tells if one directory lists both, and under how many names. A directory that gives a program its own name lists it
 * separately on purpose.
 */
function listOf(one: Profile, other: Profile): keyof Weights['list'] {
  if (!isOneList(one, other)) return 'two lists';
  const [first, second] = [one.site.length, other.site.length];
  if (first === 0 && second === 0) return 'one list';
  const organization = compareNames(one.organization, other.organization).alike >= 0.95;
  if (organization && (first === 0 || second === 0)) return 'one list, one with a name of its own';
  return organization && compareNames(one.site, other.site).alike >= 0.95 ? 'one list' : 'one list, two names';
}

function isOneList(one: Profile, other: Profile): boolean {
  return one.directory !== null && one.directory === other.directory;
}
