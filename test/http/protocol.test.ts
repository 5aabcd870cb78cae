import { describe, expect, it } from 'vitest';
import { problemSchema } from '../support/answer-schema.ts';
import { type Answer, type Call, call, post, REQUEST_ID } from '../support/gateway-call.ts';
import { center, reads } from '../support/reads.ts';
import { PUBLIC_URL, records, serveRecords } from '../support/real-records.ts';

const { handler } = await serveRecords();
const postJson = (body: string | Buffer, headers = {}): Call => ({
  method: 'POST',
  body,
  headers: { 'Content-Type': 'application/json', ...headers },
});

function expectProblem({ status, headers, body }: Answer, expected: number) {
  expect(status).toBe(expected);
  expect(headers).toMatchObject({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  const problem = problemSchema.parse(JSON.parse(body));
  expect(problem.status).toBe(expected);
  return problem;
}

describe('on every answer', () => {
  it.each<[string, Call, number]>([
    ...reads.map((target): [string, Call, number] => [target, {}, 200]),
    ['/v1/centers/search', postJson('{"near":"85004"}'), 200],
    ['/v1/centers', {}, 400],
    ['/v1/centers?near=me', {}, 400],
    ['/v1/centers/search', postJson('{'), 400],
    ['/', {}, 404],
    ['/v1/centers/none', {}, 404],
    ['/v1/centers', { method: 'DELETE' }, 405],
    ['/v1/centers?near=85004', { headers: { Accept: 'image/png' } }, 406],
    ['/v1/centers/search', postJson('x'.repeat(70_000)), 413],
    ['/v1/centers/search', { method: 'POST', body: 'near=85004' }, 415],
    [center, { headers: { 'If-None-Match': '*' } }, 304],
    ['/v1/centers', { method: 'OPTIONS' }, 204],
    ['/v1/nothing', { method: 'OPTIONS' }, 404],
  ])('%s %o has CORS headers and the request id', async (target, given, status) => {
    const answer = await call(handler, target, given);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({ 'access-control-allow-origin': '*', 'x-request-id': REQUEST_ID });
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.headers['cache-control']).toBeDefined();
  });
});

describe('methods', () => {
  it.each([...reads, '/v1/centers', '/v1/centers/none', '/v1/nothing', '/v1/places'])(
    'HEAD %s has the headers of GET, and no body',
    async (target) => {
      const get = await call(handler, target);
      const head = await call(handler, target, { method: 'HEAD' });
      expect(head).toEqual({ ...get, body: '' });
    },
  );

  it.each([
    ['/v1/centers', 'GET, HEAD, OPTIONS'],
    [center, 'GET, HEAD, OPTIONS'],
    [`${center}/continuum`, 'GET, HEAD, OPTIONS'],
    ['/v1/centers/search', 'POST, OPTIONS'],
    ['/v1/paths', 'GET, HEAD, OPTIONS'],
    ['/v1/paths/search', 'POST, OPTIONS'],
    ['/v1/places', 'GET, HEAD, OPTIONS'],
    ['/v1/taxonomy', 'GET, HEAD, OPTIONS'],
    ['/v1/states', 'GET, HEAD, OPTIONS'],
    ['/v1/health', 'GET, HEAD, OPTIONS'],
  ])('%s takes %s and says so', async (path, allowed) => {
    const preflight = await call(handler, path, { method: 'OPTIONS' });
    expect([preflight.status, preflight.body]).toEqual([204, '']);
    expect(preflight.headers).toMatchObject({ allow: allowed, 'access-control-allow-methods': allowed });
    expect(preflight.headers['access-control-allow-headers']).toMatch(/content-type.*x-api-key/);
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'BREW']) {
      if (allowed.includes(method)) continue;
      const refused = await call(handler, path, { method });
      expect(refused.status, `${method} ${path}`).toBe(405);
      expect(refused.headers.allow).toBe(allowed);
      if (method !== 'HEAD') expectProblem(refused, 405);
    }
  });

  it.each(['/', '/v1', '/v1/', '/v1/centers/a/b', '/v2/centers', '/V1/centers', '/v1//centers', '/favicon.ico'])(
    '%s is not there, whatever the method',
    async (path) => {
      for (const method of ['GET', 'POST', 'DELETE', 'OPTIONS'])
        expectProblem(await call(handler, path, { method }), 404);
    },
  );
});

describe('formats', () => {
  const search = '/v1/centers?near=85004&limit=1';
  const ld = 'application/ld+json';

  it.each([
    [search, undefined, 'application/json'],
    [search, '', 'application/json'],
    [search, '*/*', 'application/json'],
    [search, 'application/json; charset=utf-8', 'application/json'],
    [search, 'text/html, application/xhtml+xml, */*;q=0.8', 'application/json'],
    [search, 'application/geo+json', 'application/geo+json'],
    [search, 'application/json;q=0.5, application/geo+json;q=0.9', 'application/geo+json'],
    [search, 'TEXT/CSV', 'text/csv; charset=utf-8; header=present'],
    [search, 'text/csv; header=present', 'text/csv; charset=utf-8; header=present'],
    [center, ld, ld],
    [center, `${ld}, application/json`, ld],
    [center, 'application/*', 'application/json'],
  ])('%s under Accept: %s is %s', async (target, accept, type) => {
    const { status, headers } = await call(handler, target, {
      headers: accept === undefined ? {} : { Accept: accept },
    });
    expect([status, headers['content-type'], headers.vary]).toEqual([200, type, 'Accept, Accept-Encoding']);
  });

  it.each([
    [search, 'text/html'],
    [search, ld],
    [search, 'application/json;q=0'],
    [search, 'nonsense'],
    [center, 'text/csv'],
    ['/v1/taxonomy', 'text/csv'],
    ['/v1/states', 'application/xml'],
    ['/v1/health', 'text/plain'],
    ['/v1/paths?near=85004&levels=residential,iop', 'text/csv'],
    ['/v1/places?q=a', 'image/*'],
  ])('%s is not to be had as %s', async (target, accept) => {
    const { detail } = expectProblem(await call(handler, target, { headers: { Accept: accept } }), 406);
    expect(detail).toContain('application/json');
  });
});

