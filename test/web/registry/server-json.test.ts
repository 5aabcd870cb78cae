import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { newMeter } from '../../../functions/dataset/dataset-reader.ts';
import { mcpServer } from '../../../functions/faces/mcp/server.ts';
import { places } from '../../../functions/places/load.ts';
import { Locator } from '../../../functions/search/locator.ts';
import { memoryStore } from '../../../functions/store/memory.ts';

const published = 'https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json';
const text = { type: 'string', minLength: 1 };

/**
 * The requirements of the registry's schema of 2025-12-11 for a server with a URL, written again and strict: the
 * original ignores members that it does not know.
 */
const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['$schema', 'name', 'description', 'version', 'remotes'],
  properties: {
    $schema: { const: published },
    name: { type: 'string', minLength: 3, maxLength: 200, pattern: '^[a-zA-Z0-9.-]+/[a-zA-Z0-9._-]+$' },
    title: { ...text, maxLength: 100 },
    description: { ...text, maxLength: 100 },
    version: { type: 'string', maxLength: 255, pattern: '^\\d+\\.\\d+\\.\\d+$' },
    remotes: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['type', 'url'],
        properties: {
          type: { enum: ['streamable-http', 'sse'] },
          url: { type: 'string', pattern: '^https?://[^\\s]+$' },
          variables: {
            type: 'object',
            additionalProperties: {
              type: 'object',
              additionalProperties: false,
              properties: {
                description: text,
                isRequired: { type: 'boolean' },
                isSecret: { type: 'boolean' },
                default: text,
                placeholder: text,
              },
            },
          },
        },
      },
    },
  },
};

const server = JSON.parse(await readFile('web/server.json', 'utf8'));
const validate = new Ajv({ allErrors: true }).compile(schema);
const faultsOf = (value: unknown) =>
  validate(value) ? [] : (validate.errors ?? []).map(({ instancePath }) => instancePath);

describe('web/server.json', () => {
  test('is as the MCP registry demands', () => {
    expect(faultsOf(server)).toEqual([]);
  });

  test.each([
    ['a name without a namespace', { name: 'program-locator' }, '/name'],
    ['a long description', { description: 'x'.repeat(101) }, '/description'],
    ['a range of versions', { version: '^1.2.3' }, '/version'],
    ['another way to reach it', { remotes: [{ type: 'http', url: 'https://a.example' }] }, '/remotes/0/type'],
    ['an address that is none', { remotes: [{ type: 'sse', url: 'mcp' }] }, '/remotes/0/url'],
  ])('with %s it would not be', (_, change, path) => {
    expect(faultsOf({ ...server, ...change })).toEqual([path]);
  });

  test('names every variable of its address, and the version that the server says', async () => {
    for (const { url, variables } of server.remotes as { url: string; variables: object }[])
      expect([...url.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)).toEqual(Object.keys(variables));
    const context = {
      locator: new Locator({ store: memoryStore() }),
      places,
      now: Date.now,
      publicUrl: 'https://locator.example',
      apiUrl: 'https://locator.example',
      gatewayUrl: 'https://api.locator.example/live',
      crisis: false,
      meter: newMeter(),
      cursors: () => Promise.reject(new Error('not asked')),
    };
    const made = mcpServer(context, () => {});
    expect(JSON.stringify(Object(made.server)._serverInfo)).toContain(`"version":"${server.version}"`);
    await made.close();
  });
});
