import { afterAll, describe, expect, it } from 'vitest';
import type { Handler } from '../../../functions/api/app.ts';
import { PLACEHOLDER_ORIGIN } from '../../../functions/http/placeholder-origin.ts';
import { makeExamples } from '../../../infra/tools/openapi/examples.ts';
import { startIssuer } from '../../agent/issuer.ts';
import { serveAgents } from '../../agent/serve.ts';
import { contract, type Operation } from '../../support/contract.ts';
import { type Call, call, post } from '../../support/gateway-call.ts';
import { PUBLIC_URL, records, serveRecords } from '../../support/real-records.ts';
import { wrongSearches } from '../../support/wrong-values.ts';

// Long: sends every example and checks its answer.

const open = await serveRecords();
const issuer = await startIssuer();
afterAll(() => issuer.close());
const agents = await serveAgents(issuer);
/** The public handler, and the agents' handlers for a person who is signed in. */
const handler: Handler = (event, context) => {
  const { path, headers } = event as { path: string; headers: Record<string, string> };
  if (!path.startsWith('/v1/agent/')) return open.handler(event, context);
  const authorization = `Bearer ${issuer.token()}`;
  return agents.handler({ ...(event as object), headers: { ...headers, authorization } }, context);
};
const center = '/v1/centers/lantern-bridge-phoenix-example';
const json = { 'content-type': 'application/json' };

async function keeps(target: string, given: Call, status?: number): Promise<void> {
  const answer = await call(handler, target, given);
  if (status !== undefined) expect(answer.status, answer.body).toBe(status);
  expect(contract.faults(target, given, answer), `${given.method ?? 'GET'} ${target}`).toEqual([]);
}

