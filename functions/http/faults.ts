import type * as z from 'zod';
import { nearestWord } from '../domain/nearest-word.ts';
import type { Fault } from './problem.ts';

/** Error message for a value that is not accepted: `"iopp" is not a level; did you mean "iop"? Accepted: op, iop, …` */
export function notAccepted(
  value: unknown,
  what: string,
  accepted: readonly string[],
  synonyms: readonly Synonym[] = [],
): string {
  const list = `Accepted: ${accepted.join(', ')}`;
  if (value === '') return `holds an empty value. ${list}`;
  const meant = typeof value === 'string' ? meantBy(value, accepted, synonyms) : null;
  return `${quoted(value)} is not ${what}${meant === null ? '.' : `; did you mean "${meant}"?`} ${list}`;
}

/** A common word for a value, in lower case, with the value. */
export interface Synonym {
  readonly word: string;
  readonly value: string;
}

/** The value for a synonym or misspelling. */
function meantBy(word: string, accepted: readonly string[], synonyms: readonly Synonym[]): string | null {
  const lower = word.trim().toLowerCase();
  return synonyms.find((synonym) => synonym.word === lower)?.value ?? nearestWord(lower, accepted);
}

const MOST_QUOTED = 60;

/** A value as an error message repeats it: short, and safe for any JSON value. */
export function quoted(value: unknown): string {
  if (typeof value === 'string') return `"${value.length > MOST_QUOTED ? `${value.slice(0, MOST_QUOTED)}…` : value}"`;
  if (Array.isArray(value)) return 'a list';
  // String() could throw here: an object from a body may have a `toString` that is not a function.
  return typeof value === 'object' && value !== null ? 'an object' : `${value}`;
}

/** Error message for an unknown name: `is not a parameter; did you mean "level"?` */
export function unknownName(name: string, what: string, known: readonly string[]): string {
  const meant = nearestWord(name, known);
  return `is not ${what}${meant === null ? '' : `; did you mean "${meant}"?`}`;
}

/**
 * Converts every fault that zod found to one with the name that the caller used.
 * @param known Names of all fields.
 * @param what Shown as "is not <what>", for example "a parameter".
 */
export function faultsOf(
  error: Pick<z.ZodError, 'issues'>,
  place: 'parameter' | 'pointer',
  known: readonly string[],
  what = place === 'parameter' ? 'a parameter' : 'a field of a search',
): Fault[] {
  return error.issues.flatMap((issue): Fault[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => faultAt([...issue.path, key], unknownName(key, what, known), place));
    }
    return [faultAt(issue.path, issue.message, place)];
  });
}

export function faultAt(path: readonly PropertyKey[], message: string, place: 'parameter' | 'pointer'): Fault {
  if (place === 'parameter') return { parameter: String(path[0] ?? ''), message };
  const pointer = path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  return { pointer, message };
}
