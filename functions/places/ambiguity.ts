import type { Place } from './place.ts';
import { isListed, likelihood } from './prior.ts';

/** Factor by which one place must be likelier than another so that it is used without asking. */
const CLEARLY_LIKELIER = 5;

/**
 * True if the person must be asked which place a name means: the two likeliest are both in states with centers, and
 * neither is clearly likelier (prior.ts). Otherwise the likeliest is used, and the answer says so. Asking everybody who
 * types "Pasadena" about Texas would cost more people their answer than it helps. The order of the candidates does not
 * matter.
 */
export function isAmbiguous(candidates: readonly Candidate[]): boolean {
  if (candidates.some(({ elsewhere }) => elsewhere)) return true;
  const [first, ...others] = candidates.toSorted((a, b) => likelihood(b) - likelihood(a));
  if (first === undefined || !isListed(first)) return false;
  const next = others.find(isListed);
  return next !== undefined && likelihood(first) < likelihood(next) * CLEARLY_LIKELIER;
}

type Candidate = Pick<Place, 'population' | 'kind' | 'state' | 'elsewhere'>;
