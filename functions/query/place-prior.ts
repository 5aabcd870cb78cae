import type { Places } from '../places/places.ts';
import { likelihood } from '../places/prior.ts';
import type { Span } from './span.ts';

/** Log10 of the likelihood of Los Angeles, the likeliest place, for which no cost is added. */
const LIKELIEST = 7.6;

/**
 * Adds to the cost of a reading as a place: nothing for the likeliest place, up to 1 for a hamlet in a state without
 * centers.
 */
export function withPlacePrior(span: Span, places: Places): Span {
  const { place, penalty = 0 } = span;
  if (place?.city == null || place.state === null) return span;
  const [named] = places.named(place.city, place.state);
  const share = named === undefined ? 0 : Math.log10(Math.max(1, likelihood(named))) / LIKELIEST;
  return { ...span, penalty: penalty + Math.max(0, 1 - share) };
}