describe('answers keep to the served document', () => {
  it.each<[string, Call, number]>([
    ['/v1/centers?near=85004&limit=50', {}, 200],
    ['/v1/centers?near=33.4,-112.1&level=iop,php&within=25mi', {}, 200],
    [
      '/v1/centers?near=me',
      { headers: { 'CloudFront-Viewer-Latitude': '33', 'CloudFront-Viewer-Longitude': '-112' } },
      200,
    ],
    ['/v1/centers?cell=9tbq&limit=50', {}, 200],
    ['/v1/centers?state=CA&limit=50', {}, 200],
    ['/v1/centers?name=famly+servic', {}, 200],
    ['/v1/centers?q=i+want+to+die+rehab+near+85004+xyzzy', {}, 200],
    ['/v1/centers?near=12901&level=iop&within=25mi', {}, 200],
    ['/v1/centers?near=85004', { headers: { accept: 'application/geo+json' } }, 200],
    ['/v1/centers?cell=9tbq', { headers: { accept: 'application/geo+json' } }, 200],
    ['/v1/centers?near=85004', { headers: { accept: 'text/csv' } }, 200],
    ['/v1/centers?near=85004', { method: 'HEAD' }, 200],
    [center, {}, 200],
    [center, { headers: { accept: 'application/ld+json' } }, 200],
    [center, { headers: { 'if-none-match': '*' } }, 304],
    [`${center}/continuum`, {}, 200],
    ['/v1/paths?near=85004&levels=residential,iop', {}, 200],
    ['/v1/paths?near=33.4,-112.1&levels=detox,op&payer=medicaid&include=unknown&limit=10', {}, 200],
    ['/v1/paths?near=i+want+to+die&levels=iop', {}, 400],
    ['/v1/paths?near=Peoria&levels=iop,op', {}, 400],
    ['/v1/paths?near=me&levels=iop,op', {}, 400],
    ['/v1/paths/search', { method: 'POST', body: '{"near":"85004","levels":["php","iop"]}', headers: json }, 200],
    ['/v1/paths/search', { method: 'POST', body: '{}', headers: json }, 400],
    ['/v1/paths/search', { method: 'POST', body: '{}' }, 415],
    ['/v1/places?q=spr&limit=20', {}, 200],
    ['/v1/taxonomy', {}, 200],
    ['/v1/states', {}, 200],
    ['/v1/dataset', {}, 200],
    ['/v1/dataset/parts/eT3cPq0ZcT1xW8aBfR9k2w', {}, 410],
    ['/v1/dataset/places/eT3cPq0ZcT1xW8aBfR9k2w', {}, 410],
    ['/v1/health', {}, 200],
    ['/v1/openapi.json', {}, 200],
    ['/v1/openapi.json', { headers: { 'if-none-match': '*' } }, 304],
    ['/fhir/metadata', {}, 200],
    ['/fhir/Location?near=33.4484%7C-112.074', { headers: { accept: 'application/fhir+json' } }, 200],
    ['/fhir/Location?status=x', {}, 400],
    ['/fhir/$bulk-publish', {}, 200],
    ['/fhir/StructureDefinition/confirmation', {}, 200],
    ['/fhir/Location/no-such-center', {}, 404],
    ['/fhir/CodeSystem/payer', {}, 200],
    ['/fhir/Organization', { headers: { accept: 'text/html' } }, 406],
    ['/fhir/Patient', {}, 404],
    ['/mcp', { method: 'POST', headers: json, body: '{"jsonrpc":"2.0","id":1,"method":"tools/list"}' }, 200],
    ['/mcp', { method: 'POST', headers: json, body: '{"jsonrpc":"2.0","method":"notifications/initialized"}' }, 202],
    ['/mcp', { method: 'POST', headers: json, body: '{' }, 400],
    ['/mcp', { method: 'POST', body: '{}' }, 415],
    ['/v1/centers', {}, 400],
    ['/v1/centers?near=me', {}, 400],
    ['/v1/centers?near=Peoria', {}, 400],
    ['/v1/centers?near=Arizona', {}, 400],
    ['/v1/centers/search', { method: 'POST', body: '[]', headers: json }, 400],
    ['/v1/centers/search', { method: 'POST', body: '{', headers: json }, 400],
    ['/v1/centers/search', { method: 'POST', body: 'x'.repeat(70_000), headers: json }, 413],
    ['/v1/centers/search', { method: 'POST', body: '{}' }, 415],
    ['/v1/centers/no-such-center', {}, 404],
    ['/v1/nothing', {}, 404],
    ['/v1/centers', { method: 'DELETE' }, 405],
    ['/v1/centers/search', {}, 405],
    ['/v1/taxonomy', { headers: { accept: 'text/csv' } }, 406],
  ])('%s %o: %i', keeps);

  it('each wrong request too', async () => {
    expect(wrongSearches.length).toBeGreaterThan(300);
    for (const { query, body } of wrongSearches) {
      if (query !== undefined) await keeps(`/v1/centers?${query}`, {});
      if (body !== undefined) {
        const given = { method: 'POST', headers: json, body: JSON.stringify(body) };
        await keeps('/v1/centers/search', given);
      }
    }
  });

  it('the examples too, also those of a service in trouble; every status of a handler is among all this', async () => {
    const examples = await makeExamples(records);
    for (const { route, request, response } of examples) {
      const operation = contract.find(request.method, request.target);
      expect(operation?.operationId).toBe(route);
      const given = { method: request.method };
      const text = typeof response.body === 'string' ? response.body : JSON.stringify(response.body);
      const answer = { status: response.status, headers: { 'content-type': response.type }, body: text };
      expect(contract.faults(request.target, given, answer), request.target).toEqual([]);
    }
    const statuses = new Set(examples.map(({ response }) => response.status));
    expect([...statuses].sort()).toEqual([200, 308, 400, 404, 406, 410, 413, 415, 422, 500, 503]);
    expect(JSON.stringify(examples)).toContain(PLACEHOLDER_ORIGIN);
  });
});

