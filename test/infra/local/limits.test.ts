import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firewall } from '../../../infra/local/firewall.ts';
import { type Local, startLocal } from '../../../infra/local/start.ts';
import { assemblyFolder } from '../../support/assembly.ts';
import { requestOf } from '../support/api.ts';

describe('with limits', () => {
  let local: Local;
  beforeAll(async () => {
    local = await startLocal({ assembly: await assemblyFolder('stub'), data: null, limits: true, log: () => {} });
  });
  afterAll(() => local.close());

  const get = (path: string): Promise<Response> => fetch(`${local.url}${path}`);

  /** More visits than the API allows of one address. */
  const VISITS = 1_200;

  /** Statuses of a number of requests, a hundred at a time. */
  async function statuses(count: number, paths: readonly string[]): Promise<Set<number>> {
    const all = new Set<number>();
    for (let done = 0; done < count; done += 100) {
      const requests = Array.from({ length: 100 }, (_one, index) => get(paths[index % paths.length] ?? '/'));
      for (const response of await Promise.all(requests)) {
        all.add(response.status);
        await response.arrayBuffer();
      }
    }
    return all;
  }

  test('many visits of one address keep nobody behind it from the page or the API', async () => {
    expect(await statuses(VISITS / 3, ['/'])).toEqual(new Set([200]));
    expect(await statuses(VISITS / 3, ['/main.js', '/guide'])).toEqual(new Set([200]));
    expect(await statuses(VISITS / 3, ['/nothing'])).toEqual(new Set([404]));
    expect((await get('/v1/health')).status).toBe(200);
  });

  test('past its limit the API answers 429 with the helplines, and the page is still there', async () => {
    // Slower than the key's own throttle, which would refuse some itself.
    for (let done = 1; done < 1_000; done += 100) {
      const answered = await statuses(100, ['/v1/centers', '/fhir/metadata', '/hsds', '/v1/nothing']);
      // The visits before counted nothing: the thousand are all still there.
      if (done < 900) expect(answered).not.toContain(429);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    for (const path of ['/v1/centers?near=85004', '/fhir/Location', '/hsds', '/mcp', '/v1/%63enters', '/v1/nothing']) {
      const refused = await get(path);
      expect([path, refused.status]).toEqual([path, 429]);
      expect(Object.fromEntries(refused.headers)).toMatchObject({
        'content-type': 'application/problem+json',
        'retry-after': '60',
        'cache-control': 'no-store',
        'access-control-allow-origin': '*',
      });
      expect(await refused.json()).toMatchObject({
        status: 429,
        title: 'Too many requests',
        help: { crisis: expect.stringContaining('988'), emergency: '911' },
      });
    }
    const page = await get('/');
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<p>Page</p>')]);
    expect((await get('/main.js')).status).toBe(200);
    expect((await get('/nothing')).status).toBe(404);
    // Another domain, without this firewall.
    expect((await fetch(`${local.apiUrl}/v1/health`, { headers: { 'x-api-key': local.demoKey } })).status).toBe(200);
  });
});

describe('the firewall', () => {
  const declaration = {
    limit: 2,
    windowSeconds: 300,
    counts: /^\/(?:v1\/|mcp$)/,
    mark: { 'x-amzn-waf-over-limit': '1' },
  };
  const marked = (pass: ReturnType<typeof firewall>, path: string, sourceIp = '192.0.2.1'): boolean =>
    pass(requestOf({ path, sourceIp })).headers.some(([name]) => name === 'x-amzn-waf-over-limit');

  test('counts the paths of the API in every spelling, each address by itself, until they grow fewer', () => {
    let now = 0;
    const pass = firewall(declaration, () => now);
    for (let count = 0; count < 5_000; count += 1) expect(marked(pass, '/')).toBe(false);
    for (const path of ['/mcp/more', '/v12', '/x/v1/centers']) expect(marked(pass, path)).toBe(false);
    expect(marked(pass, '/v1/centers')).toBe(false);
    expect(marked(pass, '/%76%31/centers')).toBe(false);
    for (const path of ['/mcp', '//v1/centers', '/x/../v1/centers']) expect(marked(pass, path)).toBe(true);
    expect(marked(pass, '/v1/centers', '192.0.2.2')).toBe(false);
    expect(marked(pass, '/')).toBe(false);
    now = 301_000;
    expect(marked(pass, '/mcp')).toBe(false);
  });
});
