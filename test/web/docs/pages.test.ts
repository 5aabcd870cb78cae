import { describe, expect, it } from 'vitest';
import { docsFacts, readDocument } from '../../../infra/reference-pages.ts';
import { placesOf } from '../../../web/docs/document.ts';
import { guidesOf } from '../../../web/docs/guides/guides.ts';
import { docsSite } from '../../../web/docs/pages/site.ts';
import { jsonText } from '../../../web/docs/samples/json.ts';
import { search } from '../../../web/docs/script/search.ts';
import { isOurs } from '../../../web/docs/script/try.ts';
import { innerLinks } from '../../pages/links.ts';
import { htmlFaults } from '../../pages/valid-html.ts';

const document = readDocument();
const site = docsSite(document, docsFacts(document));
const pages = [...site.html];
/** URLs outside of these pages, which are tested elsewhere. */
const elsewhere = new Set([
  ...['/', '/icon.svg', '/style.css', '/v1/openapi.json', '/embed', '/docs/for-providers'],
  ...['docs.css', 'code.css', 'members.css', 'script.js'].map((name) => `/docs/${name}`),
]);

describe('the pages of the reference', () => {
  it.each(pages)('%s is valid HTML without a script or a style in it', (_path, html) => {
    expect(htmlFaults(html)).toEqual([]);
    expect(html.match(/<script(?! type="module" src="\/docs\/script\.js")|<style|\son\w+=|style="/g)).toBeNull();
  });

  it('have no link that leads nowhere, in HTML or in Markdown', () => {
    const ids = new Map(
      pages.map(([path, html]) => [path, new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))]),
    );
    const broken: string[] = [];
    const check = (from: string, path: string, hash: string) => {
      const there = ids.get(path);
      const isFile = elsewhere.has(path) || (path.endsWith('.md') && site.markdown.has(path.slice(0, -3)));
      if (there === undefined ? !isFile : hash !== '' && !there.has(decodeURIComponent(hash)))
        broken.push(`${from} leads to ${path}#${hash}`);
    };
    let checked = 0;
    for (const [from, html] of pages)
      for (const [, href = ''] of html.matchAll(/(?:href|src)="([^"]+)"/g)) {
        if (/^(?:tel|sms|https):/.test(href)) continue;
        const [path = '', hash = ''] = href.split('#');
        check(from, path === '' ? from : path, hash);
        checked += 1;
      }
    for (const [from, text] of site.markdown)
      for (const [, path = '', hash = ''] of text.matchAll(/\]\((\/[^)#]*)(?:#([^)]*))?\)/g))
        check(`${from}.md`, path, hash);
    for (const { url } of site.entries) check('the search', ...(url.split('#').concat('') as [string, string]));
    expect(broken).toEqual([]);
    expect(checked).toBeGreaterThan(1_000);
    // The link checker of the other pages also finds links in these pages.
    expect(innerLinks(site.html.get('/docs') ?? '', '/docs', 'https://locator.example').length).toBeGreaterThan(20);
  });

  it('show every operation and every shape once, /v1 before the other faces', () => {
    const everything = pages.map(([, html]) => html).join('');
    for (const { operation } of placesOf(document))
      expect(
        everything.split(`<section class="operation" id="${operation.operationId}"`).length,
        operation.operationId,
      ).toBe(2);
    for (const name of Object.keys(document.components.schemas))
      expect(everything.split(` id="shape-${name}"`).length, name).toBe(2);
    const paths = pages.map(([path]) => path);
    expect(paths.slice(0, 2)).toEqual(['/docs', '/docs/search']);
    expect(paths.indexOf('/docs/fhir')).toBeGreaterThan(paths.indexOf('/docs/service'));
    for (const face of ['/fhir/', '/hsds/', '/mcp', '/v1/agent/'])
      for (const path of ['/docs/search', '/docs/centers', '/docs/reference'])
        expect(site.html.get(path)?.includes(`<code>${face}`), `${face} on ${path}`).toBe(false);
  });

  it('are each there as Markdown, with every operation and its curl', () => {
    for (const [path] of pages) expect(site.markdown.get(path), path).toMatch(/^# .+/);
    for (const { method, path, operation } of placesOf(document)) {
      const text = [...site.markdown.values()].find((one) => one.includes(`\n\`${method} ${path}\`\n`));
      expect(text, operation.operationId).toContain(`## ${operation.summary}\n`);
      expect(text, operation.operationId).toContain('curl ');
    }
  });

  it('take in what the document gets anew', () => {
    const get = {
      ...placesOf(document)[0]?.operation,
      operationId: 'readNew',
      summary: 'Read something new',
      tags: ['Novelty'],
    };
    const grown = {
      ...document,
      tags: [...document.tags, { name: 'Novelty', description: 'What is new.' }],
      paths: { ...document.paths, '/v1/new': { get } },
    } as typeof document;
    const { html, markdown, entries } = docsSite(grown, docsFacts(document));
    expect(html.get('/docs/novelty')).toContain('id="readNew"');
    expect(html.get('/docs')).toContain('href="/docs/novelty"');
    expect(markdown.get('/docs/novelty')).toContain('`GET /v1/new`');
    expect(search(entries, 'something new')[0]?.url).toBe('/docs/novelty#readNew');
  });
});

describe('the guides', () => {
  const text = (slug: string) => guidesOf(docsFacts(document)).find((guide) => guide.slug === slug)?.text ?? '';

  it('name the limits, headers and problems of the running system', () => {
    expect(text('limits')).toMatch(/`partner` \| 10 \| 20 \| 50,000 \|/);
    expect(text('limits')).toMatch(/1,000 times in 5 minutes[\s\S]*64 KiB/);
    for (const header of ['x-api-key', 'ETag', 'Retry-After']) expect(text('browsers')).toContain(`\`${header}\``);
    for (const kind of Object.keys(docsFacts(document).problems))
      expect(text('errors')).toContain(`(/problems/${kind})`);
  });

  it('fail where the document lacks what they tell', () => {
    expect(() => docsFacts({ ...document, paths: {} })).toThrow(/lacks/);
  });
});

describe('the search over the docs', () => {
  it.each([
    ['within', '/docs/search#searchCenters.within'],
    ['paging', '/docs/guides/paging'],
    ['429', '/docs/guides/limits#at-429'],
    ['cors', '/docs/guides/browsers'],
    ['ambiguous', '/docs/guides/errors'],
    ['excel', '/docs/guides/formats#a-table-for-excel'],
    ['TypeScript', '/docs/guides/client'],
    ['paths for one person', '/docs/guides/care-paths#for-one-person'],
    ['cursor-gone', '/problems/cursor-gone'],
    ['continuum', '/docs/centers#readContinuum'],
    ['FHIR location', '/docs/fhir#fhirSearchLocations'],
    ['SearchAnswer', '/docs/'],
    ['POST /mcp', '/docs/mcp#answerMcp'],
  ])('%s', (asked, url) => {
    const found = search(site.entries, asked).map((entry) => entry.url);
    expect(
      found.slice(0, 4).some((one) => one.startsWith(url)),
      found.join('\n'),
    ).toBe(true);
  });

  it('finds nothing for nothing, needs every word, and shows twelve at most', () => {
    expect(search(site.entries, '  ')).toEqual([]);
    expect(search(site.entries, 'paging zebra')).toEqual([]);
    expect(search(site.entries, 'center')).toHaveLength(12);
  });
});

it.each([
  [{ near: '85004', level: ['iop'] }, '{ "near": "85004", "level": ["iop"] }'],
  [{ a: {}, b: [] }, '{ "a": {}, "b": [] }'],
  [{ text: 'x'.repeat(50), list: [1, null] }, `{\n  "text": "${'x'.repeat(50)}",\n  "list": [1, null]\n}`],
])('JSON for people stays JSON: %o', (value, text) => {
  expect(jsonText(value)).toBe(text);
  expect(JSON.parse(jsonText(value))).toEqual(value);
});

it('a form sends to paths of this site, and to nothing that a browser reads as another host', () => {
  expect(['/v1/centers?near=85004', '/'].map(isOurs)).toEqual([true, true]);
  const others = ['//evil.example/', '/\\evil.example/', 'https://evil.example/', 'v1/centers', ''];
  expect(others.filter(isOurs)).toEqual([]);
});
