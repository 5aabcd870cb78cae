import { closest, distance } from 'fastest-levenshtein';
import type { z } from 'zod';
import type { Fault } from './problem.ts';

/** The accepted word nearest to a misspelt one; undefined where none is near enough to be meant. */
export function nearestWord(word: string, accepted: readonly string[]): string | undefined {
  if (accepted.length === 0) return undefined;
  const lower = word.toLowerCase();
  const best = closest(lower, [...accepted]);
  return distance(lower, best.toLowerCase()) <= Math.max(2, Math.floor(best.length / 3)) ? best : undefined;
}

/** `"iopp" is not a level; did you mean "iop"? Accepted: op, iop, …` */
export function notAccepted(
  word: string,
  what: string,
  accepted: readonly string[],
  synonyms: readonly Synonym[] = [],
): string {
  const shown = word.length > 60 ? `${word.slice(0, 60)}…` : word;
  const known = synonyms.find(({ word: synonym }) => synonym === word.trim().toLowerCase())?.value;
  const meant = known ?? nearestWord(word, accepted);
  const hint = meant === undefined ? '' : `; did you mean "${meant}"?`;
  return `"${shown}" is not ${what}${hint || '.'} Accepted: ${accepted.join(', ')}`;
}

/** What people call a value. */
export interface Synonym {
  readonly word: string;
  readonly value: string;
}

/** Every fault that zod found, under the names the caller used. */
export function faultsOf(error: z.ZodError, place: 'parameter' | 'pointer'): Fault[] {
  return error.issues.flatMap((issue): Fault[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => faultAt([...issue.path, key], 'is not known', place));
    }
    return [faultAt(issue.path, issue.message, place)];
  });
}

export function faultAt(path: readonly PropertyKey[], message: string, place: 'parameter' | 'pointer'): Fault {
  if (place === 'parameter') return { parameter: String(path[0] ?? ''), message };
  const pointer = path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  return { pointer, message };
}
