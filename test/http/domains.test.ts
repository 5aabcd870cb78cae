import { beforeAll, describe, expect, it } from 'vitest';
import { securityHeaders } from '../../functions/http/security.ts';
import { call } from '../support/gateway-call.ts';
import { PUBLIC_URL, serveRecords } from '../support/real-records.ts';

let handler: Awaited<ReturnType<typeof serveRecords>>['handler'];
beforeAll(async () => {
  ({ handler } = await serveRecords());
});

const own = 'api.example.org';
const ask = (target: string, headers: Record<string, string> = {}) =>
  call(handler, target, { domainName: own, headers: { accept: '*/*', ...headers } });

describe('links', () => {
  const targets: [string, (body: string, link: string) => unknown][] = [
    ['/v1/centers?state=AZ&limit=1', (_body, link) => link],
    [
      '/v1/dataset',
      (body) =>
        JSON.parse(body)
          .parts.map(({ url }: { url: string }) => url)
          .join(),
    ],
    ['/v1/openapi.json', (body) => JSON.parse(body).servers[0].url],
    ['/hsds/', (body) => JSON.parse(body).openapi_url],
    ['/fhir/metadata', (body) => JSON.parse(body).implementation?.url],
    [
      '/fhir/Location?near=33.45%7C-112.07%7C50%7Ckm&_count=1',
      (body) => JSON.stringify([JSON.parse(body).link, JSON.parse(body).entry[0].fullUrl]),
    ],
  ];
  it.each(targets)('of %s lead to the domain that was asked', async (target, linksOf) => {
    const there = await ask(target);
    expect(there.status).toBe(200);
    expect(linksOf(there.body, there.headers.link ?? '')).toContain(`https://${own}/`.replace(/\/$/, ''));
    // The CDN requests on behalf of the website, whatever domain it connects to.
    const website = await ask(target, { 'x-from-cdn': '1' });
    const links = String(linksOf(website.body, website.headers.link ?? ''));
    expect(links).toContain(PUBLIC_URL);
    expect(links).not.toContain(own);
  });

  it('to what people read lead to the website: problems, and names of FHIR’s systems', async () => {
    const { body } = await ask('/v1/centers?near=nowhere-at-all');
    expect(JSON.parse(body).type).toMatch(`${PUBLIC_URL}/problems/`);
    const location = JSON.parse((await ask('/fhir/Location?near=33.45%7C-112.07%7C50%7Ckm&_count=1')).body).entry[0];
    expect(location.resource.identifier[0].system).toBe(`${PUBLIC_URL}/fhir/identifier/center`);
  });
});

describe('security headers', () => {
  it('are on answers, errors and preflights', async () => {
    for (const [target, method] of [
      ['/v1/health', 'GET'],
      ['/v1/health', 'HEAD'],
      ['/v1/nothing', 'GET'],
      ['/v1/centers', 'DELETE'],
      ['/v1/centers', 'OPTIONS'],
      ['/fhir/Location/nobody', 'GET'],
    ] as const)
      expect((await call(handler, target, { method })).headers, `${method} ${target}`).toMatchObject(securityHeaders);
  });
  it('leave a page for people its styles', async () => {
    const { headers } = await call(handler, '/centers/nobody');
    expect(headers['content-type']).toMatch(/^text\/html/);
    expect(headers['content-security-policy']).toBeUndefined();
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});
