import * as z from 'zod';

/** A list that is really a set: pages store it as one, so a repeated value would be lost. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.array(item).refine((values) => new Set(values).size === values.length, 'must not repeat a value');
