/** A client generator, and a program that uses its client. */
export interface Generator {
  /** Package and version, as shown in the table. */
  readonly name: string;
  /** With exact versions. */
  readonly packages: readonly string[];
  /** The command and its arguments; OWN is the folder of the client. Null if the package is already a client. */
  readonly generate: readonly [command: string, ...rest: string[]] | null;
  /** A program that uses the client. It prints the nearest center, the first FHIR Location, and a tool of MCP. */
  readonly main: string;
}

/** Packages with which all of them are compiled and run. */
export const shared = ['typescript@5.9.3', 'tsx@4.23.15', '@types/node@24.19.2', '@types/fhir@0.0.44'] as const;

/** @param search, @param fhir, @param mcp Expressions for the three answers. */
const program = (imports: string, search: string, fhir: string, mcp: string): string => `${imports}
const found = ${search};
const nearest: string | undefined = found?.results[0]?.center.name;
const bundle = ${fhir};
const resource = bundle?.entry?.[0]?.resource;
const location = resource?.resourceType === 'Location' ? resource.name : undefined;
const answer = ${mcp};
// A batch is answered with a list, one message with one answer.
const tool: string | undefined = Array.isArray(answer) ? undefined : answer?.result?.tools?.[0]?.name;
if (nearest === undefined || location === undefined || tool === undefined)
  throw new Error(\`an answer is empty: \${nearest}, \${location}, \${tool}\`);
console.log(\`IOP near 85004: \${nearest}\`);
`;
const query = "{ near: '85004', level: ['iop'], limit: 1 }";
const place = "{ near: '33.4484|-112.074|25|mi', _count: 1 }";
const message = "{ jsonrpc: '2.0', id: 1, method: 'tools/list' }";