/** Only the list has the URLs of the files for devices. */
const listed = JSON.parse((await call(handler, '/v1/dataset')).body) as {
  parts: { url: string }[];
  places: { url: string };
};
const bulk = JSON.parse((await call(handler, '/fhir/$bulk-publish')).body) as { output: { url: string }[] };
const downloads = new Map(
  [
    ['/fhir/bulk/{type}/{part}', bulk.output[0]?.url ?? ''] as const,
    ['/v1/dataset/parts/{hash}', listed.parts[0]?.url ?? ''] as const,
    ['/v1/dataset/places/{hash}', listed.places.url] as const,
  ].map(([path, url]) => [path as string, url.slice(PUBLIC_URL.length)]),
);

/** A valid request of an operation with the examples of its parameters, without the named ones. */
function targetOf(path: string, { parameters }: Operation, named: readonly string[]): string {
  const filled = parameters
    .filter(({ in: place }) => place === 'path')
    .reduce((text, { name, example }) => text.replace(`{${name}}`, String(example)), downloads.get(path) ?? path);
  const query = parameters
    .filter(({ in: place, name, required }) => place === 'query' && (required || named.includes(name)))
    .map(({ name, example }) => `${name}=${encodeURIComponent(String(example))}`);
  return query.length === 0 ? filled : `${filled}?${query.join('&')}`;
}

const fhirOrigins = [...['location.near', 'address-state', 'location.address-state', 'location', '_id', 'identifier']];

/** Valid bodies of requests other than searches. */
const bodies: Readonly<Record<string, string>> = {
  '/mcp': '{"jsonrpc":"2.0","id":1,"method":"ping"}',
  '/v1/paths/search': '{"near":"85004","levels":["php","iop"]}',
};

/** Parameters that require others, with those others. */
const beside = (name: string): string[] => {
  if (['near', 'cell', 'state', 'q', 'name', ...fhirOrigins].includes(name)) return [];
  if (name === 'postcode' || name === 'proximity') return ['postcode', 'proximity'];
  return ['near', 'location.near'];
};

/** The second page of a FHIR search. */
async function targetOfNext(target: string): Promise<string> {
  const { body } = await call(handler, `${target}${target.includes('?') ? '&' : '?'}_count=1`);
  const { link } = JSON.parse(body) as { link: { relation: string; url: string }[] };
  const url = link.find(({ relation }) => relation === 'next')?.url ?? '';
  expect(url).not.toBe('');
  return url.slice(PUBLIC_URL.length);
}

const form = { 'content-type': 'application/x-www-form-urlencoded' };

/** The second page of a posted FHIR search. */
async function targetOfPosted(path: string): Promise<string> {
  const { body } = await call(handler, `${path}/_search`, { method: 'POST', headers: form, body: '_count=1' });
  const { link } = JSON.parse(body) as { link: { relation: string; url: string }[] };
  const url = link.find(({ relation }) => relation === 'next')?.url ?? '';
  expect(url).not.toBe('');
  return url.slice(PUBLIC_URL.length);
}

