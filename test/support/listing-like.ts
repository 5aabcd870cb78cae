import { ages } from '../../functions/domain/age.ts';
import { conditions } from '../../functions/domain/condition.ts';
import { unconfirmed } from '../../functions/domain/confirmation.ts';
import type { Phone } from '../../functions/domain/contact.ts';
import { unknownIntake } from '../../functions/domain/intake.ts';
import type { Level } from '../../functions/domain/level-of-care.ts';
import type { Offering } from '../../functions/domain/offering.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { slugOf } from '../../functions/domain/slug.ts';
import { stateCodes } from '../../functions/domain/state.ts';
import { stateSchema } from '../../functions/domain/state-schema.ts';
import { therapies } from '../../functions/domain/therapy.ts';
import type { Point } from '../../functions/geo/point.ts';
import type { Places } from '../../functions/places/places.ts';
import { Cities, pointIn } from './cities.ts';
import { centerIdOf, organizationName, siteName, streetAddress } from './listing-names.ts';
import { inDirectories, type ListingShares, mentalHealth, substanceUse } from './listing-shares.ts';
import { pick, seeded } from './random.ts';

/** The benchmark's rare value: a language that one center in a thousand names, wherever the center is. */
export const RARE_LANGUAGE = 'oj';
const RARE_SHARE = 0.001;
/**
 * Strength of the correlation between fields: a center that names many values of one field names more values of the
 * next.
 */
const SPREAD = 1.3;
/**
 * Number of different sets of facts in memory. Centers share these sets, because a million records with their own would
 * not fit.
 */
const MOST_PROFILES = 30_000;
const SAME_POINT_SHARE = 0.1;
/** Shares of centers whose organization has another center in the city, or in the state. */
const IN_SAME_CITY = 0.3;
const IN_SAME_STATE = 0.15;
const MOST_REMEMBERED = 400;
/** Share of an organization's centers that name the same values as its others. */
const SAME_FACTS_SHARE = 0.35;

type Facts = Pick<
  Offering,
  'conditions' | 'populations' | 'ages' | 'genders' | 'families' | 'only' | 'therapies' | 'payers' | 'languages'
> & {
  readonly telehealth: boolean;
};
type Organization = CenterRecord['center']['organization'];

/**
 * Made-up records that resemble the public listings: their locations, their values and frequencies, and the lengths of
 * names and addresses, so that they take as many bytes. The same seed gives the same records; generated one by one.
 */
export function* listingLike(seed: number, count: number, places: Places): Generator<CenterRecord> {
  const random = seeded(seed);
  const cities = Cities.of(places).where(({ state }) => stateSchema.safeParse(state).success);
  const profiles = {
    substanceUse: profilesOf(substanceUse, count, random),
    mentalHealth: profilesOf(mentalHealth, count, random),
  };
  const known = new Organizations(random);
  const taken = new Set<string>();
  const latest = new Map<string, Point>();
  for (let made = 0; made < count; made += 1) {
    const city = cities.pick(random);
    const organization = known.runningOneIn(city.state, city.label);
    const chance = random();
    const inFirst = chance < inDirectories.substanceUse + inDirectories.both;
    const inSecond = chance >= inDirectories.substanceUse;
    const name = random() < 0.35 ? `${organization.name} – ${siteName(random)}` : organization.name;
    const home = hashOf(city.label);
    const cityName = city.label.slice(0, -4);
    let id = centerIdOf(name, cityName, random);
    while (taken.has(id)) id = centerIdOf(name, cityName, random);
    taken.add(id);
    const again = random() < SAME_POINT_SHARE ? latest.get(city.label) : undefined;
    const point = again ?? pointIn(city, random);
    latest.set(city.label, point);
    const rare = random() < RARE_SHARE;
    const position = random() < SAME_FACTS_SHARE ? hashOf(organization.slug) : Math.floor(random() * MOST_PROFILES);
    const factsIn = (list: readonly Facts[]): Facts => list[position % list.length] ?? pick(random, list);
    const offerings = [
      ...(inFirst ? offeringsOf(id, '', substanceUse, factsIn(profiles.substanceUse), rare, random) : []),
      ...(inSecond
        ? offeringsOf(id, '-mental-health', mentalHealth, factsIn(profiles.mentalHealth), rare, random)
        : []),
    ];
    yield {
      center: {
        id,
        name,
        alternateNames: [],
        organization,
        sample: false,
        address: {
          street: streetAddress(random),
          city: cityName,
          state: stateCodes.find((code) => code === city.state) ?? 'AZ',
          zip: String(10_000 + (home % 8_990) * 10 + Math.floor(random() * Math.min(99, 1 + city.population / 20_000))),
        },
        location: { ...point, accuracy: again === undefined ? 'address' : 'zip' },
        phones: phonesOf(home, random),
        website: null,
        unknownLevels: inSecond && !offerings.some(({ level }) => level === 'iop') ? ['iop'] : [],
        sources: [...(inFirst ? [substanceUse.source] : []), ...(inSecond ? [mentalHealth.source] : [])],
      },
      offerings,
    };
  }
}

/** The organization of the next center: as in the directories, often that of a nearby center. */
class Organizations {
  readonly #random: () => number;
  readonly #names = new Set<string>();
  readonly #inCity = new Map<string, Organization[]>();
  readonly #inState = new Map<string, Organization[]>();

  constructor(random: () => number) {
    this.#random = random;
  }

