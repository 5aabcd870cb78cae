import { describe, expect, test } from 'vitest';
import { pageRoutes } from '../../../functions/faces/pages/routes.ts';
import { call } from '../../support/gateway-call.ts';
import { helplineFault, linksOf } from '../../support/links.ts';
import { NOW, PUBLIC_URL, serveRecords } from '../../support/real-records.ts';
import { get, places, real, textOf } from './served.ts';

describe('pages about the site', () => {
  test.each(['/about', '/privacy', '/for-providers'])(
    '%s is there in both languages, each with the other',
    async (path) => {
      for (const [folder, other, language] of [
        ['', '/es', 'en'],
        ['/es', '', 'es'],
      ] as const) {
        const { status, headers, body } = await get(folder + path);
        expect([status, headers['content-type'], headers['cache-control']]).toEqual([
          200,
          'text/html; charset=utf-8',
          'public, max-age=60',
        ]);
        expect(body).toContain(`<html lang="${language}">`);
        expect(body).toContain(`<link rel="canonical" href="${PUBLIC_URL}${folder}${path}"/>`);
        for (const [code, address] of [
          ['en', path],
          ['es', `/es${path}`],
          ['x-default', path],
        ])
          expect(body).toContain(`<link rel="alternate" hreflang="${code}" href="${PUBLIC_URL}${address}"/>`);
        expect(body).toContain(`<meta property="og:url" content="${PUBLIC_URL}${folder}${path}"/>`);
        expect(linksOf(body).map(({ href }) => href)).toContain(other + path);
        expect(linksOf(body).flatMap((link) => helplineFault(link) ?? [])).toEqual([]);
        expect(body.match(/<h1\b/g)).toHaveLength(1);
        expect((await get(folder + path, { 'if-none-match': headers.etag ?? '' })).status).toBe(304);
      }
    },
  );

  test('say what is true of this copy: how many centers, when published, whom to write to', async () => {
    const text = textOf((await get('/about')).body);
    expect(text).toContain(`${places.length.toLocaleString('en-US')} centers`);
    expect(text).toContain('November 23, 2026');
    expect(text).toContain('locator.example');
    const { handler } = await serveRecords(real, undefined, 'facts@find.example.org');
    const { body } = await call(handler, '/for-providers');
    expect(linksOf(body).find(({ text }) => text === 'Write to us')?.href).toBe('mailto:facts@find.example.org');
    expect(linksOf((await get('/for-providers')).body).map(({ href }) => href)).toEqual(
      expect.arrayContaining(['/docs/for-providers', '/embed', '/docs']),
    );
    expect(linksOf((await get('/es/for-providers')).body).map(({ href }) => href)).toContain('/docs/for-providers/es');
  });

  test('name the link to report a wrong fact only where a center’s page has it', async () => {
    const { handler } = await serveRecords(real, undefined, 'facts@find.example.org');
    for (const [path, link] of [
      ['/for-providers', /Report a wrong fact/],
      ['/es/for-providers', /Avisar de un dato equivocado/],
    ] as const) {
      expect(textOf((await call(handler, path)).body)).toMatch(link);
      expect(textOf((await get(path)).body)).not.toMatch(link);
    }
  });

  test('never promise what nobody can keep', async () => {
    for (const path of ['/about', '/privacy', '/for-providers']) {
      const text = textOf((await get(path)).body);
      expect(text).not.toMatch(/100 ?%|HIPAA|guarantee|anonymous|confidential/i);
    }
  });
});

