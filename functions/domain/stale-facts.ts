import type { Admissions } from './admissions.ts';

/** Facts that were said too long ago to rely on, sorted. @param now Milliseconds since 1970. */
export function staleFacts({ expires = {} }: Admissions, now: number): string[] {
  const isStale = ([, end]: [string, string]) => Date.parse(end) <= now;
  return Object.entries(expires)
    .filter(isStale)
    .map(([key]) => key)
    .sort();
}
