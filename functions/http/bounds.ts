import { faultAt } from './faults.ts';
import { badRequest } from './problem.ts';
import type { Request } from './request-shape.ts';

/** Size limits of one request. Every face applies them to texts, names and lists. */
export const bounds = {
  /** Maximum number of characters in a text, or in one value of a list. */
  text: 200,
  /** Maximum number of values in a list, in JSON or separated by commas. */
  values: 50,
  /** Maximum number of words in a name to search for. The longest name in the listings has 12. */
  nameWords: 20,
  /** Maximum number of words in a typed phrase. */
  phraseWords: 60,
  /** Maximum number of different parameters in a query, or properties in a body. */
  fields: 100,
  /** Maximum number of characters in a cursor. */
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

/** The first value that occurs twice in a list; undefined if all differ. */
export function repeatedIn(values: unknown): unknown {
  return Array.isArray(values) ? values.find((value, index) => values.indexOf(value) < index) : undefined;
}

/**
 * Removes overlong lists from fields before they are parsed, so that nobody makes us report 10,000 wrong values.
 * @throws Problem if there are too many fields.
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

/** @throws Problem if a query has too many parameters, or repeats one too often. */
export function requireFewParameters({ query }: Pick<Request, 'query'>): void {
  const faults = [...query]
    .filter(([, values]) => values.length > bounds.values)
    .map(([name]) => faultAt([name], `is given more than ${bounds.values} times`, 'parameter'));
  if (query.size > bounds.fields)
    throw badRequest([faultAt([], `must have at most ${bounds.fields} parameters`, 'pointer')]);
  if (faults.length > 0) throw badRequest(faults);
}

export const countWords = (text: string): number => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '').length;
