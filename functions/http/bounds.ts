import * as z from 'zod';
import { wordsOf } from '../dataset/words.ts';
import { faultAt, quoted } from './faults.ts';
import { badRequest } from './problem.ts';
import type { Request } from './request.ts';

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

export const textSchema = z
  .string('must be text')
  .trim()
  .min(1, 'must not be empty')
  .max(bounds.text, { error: tooLong, abort: true });

/** A name to search for. Whether a word of it tells centers apart is for the face to say. */
export const nameSchema = textSchema.refine((text) => countWords(text) <= bounds.nameWords, {
  error: tooManyWords(bounds.nameWords),
  abort: true,
});

/** What somebody types in their own words. */
export const phraseSchema = textSchema.refine((text) => countWords(text) <= bounds.phraseWords, {
  error: tooManyWords(bounds.phraseWords),
  abort: true,
});

/** Values are looked at only where the list is short enough: a long one is one fault, not one for each value. */
export const listSchema = <T extends z.ZodType<unknown>>(item: T, example: string) =>
  z
    .array(item, `must be a list, such as ["${example}"]`)
    .min(1, `must not be an empty list; leave it out, or give values such as ["${example}"]`)
    .max(bounds.values, tooManyValues)
    .refine((values) => repeatedIn(values) === undefined, {
      error: ({ input }) => `names ${quoted(repeatedIn(input))} twice`,
    });

function repeatedIn(values: unknown): unknown {
  return Array.isArray(values) ? values.find((value, index) => values.indexOf(value) < index) : undefined;
}

/** Why a name that came as plain text may not be searched for; null where it may. */
export function nameFault(text: string): string | null {
  const parsed = nameSchema.safeParse(text);
  if (!parsed.success) return parsed.error.issues[0]?.message ?? tooLong;
  return wordsOf(text).length === 0 ? 'has no word that tells names apart' : null;
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

const countWords = (text: string): number => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '').length;
