import { distanceKm, KM_PER_MILE } from '../geo/distance.ts';
import { nameKey } from './name-key.ts';
import type { Place } from './place.ts';
import { likelihood } from './prior.ts';

/** Greatest distance in miles from the middle of a city to its districts and suburbs. */
const AROUND_MILES = 30;
const LONGEST_NAME = 8;

export interface Inside {
  readonly place: Place;
  readonly city: Place;
}

/** Finds the places that a name may mean, in one state or in all states. */
type Named = (name: string, state?: string) => readonly Place[];

/**
 * Finds the smaller of two places named one after the other. Either the first is a place around the second, a larger
 * city: "Rogers Park, Chicago", "arcadia phoenix", "naperville chicago". Or the two are of different kinds and close
 * together: "ignacio southern ute", "hamilton twp mercer". Otherwise null.
 */
export function placeInside(text: string, named: Named): Inside | null {
  const words = text.trim().split(/\s+/);
  if (words.length < 2 || words.length > LONGEST_NAME) return null;
  const splits = words
    .slice(1)
    .map((_, at) => ({ first: words.slice(0, at + 1).join(' '), last: words.slice(at + 1).join(' ') }))
    .filter(({ first, last }) => nameKey(first) !== '' && nameKey(last) !== '')
    .reverse();
  return (
    firstFound(splits, (split) => insideCity(split, named)) ?? firstFound(splits, (split) => together(split, named))
  );
}

interface Split {
  readonly first: string;
  readonly last: string;
}

function firstFound(splits: readonly Split[], find: (split: Split) => Inside | null): Inside | null {
  for (const split of splits) {
    const found = find(split);
    if (found !== null) return found;
  }
  return null;
}

function insideCity({ first, last }: Split, named: Named): Inside | null {
  const [city] = named(last);
  if (city === undefined || city.kind !== 'city') return null;
  const [place] = named(first)
    .filter((one) => one.state === city.state && milesBetween(one, city) <= AROUND_MILES)
    .sort((a, b) => milesBetween(a, city) - milesBetween(b, city));
  const isInside = place !== undefined && place.label !== city.label && likelihood(place) < likelihood(city);
  return isInside ? { place, city } : null;
}

/**
 * Kinds of places from smallest to largest. The smaller one is used: a town and not its reservation, a township and not
 * its county.
 */
const NARROWER: readonly Place['kind'][] = ['zip', 'district', 'city', 'area', 'county'];

function together({ first, last }: Split, named: Named): Inside | null {
  const firsts = named(first);
  if (firsts.length === 0) return null;
  // A bare name such as "Mercer" is only read as a county next to a township in the same state.
  const townships = firsts.filter(({ kind }) => kind === 'area');
  const counties = [...new Set(townships.map(({ state }) => state))].flatMap((state) => named(`${last} county`, state));
  const lasts = [...named(last), ...counties];
  const [nearest] = firsts
    .flatMap((one) => lasts.map((other) => [one, other] as const))
    .filter((pair) => isOfTwoKinds(pair) && milesBetween(...pair) <= AROUND_MILES)
    .sort((a, b) => milesBetween(...a) - milesBetween(...b));
  const [place, city] = nearest?.toSorted((a, b) => NARROWER.indexOf(a.kind) - NARROWER.indexOf(b.kind)) ?? [];
  return place === undefined || city === undefined ? null : { place, city };
}

/** True for an area or district together with another kind of place in the same state. */
const isOfTwoKinds = ([a, b]: readonly [Place, Place]): boolean =>
  a.state === b.state && a.kind !== b.kind && (isPart(a) || isPart(b));

const isPart = ({ kind }: Place): boolean => kind === 'area' || kind === 'district';

const milesBetween = (a: Place, b: Place): number => distanceKm(a.location, b.location) / KM_PER_MILE;
