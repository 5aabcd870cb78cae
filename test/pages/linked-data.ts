import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';
import { z } from 'zod';

const vocabulary = z
  .strictObject({
    release: z.string(),
    types: z.record(z.string(), z.strictObject({ parents: z.array(z.string()), properties: z.array(z.string()) })),
    coerced: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(readFileSync(new URL('schema-org.json', import.meta.url), 'utf8')));

/**
 * Schema.org's JSON-LD context for the terms in schema-org.json. The published context ends with `@vocab`, which turns
 * any word into an IRI. Without `@vocab`, expansion drops and reports words that are not in the vocabulary.
 */
const context = {
  '@context': {
    schema: 'http://schema.org/',
    ...Object.fromEntries(Object.keys(vocabulary.types).map((type) => [type, { '@id': `schema:${type}` }])),
    ...Object.fromEntries(
      Object.values(vocabulary.types)
        .flatMap(({ properties }) => properties)
        .map((name) => {
          const type = vocabulary.coerced[name];
          const coerced = type === undefined || type.startsWith('@') ? type : `schema:${type}`;
          return [name, { '@id': `schema:${name}`, ...(coerced === undefined ? {} : { '@type': coerced }) }];
        }),
    ),
  },
};

const DATA = /<script type="application\/ld\+json">(.*?)<\/script>/gs;

export interface LinkedData {
  readonly blocks: number;
  readonly faults: readonly string[];
}

/**
 * Parses and expands a page's JSON-LD. Faults are dropped terms, properties that belong to other types, and ids that
 * are not URLs.
 */
export async function linkedDataOf(html: string): Promise<LinkedData> {
  const faults: string[] = [];
  const blocks = [...html.matchAll(DATA)].map(([, text = '']) => text);
  for (const text of blocks) {
    let data: unknown;
    try {
      data = JSON.parse(text);
    } catch (error) {
      faults.push(`not JSON: ${String(error)}`);
      continue;
    }
    if (typeof data !== 'object' || data === null) faults.push('not an object');
    else faults.push(...(await expansionFaults(data)), ...nodeFaults(data));
  }
  return { blocks: blocks.length, faults };
}

async function expansionFaults(data: object): Promise<string[]> {
  const faults: string[] = [];
  const expanded = await jsonld.expand(data, {
    documentLoader: async (url) => {
      if (!/^https?:\/\/schema\.org\/?$/.test(url)) throw new Error(`no context is kept for ${url}`);
      return { document: context, documentUrl: url, contextUrl: null };
    },
    eventHandler: ({ event: { code, details } }) => faults.push(`${code}: ${JSON.stringify(details).slice(0, 200)}`),
  });
  if (expanded.length === 0) faults.push('expands to nothing');
  return faults;
}

/** Finds faults in every object of a document. JSON-LD itself does not know which property belongs to which type. */
function nodeFaults(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(nodeFaults);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Readonly<Record<string, unknown>>;
  const types = [node['@type'] ?? []].flat().map(String);
  const id = node['@id'];
  return [
    ...(types.length === 0 ? [`no type: ${JSON.stringify(node).slice(0, 100)}`] : []),
    ...Object.keys(node)
      .filter((name) => !name.startsWith('@') && !types.some((type) => hasProperty(type, name)))
      .map((name) => `${types.join()} has no ${name}`),
    ...(id === undefined || (typeof id === 'string' && isUrl(id)) ? [] : [`no URL: ${String(id)}`]),
    ...Object.entries(node).flatMap(([name, inner]) => (name === '@context' ? [] : nodeFaults(inner))),
  ];
}

function hasProperty(type: string, name: string): boolean {
  const known = vocabulary.types[type];
  if (known === undefined) return false;
  return known.properties.includes(name) || known.parents.some((parent) => hasProperty(parent, name));
}

/** True for an absolute URL with at most one fragment. */
const isUrl = (text: string): boolean => URL.canParse(text) && text.split('#').length <= 2;
