import type { Place, Schema } from '../document.ts';
import { PLACEHOLDER_ORIGIN, script } from './code.ts';
import type { Sample } from './requests.ts';

/**
 * For each operation, how the typed client calls it with given fields. Operations that are missing here have no method.
 */
const calls: Readonly<Record<string, (fields: Readonly<Record<string, unknown>>) => string>> = {
  searchCenters: (fields) => `search(${script(fields)})`,
  searchCentersByBody: (fields) => `search(${script(fields)})`,
  readCenter: () => 'center(id)',
  readContinuum: (fields) => `continuum(id${Object.keys(fields).length === 0 ? '' : `, ${script(fields)}`})`,
  suggestPlaces: ({ q, ...rest }) => `places(${script(q)}${Object.keys(rest).length === 0 ? '' : `, ${script(rest)}`})`,
  findPaths: (fields) => `paths(${script(fields)})`,
  findPathsByBody: (fields) => `paths(${script(fields)})`,
  readTaxonomy: () => 'taxonomy()',
  listStates: () => 'states()',
  readHealth: () => 'health()',
};

/**
 * The request in TypeScript with the typed client. Null if the client has no method for it, or does not support its
 * format.
 */
export function clientOf({ operation }: Place, sample: Sample): string | null {
  const call = calls[operation.operationId];
  const accept = sample.headers.accept ?? 'application/json';
  if (call === undefined || accept !== 'application/json') return null;
  const fields = sample.body ?? fieldsOf(sample.target, operation.parameters ?? []);
  const lead = sample.lead === null ? '' : `${leadText(sample.lead.target)}\n`;
  return `import { LocatorClient } from 'program-locator-client'; // npm install <this site>/client.tgz, or import '/client.js'

const client = new LocatorClient({ baseUrl: '${PLACEHOLDER_ORIGIN}' });
${lead}const answer = await client.${call(fields as Readonly<Record<string, unknown>>)};`;
}

const leadText = (target: string): string => {
  const query = new URLSearchParams(target.split('?')[1]);
  const fields = { near: query.get('near'), limit: Number(query.get('limit')) };
  return `const { results } = await client.search(${script(fields)});\nconst { id } = results[0].center;`;
};

/** Converts a query to the client's fields. The schemas say which values are lists, numbers or booleans. */
function fieldsOf(
  target: string,
  parameters: readonly { readonly name: string; readonly schema: Schema }[],
): Record<string, unknown> {
  const query = new URLSearchParams(target.split('?')[1] ?? '');
  const typeOf = (name: string) => parameters.find((one) => one.name === name)?.schema.type;
  return Object.fromEntries([...query].map(([name, text]) => [name, fieldValue(text, typeOf(name))]));
}

function fieldValue(text: string, type: string | undefined): unknown {
  if (type === 'array') return text.split(',');
  if (type === 'integer' || type === 'number') return Number(text);
  return type === 'boolean' ? text === 'true' : text;
}