describe('what programs look for', () => {
  const locs = (body: string) =>
    [...body.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc = '']) => loc.replace(PUBLIC_URL, ''));

  test('the sitemaps name every page once in each language, real centers alone, with the day of their newest fact', async () => {
    const index = await get('/sitemap.xml');
    expect([index.status, index.headers['content-type']]).toEqual([200, 'application/xml; charset=utf-8']);
    const files = locs(index.body);
    expect(files).toEqual(
      expect.arrayContaining(['/sitemaps/site.xml', '/sitemaps/az.xml', '/sitemaps/az-1.xml', '/sitemaps/nv-1.xml']),
    );
    const all: string[] = [];
    for (const file of files) {
      const { status, body } = await get(file);
      expect([file, status]).toEqual([file, 200]);
      expect(locs(body).length).toBeLessThanOrEqual(50_000);
      all.push(...locs(body));
    }
    expect(new Set(all).size).toBe(all.length);
    const centers = all.filter((path) => path.startsWith('/centers/'));
    expect(new Set(centers)).toEqual(new Set(real.map(({ center }) => `/centers/${center.id}`)));
    expect(all.filter((path) => path.startsWith('/es/')).length).toBe(all.length / 2);
    // Every kind of page is listed, and each URL answers.
    for (const kind of ['/states/az', '/states/az/iop', '/cities/az/phoenix', '/es/cities/nv/las-vegas', '/es/about'])
      expect(all).toContain(kind);
    for (const path of all.filter((one) => /^\/(?:states|cities|about|privacy)/.test(one))) {
      const { status, body } = await get(path);
      expect([path, status, body.includes('noindex')]).toEqual([path, 200, false]);
    }
    const [first] = real.filter(({ center }) => center.address.state === 'AZ');
    const part = (await get('/sitemaps/az-1.xml')).body;
    const newest = first?.center.sources
      .map(({ asOf }) => asOf)
      .sort()
      .at(-1);
    expect(part).toContain(`<loc>${PUBLIC_URL}/centers/${first?.center.id}</loc><lastmod>${newest}</lastmod>`);
  }, 60_000);

  test.each(['/sitemaps/zz.xml', '/sitemaps/az-99.xml', '/sitemaps/az-0.xml', '/sitemaps/az', '/sitemaps/..%2Fx.xml'])(
    '%s is not there',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  test('robots.txt keeps searches and the team’s page out, and names the sitemap', async () => {
    const { body, headers } = await get('/robots.txt');
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(body).toContain(`Sitemap: ${PUBLIC_URL}/sitemap.xml`);
    for (const path of ['/search', '/es/search', '/console']) expect(body).toContain(`Disallow: ${path}\n`);
    expect(body).not.toMatch(/Disallow: \/(?:centers|states|cities)/);
  });

  test('security.txt holds for less than a year, whenever it is read', async () => {
    const { body } = await get('/.well-known/security.txt');
    const expires = Date.parse(/^Expires: (\S+)$/m.exec(body)?.[1] ?? '');
    expect(expires).toBeGreaterThan(NOW + 200 * 86_400_000);
    expect(expires).toBeLessThan(NOW + 365 * 86_400_000);
    expect(body).toMatch(/^Contact: (?:mailto:|https:)/m);
    expect(body).toContain(`Canonical: ${PUBLIC_URL}/.well-known/security.txt`);
  });

  test('the API catalog is a set of links, each of which is answered', async () => {
    const { body, headers } = await get('/.well-known/api-catalog');
    expect(headers['content-type']).toBe('application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"');
    expect(headers.link).toContain('rel="api-catalog"');
    const { linkset } = JSON.parse(body) as {
      linkset: { anchor: string; item?: { href: string }[]; 'service-desc'?: { href: string; type: string }[] }[];
    };
    const [self, ...apis] = linkset;
    expect(self?.item?.map(({ href }) => href)).toEqual(apis.map(({ anchor }) => anchor));
    for (const { 'service-desc': described = [] } of apis)
      for (const { href, type } of described) {
        const { status, headers: own } = await get(href.replace(PUBLIC_URL, ''));
        expect([href, status, own['content-type']?.startsWith(type)]).toEqual([href, 200, true]);
      }
  });

  test('llms.txt begins with what this is, has the helplines, and links to nothing that is missing', async () => {
    const { body } = await get('/llms.txt');
    expect(body).toMatch(/^# [^\n]+\n\n> /);
    expect(body).toContain('988');
    for (const [, href = ''] of body.matchAll(/\]\((https:[^)]*)\)/g)) {
      const path = href.replace(PUBLIC_URL, '');
      // The bucket serves the reference; MCP takes POST.
      if (!/^\/(?:docs(?:[./]|$)|mcp$)/.test(path)) expect([path, (await get(path)).status]).toEqual([path, 200]);
    }
  });
});

describe('every page', () => {
  const [id = ''] = real.map(({ center }) => center.id);
  const examples: Readonly<Record<string, string>> = { id, state: 'az', level: 'iop', city: 'phoenix', file: 'az.xml' };
  const paths = pageRoutes
    .filter(({ method }) => method === 'GET')
    .map(({ path }) => path.replace(/\{(\w+)\}/g, (_, name: string) => examples[name] ?? ''));

  test.each(paths)('%s is kept by its tag, answers HEAD, and has no script', async (path) => {
    const { status, headers, body } = await get(path);
    expect(status).toBe(200);
    if (headers['cache-control'] !== 'no-store')
      expect((await get(path, { 'if-none-match': headers.etag ?? '' })).status).toBe(304);
    expect(headers['set-cookie']).toBeUndefined();
    if (!headers['content-type']?.startsWith('text/html')) return;
    expect(body.replace(/<script type="application\/ld\+json">/g, '')).not.toMatch(/<script| style=| on\w+="/);
    // The crisis line is the first phone link.
    expect(linksOf(body).find(({ href }) => href.startsWith('tel:'))?.href).toBe('tel:988');
    expect(body.match(/<h1\b/g)).toHaveLength(1);
    const ids = [...body.matchAll(/ id="([^"]*)"/g)].map(([, one]) => one);
    expect(new Set(ids).size).toBe(ids.length);
    expect(body).not.toMatch(/undefined|\[object|NaN/);
  });
});
