import * as z from 'zod';
import {
  bounds,
  countWords,
  emptyList,
  emptyText,
  notAList,
  notText,
  repeatedIn,
  tooLong,
  tooManyValues,
  tooManyWords,
} from './bounds.ts';
import { quoted } from './faults.ts';

export const textSchema = z.string(notText).trim().min(1, emptyText).max(bounds.text, { error: tooLong, abort: true });

/** A name to search for. The schema limits its words; the face checks whether any of them identifies a center. */
export const nameSchema = textSchema.refine((text) => countWords(text) <= bounds.nameWords, {
  error: tooManyWords(bounds.nameWords),
  abort: true,
});

/** A text that somebody types in their own words. */
export const phraseSchema = textSchema.refine((text) => countWords(text) <= bounds.phraseWords, {
  error: tooManyWords(bounds.phraseWords),
  abort: true,
});

/** A list of values. If it is too long, its values are not checked: that is one fault, not one for each value. */
export const listSchema = <T extends z.ZodType<unknown>>(item: T, example: string) =>
  z
    .array(item, notAList(example))
    .min(1, emptyList(example))
    .max(bounds.values, tooManyValues)
    .refine((values) => repeatedIn(values) === undefined, {
      error: ({ input }) => `names ${quoted(repeatedIn(input))} twice`,
    });
