import * as z from 'zod';

export type JsonSchema = Record<string, unknown>;

const refTo = (id: string): string => `#/components/schemas/${id}`;

/** The schema of an answer, as a reference if it has a name. */
export function answerSchema(schema: z.ZodType): JsonSchema {
  const id = z.globalRegistry.get(schema)?.id;
  return id === undefined ? inline(schema, 'output') : { $ref: refTo(id) };
}

/** The JSON Schema of a caller's input, without references. */
export const requestSchema = (schema: z.ZodType): JsonSchema => inline(schema, 'input');

/** Every schema that has a name in the document, by this name. */
export function namedSchemas(): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(z.globalRegistry, { uri: refTo, io: 'output', override: tidyAnswer });
  const entries = Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([id, schema]) => [id, withoutIds(schema)]));
}

function inline(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  return withoutIds(z.toJSONSchema(schema, { io, override: io === 'output' ? tidyAnswer : tidy }));
}

function withoutIds({ $schema: _, $id: __, id: ___, ...schema }: JsonSchema): JsonSchema {
  return schema;
}

function tidy({ jsonSchema }: { jsonSchema: JsonSchema }): void {
  const { type, format, pattern, prefixItems } = jsonSchema;
  // A query spells numbers and booleans as text, so their schema has a pattern. It is removed, because the type says
  // enough.
  if (type === 'integer' || type === 'number' || type === 'boolean') delete jsonSchema.pattern;
  // A regular expression is not needed beside a format. One with Unicode classes is left out, because not every reader
  // of schemas supports it.
  if (format !== undefined || /\\p\{/i.test(String(pattern))) delete jsonSchema.pattern;
  // Here both items of a tuple have the same schema. Readers of older drafts understand it as a list of two.
  if (Array.isArray(prefixItems)) {
    jsonSchema.items = prefixItems[0];
    delete jsonSchema.prefixItems;
  }
}

/**
 * Removes `additionalProperties: false` from schemas of answers: later versions may add properties, and callers'
 * validators must accept them. Schemas of requests keep it.
 */
function tidyAnswer(context: { jsonSchema: JsonSchema }): void {
  tidy(context);
  if (context.jsonSchema.additionalProperties === false) delete context.jsonSchema.additionalProperties;
}
