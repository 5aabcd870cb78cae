import type { StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import * as z from 'zod';

type Given = Readonly<Record<string, unknown>>;

/**
 * Schemas as the list of tools shows them. The arguments are handed on as they came: the tool parses them by the same
 * schema itself, so that one refusal names every fault, in the API's own words, with the nearest good value.
 */
export function declared(input: z.ZodObject, output: z.ZodObject) {
  return {
    inputSchema: standard(input, 'input', (given) => ({ value: given as Given })),
    outputSchema: standard(output, 'output', (facts) => output['~standard'].validate(facts)),
  };
}

const shown = new WeakMap<z.ZodObject, Record<string, unknown>>();

function standard(
  schema: z.ZodObject,
  io: 'input' | 'output',
  validate: StandardSchemaWithJSON<Given, Given>['~standard']['validate'],
): StandardSchemaWithJSON<Given, Given> {
  const jsonSchema = () => {
    const known = shown.get(schema);
    if (known !== undefined) return known;
    // Checks that JSON Schema has no words for are left out of what is shown, not out of what is checked.
    const { $schema: _, ...made } = z.toJSONSchema(schema, {
      io,
      unrepresentable: 'any',
      override: ({ jsonSchema }) => {
        // A name is where a definition stands already; examples would be read by every model, asked for or not.
        delete jsonSchema.id;
        delete jsonSchema.examples;
      },
    }) as Record<string, unknown>;
    shown.set(schema, made);
    return made;
  };
  return {
    '~standard': { version: 1, vendor: 'zod', validate, jsonSchema: { input: jsonSchema, output: jsonSchema } },
  };
}
