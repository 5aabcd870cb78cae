import type { Place } from './place.ts';
import { isListed, likelihood } from './prior.ts';

/** Of two places with centers around, the one this many times likelier is the one that people mean. */
const CLEARLY_LIKELIER = 5;

/**
 * Whether a name must be asked back: the likeliest place and another one are both in states with centers, and neither is
 * clearly likelier (prior.ts). Otherwise the likeliest is taken, and answers say so: asking everybody who types "Pasadena"
 * about Texas costs more people their answer than it helps. The order of the candidates does not matter.
 */
export function isAmbiguous(candidates: readonly Candidate[]): boolean {
  if (candidates.some(({ elsewhere }) => elsewhere)) return true;
  const [first, ...others] = candidates.toSorted((a, b) => likelihood(b) - likelihood(a));
  if (first === undefined || !isListed(first)) return false;
  const next = others.find(isListed);
  return next !== undefined && likelihood(first) < likelihood(next) * CLEARLY_LIKELIER;
}

type Candidate = Pick<Place, 'population' | 'kind' | 'state' | 'elsewhere'>;
