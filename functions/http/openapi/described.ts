import type * as z from 'zod';

/** A schema with what the reader of the document needs beside its type: meaning, unit, and an example or two. */
export function described<T extends z.ZodType>(schema: T, description: string, ...examples: unknown[]): T {
  return schema.meta({ description, ...(examples.length === 0 ? {} : { examples }) });
}

/** A schema that the document names, to be referred to from everywhere. */
export function named<T extends z.ZodType>(id: string, schema: T, description: string): T {
  return schema.meta({ id, description });
}