describe('bodies', () => {
  const target = '/v1/centers/search';

  it('may have 64 KiB and not a byte more, counted as bytes', async () => {
    const padded = (bytes: number) => `{"near":"85004"${' '.repeat(bytes - 16)}}`;
    expect((await post(handler, padded(65_536))).status).toBe(200);
    expectProblem(await post(handler, padded(65_537)), 413);
    expectProblem(await post(handler, `{"near":"${'é'.repeat(33_000)}"}`), 413);
  });

  it.each([{}, { 'Content-Type': 'text/plain' }, { 'Content-Type': 'application/x-www-form-urlencoded' }])(
    'must be JSON by their type, not %o',
    async (headers) => {
      const refused = await call(handler, target, { method: 'POST', body: '{"near":"85004"}', headers });
      expect(expectProblem(refused, 415).detail).toContain('application/json');
      expect(refused.headers['accept-post']).toBe('application/json');
    },
  );

  it.each(['', '{', 'near=85004', '{"near":}', "{'near':'85004'}", '\u0000', '{"near":"85004"}x', 'NaN', '\ufeff{}'])(
    'must be JSON: %j',
    async (body) => {
      const { errors } = expectProblem(await call(handler, target, postJson(body)), 400);
      expect(errors).toEqual([{ pointer: '', message: expect.stringContaining('JSON object') }]);
    },
  );

  it('may come as base64, as the gateway sends bytes', async () => {
    const encoded = Buffer.from('{"near":"85004"}').toString('base64');
    const event = {
      httpMethod: 'POST',
      path: target,
      headers: { 'Content-Type': 'application/json' },
      multiValueQueryStringParameters: null,
      body: encoded,
      isBase64Encoded: true,
      requestContext: { requestId: REQUEST_ID },
    };
    expect((await handler(event, {} as never)).statusCode).toBe(200);
  });
});

describe('Link', () => {
  it('leads from page to page to the end, as next does', async () => {
    const seen: string[] = [];
    let target = '/v1/centers?state=OK&payer=medicaid&limit=4';
    for (let page = 0; target !== '' && page < 50; page += 1) {
      const { headers, body } = await call(handler, target);
      const { results, next } = JSON.parse(body);
      seen.push(...results.map(({ center: { id } }: { center: { id: string } }) => id));
      const link = /<([^>]+)>; rel="next"/.exec(headers.link ?? '')?.[1];
      expect(link === undefined).toBe(next === null);
      if (link !== undefined) expect(new URL(link).searchParams.get('cursor')).toBe(next);
      target = link === undefined ? '' : link.replace(PUBLIC_URL, '');
    }
    const { results } = JSON.parse((await call(handler, '/v1/centers?state=OK&payer=medicaid&limit=50')).body);
    expect(seen.length).toBeGreaterThan(4);
    expect(seen).toEqual(results.map(({ center: { id } }: { center: { id: string } }) => id));
  });

  const described = `<${PUBLIC_URL}/v1/openapi.json>; rel="service-desc"; type="application/json"`;

  it('leads to no next page of an answer by POST, which has no address', async () => {
    const { headers, body } = await post(handler, { state: 'AZ', limit: 1 });
    expect(JSON.parse(body).next).not.toBeNull();
    expect(headers.link).toBe(described);
  });

  it('leads from every JSON answer to the document that describes it, and from no other', async () => {
    for (const target of ['/v1/states', '/v1/health', '/v1/centers?state=AZ&limit=1', '/hsds', '/hsds/services']) {
      expect((await call(handler, target)).headers.link, target).toContain(described);
    }
    const held = await call(handler, '/v1/states', { headers: { 'if-none-match': '*' } });
    expect([held.status, held.headers.link]).toEqual([304, described]);
    for (const target of ['/fhir/metadata', '/v1/nothing', '/v1/centers?near=x']) {
      expect((await call(handler, target)).headers, target).not.toHaveProperty('link');
    }
  });
});

describe('a route that is to go away', () => {
  const since = '2030-03-01T00:00:00Z';
  const sunset = '2031-03-01T00:00:00Z';
  const link = 'https://locator.example/docs/moving';

  it('says so on every answer, as RFC 9745 and RFC 8594 have it, and no other route does', async () => {
    const { handler: old } = await serveRecords(records, { searchCenters: { since, sunset, link } });
    for (const target of ['/v1/centers?state=AZ&limit=1', '/v1/centers']) {
      const { headers } = await call(old, target);
      expect(headers).toMatchObject({ deprecation: '@1898553600', sunset: 'Sat, 01 Mar 2031 00:00:00 GMT' });
      expect(headers.link).toContain(`<${link}>; rel="deprecation"; type="text/html"`);
    }
    expect((await call(old, '/v1/centers?state=AZ&limit=1')).headers.link).toContain('rel="next", <');
    expect((await call(old, '/v1/states')).headers).not.toHaveProperty('deprecation');
    expect((await call(handler, '/v1/centers?state=AZ')).headers).not.toHaveProperty('sunset');
  });

  it('has dates that make sense, or nothing starts', async () => {
    for (const wrong of [
      { since: sunset, sunset: since, link },
      { since: 'soon', sunset, link },
    ]) {
      await expect(serveRecords([], { searchCenters: wrong })).rejects.toThrow(RangeError);
    }
  });
});