describe('parameters', () => {
  // Writes need their own bodies: test/agent/face-promises.test.ts, face-preview.test.ts.
  const isWritten = (path: string) => path.startsWith('/v1/agent/');
  const operations = contract
    .operations()
    .filter(({ path, operation }) => !isWritten(path) || operation.requestBody === undefined);
  const all = operations.flatMap(({ method, path, operation }) =>
    operation.parameters
      .filter(({ in: place }) => place !== 'path')
      .map((parameter) => ({ method, path, operation, parameter })),
  );

  it.each(all.map((one) => [one.path, one.parameter.name, one] as const))(
    '%s takes %s',
    async (_path, name, { path, operation, parameter }) => {
      expect(contract.check(parameter.schema, parameter.example)).toEqual([]);
      const own = operation.parameters.map((one) => one.name);
      const target = targetOf(
        path,
        operation,
        [name, ...beside(name)].filter((one) => own.includes(one)),
      );
      if (parameter.in === 'header') return keeps(target, { headers: { [name]: String(parameter.example) } }, 200);
      if (name === '_cursor') return keeps(await targetOfNext(target.replace(/[?&]_cursor=[^&]*/, '')), {}, 200);
      if (name === '_page') return keeps(await targetOfPosted(path), {}, 200);
      if (name !== 'cursor') return keeps(target, {}, 200);
      const first = await call(handler, '/v1/centers?near=85004');
      const { next } = JSON.parse(first.body) as { next: string };
      await keeps(`/v1/centers?near=85004&cursor=${next}`, {}, 200);
    },
  );

  it.each(operations.map((one) => [one.method, one.path, one] as const))(
    '%s %s refuses any other',
    async (method, path, { operation }) => {
      const target = targetOf(
        path,
        operation,
        operation.parameters.some(({ name }) => name === 'near') ? ['near'] : [],
      );
      const body = bodies[path] ?? (path === '/mcp' ? '{"jsonrpc":"2.0","id":1,"method":"ping"}' : '{"near":"85004"}');
      const isForm = path.endsWith('/_search');
      const posted = isForm ? { headers: form, body: '_count=1' } : { headers: json, body };
      const given: Call = method === 'POST' ? { method, ...posted } : { method };
      await keeps(target, given, 200);
      for (const name of ['surprise', 'Limit', 'api_key', '__proto__']) {
        const answer = await call(handler, `${target}${target.includes('?') ? '&' : '?'}${name}=1`, given);
        expect(answer.status, name).toBe(400);
        const { errors, issue } = JSON.parse(answer.body);
        if (path.startsWith('/fhir')) expect(issue).toEqual([expect.objectContaining({ location: [`http.${name}`] })]);
        else expect(errors).toEqual([expect.objectContaining({ parameter: name })]);
        expect(contract.faults(target, given, answer)).toEqual([]);
      }
    },
  );

  it('as members of the body are those of the URL, and no others', async () => {
    const schema = contract.find('POST', '/v1/centers/search')?.requestBody?.content['application/json']?.schema;
    const properties = schema?.properties as Record<string, { examples: unknown[] }>;
    const inUrl = contract.find('GET', '/v1/centers')?.parameters ?? [];
    const names = inUrl.flatMap(({ name, in: place }) => (place === 'query' ? [name] : []));
    expect(Object.keys(properties)).toEqual(names);
    for (const [name, { examples }] of Object.entries(properties)) {
      if (name === 'cursor') continue;
      const body = { ...(beside(name).length === 0 ? {} : { near: '85004' }), [name]: examples[0] };
      expect(contract.check(schema ?? {}, body)).toEqual([]);
      expect((await post(handler, body)).status, name).toBe(200);
    }
    const surprised = { near: '85004', surprise: 1 };
    expect(contract.check(schema ?? {}, surprised)).not.toEqual([]);
    expect((await post(handler, surprised)).status).toBe(400);
  });
});

describe('the contract', () => {
  it('tells of an answer that does not keep to it', async () => {
    const target = '/v1/centers?near=85004&limit=1';
    const answer = await call(handler, target);
    const body = JSON.parse(answer.body);
    const faults = (change: object) => contract.faults(target, {}, { ...answer, ...change });
    expect(faults({})).toEqual([]);
    expect(faults({ status: 418 })).not.toEqual([]);
    expect(faults({ headers: { ...answer.headers, 'x-table': 'secret' } })).toEqual([
      'the header x-table is not documented',
    ]);
    expect(faults({ headers: { ...answer.headers, 'content-type': 'text/html' } })).not.toEqual([]);
    expect(faults({ body: JSON.stringify({ ...body, surprise: 1 }) })).not.toEqual([]);
    expect(faults({ body: JSON.stringify({ ...body, next: 7 }) })).not.toEqual([]);
    body.results[0].offerings[0].intake.state = 'perhaps';
    expect(faults({ body: JSON.stringify(body) })).not.toEqual([]);
  });
});
