import { isState } from '../domain/state.ts';
import type { Place } from './place.ts';

/** A place without a known population counts as this many people: the sources know nearly all towns from 500 up. */
const UNKNOWN = 400;
/**
 * How many times likelier somebody asks about a place in a state with centers. Nine of ten searches start in the eight
 * states, where a quarter of the people live, which would be 27; the rest is caution, for a wrong state is the worst answer.
 */
const LISTED = 10;
/** People say the name of a district or area without its city less often than that of a town of the same size. */
const OF_KIND: Readonly<Record<Place['kind'], number>> = { zip: 1, city: 1, county: 1, district: 0.2, area: 0.5 };

type Weighed = Pick<Place, 'population' | 'kind' | 'state'>;

/** Nobody means "Bay Area" five times as often as "San Francisco": a region counts as a large city at most. */
const LARGEST_AREA = 300_000;

/** How many people a place counts for: its population, or an estimate. At least 1. */
export function peopleOf({ population, kind }: Pick<Place, 'population' | 'kind'>): number {
  if (population <= 0) return UNKNOWN;
  return kind === 'area' ? Math.min(population, LARGEST_AREA) : population;
}

/** Whether centers are listed in the place's state. */
export const isListed = ({ state }: Pick<Place, 'state'>): boolean => isState(state);

/** How likely a name without a state means the place, beside other places of the name. In people of a state with no centers. */
export const likelihood = (place: Weighed): number =>
  peopleOf(place) * OF_KIND[place.kind] * (isListed(place) ? LISTED : 1);

/** Sorts the likeliest first. */
export const byLikelihood = (a: Weighed, b: Weighed): number => likelihood(b) - likelihood(a);
