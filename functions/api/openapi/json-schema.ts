import * as z from 'zod';

export type JsonSchema = Record<string, unknown>;

const refTo = (id: string): string => `#/components/schemas/${id}`;

/** The schema of an answer, as a reference if it has a name. */
export function answerSchema(schema: z.ZodType): JsonSchema {
  const id = z.globalRegistry.get(schema)?.id;
  return id === undefined ? inline(schema, 'output') : { $ref: refTo(id) };
}

/** The JSON Schema of a caller's input. */
export const requestSchema = (schema: z.ZodType): JsonSchema => inline(schema, 'input');

/** Every named schema, by its name. */
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
  // A number or boolean that a query spells as text.
  if (type === 'integer' || type === 'number' || type === 'boolean') delete jsonSchema.pattern;
  // Drops the regular expression if a format already says the same, or if it has Unicode classes, which not every
  // reader supports.
  if (format !== undefined || /\\p\{/i.test(String(pattern))) delete jsonSchema.pattern;
  // All tuples here are pairs of one kind, which readers of older drafts understand as a list of two.
  if (Array.isArray(prefixItems)) {
    jsonSchema.items = prefixItems[0];
    delete jsonSchema.prefixItems;
  }
}

/** Answers may get more members, so validators of callers must not refuse them; requests stay closed. */
function tidyAnswer(context: { jsonSchema: JsonSchema }): void {
  tidy(context);
  if (context.jsonSchema.additionalProperties === false) delete context.jsonSchema.additionalProperties;
}
