import { isState } from '../domain/state.ts';
import type { Place } from './place.ts';

/**
 * Population assumed for a place without one. The sources give a population for nearly every
 * town of 500 people or more.
 */
const UNKNOWN = 400;
/**
 * Factor by which a search for a place in a state with centers is likelier. Nine of ten searches start in our eight
 * states, which have a quarter of the people; that would give 27. The lower number is cautious, because a wrong state
 * is the worst answer.
 */
const LISTED = 10;
/** People use a district's or area's name without its city less often than the name of a town of the same size. */
const OF_KIND: Readonly<Record<Place['kind'], number>> = { zip: 1, city: 1, county: 1, district: 0.2, area: 0.5 };

type Weighed = Pick<Place, 'population' | 'kind' | 'state'>;

/**
 * Limit for an area's population, so that a region counts at most like a large city: "Bay Area" is not
 * likelier than "San Francisco".
 */
const LARGEST_AREA = 300_000;

/** Population of a place, or an estimate if it is unknown. At least 1; limited for areas. */
export function peopleOf({ population, kind }: Pick<Place, 'population' | 'kind'>): number {
  if (population <= 0) return UNKNOWN;
  return kind === 'area' ? Math.min(population, LARGEST_AREA) : population;
}

/** True if centers are listed in the place's state. */
export const isListed = ({ state }: Pick<Place, 'state'>): boolean => isState(state);

/**
 * How likely a name without a state means this place, compared to others with the name. The unit is one person in
 * a state without centers.
 */
export const likelihood = (place: Weighed): number =>
  peopleOf(place) * OF_KIND[place.kind] * (isListed(place) ? LISTED : 1);

/** Sorts likeliest first. */
export const byLikelihood = (a: Weighed, b: Weighed): number => likelihood(b) - likelihood(a);
