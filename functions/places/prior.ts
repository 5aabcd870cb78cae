import { isState } from '../domain/state.ts';
import type { Place } from './place.ts';

/**
 * Population assumed for a place whose population is unknown. The sources give one for nearly every town of 500 people
 * or more.
 */
const UNKNOWN = 400;
/**
 * Factor by which a place in a state with centers is likelier to be searched for. Nine of ten searches start in our
 * eight states, which have a quarter of the country's people; from that, the factor would be 27. A lower one is used to
 * be cautious, because a search in the wrong state is the worst answer.
 */
const LISTED = 10;
/**
 * Factor for a district or area. People type its name without its city less often than the name of a town of the same
 * size.
 */
const OF_KIND: Readonly<Record<Place['kind'], number>> = { zip: 1, city: 1, county: 1, district: 0.2, area: 0.5 };

type Weighed = Pick<Place, 'population' | 'kind' | 'state'>;

/**
 * Limit for an area's population, so that a region counts at most like a large city: "Bay Area" is not
 * likelier than "San Francisco".
 */
const LARGEST_AREA = 300_000;

/** Population of a place, or an estimate if it is unknown: at least 1, and limited for areas. */
export function peopleOf({ population, kind }: Pick<Place, 'population' | 'kind'>): number {
  if (population <= 0) return UNKNOWN;
  return kind === 'area' ? Math.min(population, LARGEST_AREA) : population;
}

/** True if centers are listed in the place's state. */
export const isListed = ({ state }: Pick<Place, 'state'>): boolean => isState(state);

/**
 * How likely it is that a name without a state means this place, compared to others with the name. One person in a
 * state without centers counts as 1.
 */
export const likelihood = (place: Weighed): number =>
  peopleOf(place) * OF_KIND[place.kind] * (isListed(place) ? LISTED : 1);

/** Compares two places: the likelier one comes first. */
export const byLikelihood = (a: Weighed, b: Weighed): number => likelihood(b) - likelihood(a);
