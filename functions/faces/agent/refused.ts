import { badRequest, unavailable } from '../../http/problem.ts';
import { changedMeanwhile } from './parameters/if-match.ts';
import { noSuchCenter } from './read-centers.ts';
import { RefusedError } from './services.ts';

/**
 * Converts the refusal of a write to the problem that the caller gets.
 * @param current Reads the current version, which the answer contains if somebody else wrote first.
 */
export async function refused(
  error: unknown,
  seen: number | null,
  current: (target?: string) => Promise<{ readonly version: number }>,
): Promise<never> {
  if (!(error instanceof RefusedError)) throw error;
  const { refusal } = error;
  if (refusal.kind === 'changed') throw changedMeanwhile(seen ?? 0, await current(refusal.target));
  if (refusal.kind === 'busy') throw unavailable(error);
  if (refusal.kind === 'faults') throw badRequest(refusal.faults.map((message) => ({ pointer: '', message })));
  throw noSuchCenter();
}
