import { faultAt } from './faults.ts';
import { badRequest } from './problem.ts';
import type { Request } from './request-shape.ts';

/** How much one request may hold. Every face reads its texts, names and lists within these. */
export const bounds = {
  /** Characters of a text, and of one value of a list. */
  text: 200,
  /** Values of a list, however it is written. */
  values: 50,
  /** Words of a name that is searched for. The longest name in the listings has 12. */
  nameWords: 20,
  /** Words of a phrase that somebody types. */
  phraseWords: 60,
  /** Different parameters of a query, or members of a body. */
  fields: 100,
  /** Characters of a cursor. */
  cursor: 4_000,
} as const;

export const tooManyValues = `must name at most ${bounds.values} values`;
export const tooLong = `must be at most ${bounds.text} characters`;
export const tooManyWords = (most: number): string => `must be at most ${most} words`;
export const notText = 'must be text';
export const emptyText = 'must not be empty';
export const notAList = (example: string): string => `must be a list, such as ["${example}"]`;
export const emptyList = (example: string): string =>
  `must not be an empty list; leave it out, or give values such as ["${example}"]`;

/** The first value that a list names a second time. */
export function repeatedIn(values: unknown): unknown {
  return Array.isArray(values) ? values.find((value, index) => values.indexOf(value) < index) : undefined;
}

/**
 * Takes lists that are too long to look at out of fields that are about to be parsed: nobody makes us check 10,000
 * values to hear of each that it is wrong. @throws Problem where there are too many fields.
 */
export function withinBounds(
  fields: object,
  at: (path: readonly string[], message: string) => void,
): Record<string, unknown> {
  const entries = Object.entries(fields);
  if (entries.length > bounds.fields)
    throw badRequest([faultAt([], `must have at most ${bounds.fields} fields`, 'pointer')]);
  const isTooLong = (value: unknown) => Array.isArray(value) && value.length > bounds.values;
  for (const [name, value] of entries) if (isTooLong(value)) at([name], tooManyValues);
  return Object.fromEntries(entries.filter(([, value]) => !isTooLong(value)));
}

/** @throws Problem where a query has more parameters, or one of them more often, than any request has use for. */
export function requireFewParameters({ query }: Pick<Request, 'query'>): void {
  const faults = [...query]
    .filter(([, values]) => values.length > bounds.values)
    .map(([name]) => faultAt([name], `is given more than ${bounds.values} times`, 'parameter'));
  if (query.size > bounds.fields)
    throw badRequest([faultAt([], `must have at most ${bounds.fields} parameters`, 'pointer')]);
  if (faults.length > 0) throw badRequest(faults);
}

export const countWords = (text: string): number => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '').length;
