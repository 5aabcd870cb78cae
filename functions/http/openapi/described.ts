import type * as z from 'zod';

/** Adds a description, with unit and examples, to a schema, for readers of the OpenAPI document. */
export function described<T extends z.ZodType>(schema: T, description: string, ...examples: unknown[]): T {
  return schema.meta({ description, ...(examples.length === 0 ? {} : { examples }) });
}

/** Gives a schema a name in the OpenAPI document, so that other schemas can refer to it. */
export function named<T extends z.ZodType>(id: string, schema: T, description: string): T {
  return schema.meta({ id, description });
}
