import type { ExampleRequest, Operation, Place, Schema } from '../document.ts';
import { type Lead, leadOf, plainTarget, templated } from './lead.ts';

/** A request that the reference shows and sends, and that a test runs. */
export interface Sample {
  readonly title: string;
  readonly method: string;
  /** Path and query. `{id}` is replaced by what the lead's answer contains. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Body of the request, sent as JSON. */
  readonly body?: unknown;
  readonly lead: Lead | null;
  readonly signedIn: boolean;
  /** A recorded answer of the API, about fictional centers. */
  readonly answer?: { readonly type: string; readonly value: unknown };
}

/**
 * The requests that show an operation: its examples with their answers; without examples, one with the required fields.
 */
export function samplesOf(place: Place): readonly Sample[] {
  const { method, path, operation } = place;
  const { parameters = [], summary, security } = operation;
  const lead = leadOf(place);
  const common = { method, lead, signedIn: security !== undefined };
  const recorded = examplesOf(operation).map(({ title, request, answer }) => ({
    ...common,
    title,
    target: templated(request.target, path, lead),
    headers: request.headers ?? {},
    ...(request.body === undefined ? {} : { body: request.body }),
    answer,
  }));
  if (recorded.length > 0) return recorded;
  const body = bodyOf(operation);
  const needed = parameters
    .filter(({ in: from, required }) => from === 'header' && required)
    .map(
      ({ name, example }) =>
        [name.toLowerCase(), 'version' in (lead?.ids ?? {}) ? '"{version}"' : String(example)] as const,
    );
  // If an operation does not answer in JSON, a program must request its media type, so the example does too.
  const types = Object.keys(operation.responses['200']?.content ?? {});
  const [accept] = types.some((type) => /[/+]json$/.test(type)) ? [] : types;
  return [
    {
      ...common,
      title: summary,
      target: plainTarget(path, parameters, lead),
      headers: {
        ...(accept === undefined ? {} : { accept }),
        ...Object.fromEntries(needed),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body }),
    },
  ];
}

interface Recorded {
  readonly title: string;
  readonly request: ExampleRequest;
  readonly answer: { readonly type: string; readonly value: unknown };
}

function examplesOf({ responses }: Operation): Recorded[] {
  return Object.entries(responses['200']?.content ?? {}).flatMap(([type, { examples = {} }]) =>
    Object.values(examples).flatMap(({ summary, value, 'x-request': request }) =>
      request === undefined ? [] : [{ title: summary, request, answer: { type, value } }],
    ),
  );
}

/** An example body: the one in the document, or one made from the schema's examples, with all required properties. */
function bodyOf({ requestBody }: Operation): unknown {
  const { schema, examples = {} } = requestBody?.content['application/json'] ?? {};
  const [given] = Object.values(examples);
  if (given !== undefined) return given.value;
  return schema === undefined ? undefined : exampleOf(schema);
}

/**
 * Properties that an example must have, though the schema does not require them: a correction must set or clear
 * something.
 */
const shownToo = new Set(['set']);

function exampleOf({ properties = {}, required = [] }: Schema): unknown {
  const shown = Object.entries(properties).filter(([name]) => required.includes(name) || shownToo.has(name));
  return Object.fromEntries(shown.map(([name, { examples = [] }]) => [name, examples[0] ?? null]));
}
