import type * as z from 'zod';

/** A schema with its meaning, unit and examples, for readers of the document. */
export function described<T extends z.ZodType>(schema: T, description: string, ...examples: unknown[]): T {
  return schema.meta({ description, ...(examples.length === 0 ? {} : { examples }) });
}

/** A named schema of the document, so that other schemas can refer to it. */
export function named<T extends z.ZodType>(id: string, schema: T, description: string): T {
  return schema.meta({ id, description });
}