export const generators: readonly Generator[] = [
  {
    name: 'openapi-typescript 7.13.0',
    packages: ['openapi-typescript@7.13.0', 'openapi-fetch@0.17.0'],
    generate: ['openapi-typescript', 'openapi.json', '-o', 'OWN/client.ts'],
    main: program(
      `import createClient from 'openapi-fetch';
import type { components, paths } from './client.ts';
const client = createClient<paths>({ baseUrl: 'URL_OF_SERVER', querySerializer: { array: { style: 'form', explode: false } } });`,
      `(await client.GET('/v1/centers', { params: { query: ${query} } })).data as components['schemas']['SearchAnswer'] | undefined`,
      `(await client.GET('/fhir/Location', { params: { query: ${place} } })).data`,
      `(await client.POST('/mcp', { body: ${message} })).data`,
    ),
  },
  {
    name: '@hey-api/openapi-ts 0.99.0',
    packages: ['@hey-api/openapi-ts@0.99.0'],
    generate: ['openapi-ts', '-i', 'openapi.json', '-o', 'OWN/client'],
    main: program(
      `import { client } from './client/client.gen';
import { answerMcp, fhirSearchLocations, searchCenters } from './client';
client.setConfig({ baseUrl: 'URL_OF_SERVER' });`,
      `(await searchCenters({ query: ${query} })).data as import('./client').SearchAnswer | undefined`,
      `(await fhirSearchLocations({ query: ${place} })).data`,
      `(await answerMcp({ body: ${message} })).data as import('./client').McpAnswer | undefined`,
    ),
  },
  {
    name: 'orval 8.38.0',
    packages: ['orval@8.38.0'],
    generate: ['orval', '--input', 'openapi.json', '--output', 'OWN/client.ts', '--client', 'fetch'],
    main: program(
      `import { answerMcp, fhirSearchLocations, searchCenters } from './client';
const own = globalThis.fetch;
globalThis.fetch = (input, init) => own(new URL(String(input), 'URL_OF_SERVER'), init);`,
      `await searchCenters(${query}).then((one) => (one.status === 200 ? (one.data as import('./client').SearchAnswer) : undefined))`,
      `await fhirSearchLocations(${place}).then((one) => (one.status === 200 ? one.data : undefined))`,
      `await answerMcp(${message}).then((one) => (one.status === 200 ? one.data : undefined))`,
    ),
  },
  {
    name: 'swagger-typescript-api 13.13.0',
    packages: ['swagger-typescript-api@13.13.0'],
    generate: ['swagger-typescript-api', 'generate', '-p', 'openapi.json', '-o', 'OWN', '-n', 'client.ts'],
    main: program(
      `import { Api } from './client';
const api = new Api({ baseUrl: 'URL_OF_SERVER' });`,
      `(await api.v1.searchCenters(${query}, { format: 'json' })).data as import('./client').SearchAnswer`,
      `(await api.fhir.fhirSearchLocations(${place}, { format: 'json' })).data`,
      `(await api.mcp.answerMcp(${message}, { format: 'json' })).data`,
    ),
  },
  {
    name: 'openapi-zod-client 1.18.3',
    packages: ['openapi-zod-client@1.18.3', '@zodios/core@10.9.6', 'axios@1.21.1', 'zod@3.25.76'],
    generate: ['openapi-zod-client', 'openapi.json', '-o', 'OWN/client.ts', '--with-alias'],
    main: program(
      `import { createApiClient } from './client';
const api = createApiClient('URL_OF_SERVER');`,
      `await api.searchCenters({ queries: ${query} })`,
      `await api.fhirSearchLocations({ queries: ${place} })`,
      `await api.answerMcp(${message})`,
    ),
  },
  {
    name: 'oazapfts 7.5.0',
    packages: ['oazapfts@7.5.0', '@oazapfts/runtime@1.2.0'],
    generate: ['oazapfts', 'openapi.json', 'OWN/client.ts'],
    main: program(
      `import * as api from './client';
api.defaults.baseUrl = 'URL_OF_SERVER';`,
      `await api.searchCenters(${query}).then((one) => (one.status === 200 ? (one.data as api.SearchAnswer) : undefined))`,
      `await api.fhirSearchLocations({ near: '33.4484|-112.074|25|mi', count: 1 }).then((one) => (one.status === 200 ? one.data : undefined))`,
      `await api.answerMcp(${message}).then((one) => (one.status === 200 ? one.data : undefined))`,
    ),
  },
  {
    name: 'fhir-kit-client 2.0.3',
    packages: ['fhir-kit-client@2.0.3'],
    generate: null,
    main: `import type { Bundle, CapabilityStatement, Location } from 'fhir/r4.js';
import { Client } from 'fhir-kit-client';
const client = new Client({ baseUrl: 'URL_OF_SERVER/fhir' });
const { fhirVersion } = (await client.capabilityStatement()) as unknown as CapabilityStatement;
if (fhirVersion !== '4.0.1') throw new Error(\`FHIR \${fhirVersion}\`);
const searchParams = {
  near: '33.4557|-112.0686|10|mi',
  '_has:HealthcareService:location:service-type': 'iop',
  _count: 5,
};
async function pagesOf(postSearch: boolean): Promise<Location[]> {
  const found: Location[] = [];
  const options = { postSearch };
  let page = (await client.search({ resourceType: 'Location', searchParams, options })) as unknown as Bundle | undefined;
  while (page !== undefined) {
    found.push(...(page.entry ?? []).map(({ resource }) => resource as Location));
    page = (await client.nextPage({ bundle: page as never })) as unknown as Bundle | undefined;
  }
  return found;
}
const got = await pagesOf(false);
const posted = await pagesOf(true);
const names = (all: Location[]) => all.map(({ name }) => name).join();
if (got.length < 6 || names(got) !== names(posted)) throw new Error('GET and POST differ, or there is one page');
const [nearest] = got;
const read = (await client.read({ resourceType: 'Location', id: nearest?.id ?? '' })) as unknown as Location;
console.log(\`IOP near 85004: \${read.name}\`);
`,
  },
];
