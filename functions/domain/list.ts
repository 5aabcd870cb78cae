import * as z from 'zod';

/** A list in which each value occurs once: pages store it as a set, so a repeated value would be lost. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.array(item).refine((values) => new Set(values).size === values.length, 'must not repeat a value');
