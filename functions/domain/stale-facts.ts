import type { Admissions } from './admissions.ts';

/**
 * Names of the facts that are too old to rely on, sorted.
 * @param now Milliseconds since 1970.
 */
export function staleFacts({ expires = {} }: Admissions, now: number): string[] {
  const isStale = ([, end]: [string, string]) => Date.parse(end) <= now;
  return Object.entries(expires)
    .filter(isStale)
    .map(([key]) => key)
    .sort();
}