  runningOneIn(state: string, city: string): Organization {
    const chance = this.#random();
    const nearby = this.#inCity.get(city) ?? [];
    const farther = this.#inState.get(state) ?? [];
    const organization =
      chance < IN_SAME_CITY && nearby.length > 0
        ? pick(this.#random, nearby)
        : chance > 1 - IN_SAME_STATE && farther.length > 0
          ? pick(this.#random, farther)
          : this.#newOne();
    if (nearby.length < MOST_REMEMBERED) this.#inCity.set(city, [...nearby, organization]);
    if (farther.length < MOST_REMEMBERED) this.#inState.set(state, [...farther, organization]);
    return organization;
  }

  #newOne(): Organization {
    let name = organizationName(this.#random);
    // After some hundred thousand names the words run out: a number distinguishes duplicates.
    if (this.#names.has(name)) name = `${name} ${this.#names.size}`;
    this.#names.add(name);
    return { slug: slugOf(name), name };
  }
}

function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) >>> 0;
  return hash;
}

function profilesOf(shares: ListingShares, count: number, random: () => number): Facts[] {
  return Array.from({ length: Math.min(count, MOST_PROFILES) }, (_, at) => {
    const eager = SPREAD * (random() + random() + random() - 1.5) * 2;
    const named = <Value extends string>(list: readonly (readonly [Value, number])[]): Value[] =>
      list.flatMap(([value, percent]) => (random() < raised(percent / 100, eager) ? [value] : []));
    const own = shares === mentalHealth ? 'mental-health' : 'substance-use';
    const treated = new Set([own, ...named(shares.conditions)]);
    return {
      conditions: conditions.codes.filter((code) => treated.has(code)),
      populations: named(shares.populations),
      ...acceptedBy(own, at),
      therapies: therapies.codes.filter((code) => new Set<string>(named(shares.therapies)).has(code)),
      payers: named(shares.payers),
      languages: named(shares.languages),
      telehealth: random() < shares.telehealth / 100,
    };
  });
}

/** Of 20 centers in a row, as many restrict their clients as of 20 in the directories: 3 in 100. */
function acceptedBy(
  own: 'mental-health' | 'substance-use',
  at: number,
): Pick<Facts, 'ages' | 'genders' | 'families' | 'only'> {
  const turn = at % 20;
  if (own === 'mental-health') {
    return {
      ages: turn < 10 ? [...ages.codes] : ages.codes.slice(turn < 17 ? 2 : 0, 5),
      genders: null,
      families: [],
      only: [],
    };
  }
  const only: Facts['only'] = turn === 0 ? ['women'] : turn === 1 ? ['men'] : at % 100 === 2 ? ['dui'] : [];
  return {
    ages: turn < 3 ? null : turn < 6 ? ['children', 'adolescents'] : ['young-adults', 'adults'],
    genders: turn === 0 ? ['women'] : turn === 1 ? ['men'] : ['women', 'men'],
    families: turn === 7 ? ['childcare'] : [],
    only,
  };
}

/** Changes a share on the logistic scale, so that shares of 0 and 1 do not change. */
function raised(share: number, by: number): number {
  const odds = (share / (1 - share)) * Math.exp(by);
  return odds / (1 + odds);
}

function offeringsOf(
  centerId: string,
  suffix: string,
  shares: ListingShares,
  facts: Facts,
  rare: boolean,
  random: () => number,
): Offering[] {
  const { telehealth, ...listed } = facts;
  const languages = rare ? [...facts.languages, RARE_LANGUAGE] : facts.languages;
  return weighted(shares.levels, random)
    .split(' ')
    .map((word) => {
      const level = word.replace(/[+-]$/, '') as Level;
      const atHome = level === 'op' || level === 'iop' || level === 'php' || level === 'aftercare';
      return {
        ...listed,
        id: `${centerId}-${level}${suffix}`,
        level,
        asam: null,
        languages,
        therapies: level === 'sober-living' ? [] : listed.therapies,
        conditions: level === 'detox' ? [...listed.conditions, ...ofDetox(listed.conditions)] : listed.conditions,
        modalities: telehealth && atHome ? ['in-person', 'telehealth'] : ['in-person'],
        schedule: null,
        housing: word.endsWith('+') ? true : word.endsWith('-') ? false : null,
        confirmation: unconfirmed,
        intake: unknownIntake,
      };
    });
}

const ofDetox = (listed: Offering['conditions']): Offering['conditions'] =>
  (['stimulants', 'prescription-medications'] as const).filter((condition) => !listed.includes(condition));

function weighted<T>(list: readonly (readonly [T, number])[], random: () => number): T {
  let left = random() * list.reduce((sum, [, weight]) => sum + weight, 0);
  const found = list.find(([, weight]) => {
    left -= weight;
    return left < 0;
  });
  return (found ?? pick(random, list))[0];
}

function phonesOf(home: number, random: () => number): Phone[] {
  const area = 200 + (home % 800);
  const exchange = () => 200 + ((home + Math.floor(random() * 40)) % 800);
  const line = () => String(Math.floor(random() * 10_000)).padStart(4, '0');
  const phone = (purpose: Phone['purpose']): Phone => ({
    number: `+1${area}${exchange()}${line()}`,
    extension: random() < 0.12 ? String(100 + Math.floor(random() * 900)) : null,
    purpose,
    answeredBy: 'facility',
  });
  return [phone('main'), ...(random() < 0.45 ? [phone('intake')] : []), ...(random() < 0.1 ? [phone('intake')] : [])];
}
