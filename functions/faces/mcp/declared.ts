import type { StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import * as z from 'zod';

type Given = Readonly<Record<string, unknown>>;
type Json = Record<string, unknown>;

/**
 * Schemas as `tools/list` shows them. Every model reads that list before the first call, so it only contains what a
 * model needs to call a tool. The SDK does not check arguments: the tool parses them with its whole schema, so that one
 * refusal names every fault, in the API's own words, with the nearest valid value.
 */
export function declared(input: z.ZodObject, output: z.ZodObject) {
  return {
    inputSchema: standard(input, inputShown, (given) => ({ value: given as Given })),
    outputSchema: standard(output, outputShown, (facts) => output['~standard'].validate(facts)),
  };
}

const shown = new WeakMap<z.ZodObject, Json>();

function standard(
  schema: z.ZodObject,
  show: (schema: z.ZodObject) => Json,
  validate: StandardSchemaWithJSON<Given, Given>['~standard']['validate'],
): StandardSchemaWithJSON<Given, Given> {
  const jsonSchema = () => {
    const made = shown.get(schema) ?? show(schema);
    shown.set(schema, made);
    return made;
  };
  return {
    '~standard': { version: 1, vendor: 'zod', validate, jsonSchema: { input: jsonSchema, output: jsonSchema } },
  };
}

/**
 * Schema keywords that `tools/list` leaves out to save space. They are still checked; no normal call exceeds these
 * limits.
 */
const unsaid = ['id', 'examples', 'minLength', 'maxLength'] as const;
const MOST_LISTED = 50;

function inputShown(schema: z.ZodObject): Json {
  return jsonOf(schema, 'input', (json) => {
    for (const name of unsaid) delete json[name];
    if (json.minItems === 1) delete json.minItems;
    if (json.maxItems === MOST_LISTED) delete json.maxItems;
  });
}

/** Lists only the properties of an answer and their types. Names and texts in the answer explain themselves. */
function outputShown(schema: z.ZodObject): Json {
  const { type, properties = {}, required } = jsonOf(schema, 'output', () => {});
  const members = Object.entries(properties as Record<string, Json>).map(([name, member]) => [name, typeOf(member)]);
  return { type, properties: Object.fromEntries(members), required };
}

const typeOf = ({ type }: Json): Json => (typeof type === 'string' ? { type } : {});

function jsonOf(schema: z.ZodObject, io: 'input' | 'output', change: (json: Json) => void): Json {
  const { $schema: _, ...made } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => change(jsonSchema as Json),
  }) as Json;
  return made;
}
