import { describe, expect, test } from 'vitest';
import { loadRecords } from '../../data/records/load.ts';
import { homePage } from '../../web/site/home.ts';
import { serveRecords } from '../support/real-records.ts';
import { isSpanish, kindOf, sitemapPaths } from './addresses.ts';
import { pairsAlike, runsOf } from './alike.ts';
import { linkedDataOf } from './linked-data.ts';
import { innerLinks } from './links.ts';
import { sampleOf } from './sample.ts';
import { survey } from './survey.ts';
import { htmlFaults } from './valid-html.ts';

// These tests take long, because they render some 400 pages and validate 120 of them.

/** A short version of `npm run pages`, which checks every page. It uses the recorded listings. */
const { handler } = await serveRecords(await loadRecords('test/fixtures/listings'));
const all = await sitemapPaths(handler);
const isCenter = (path: string) => kindOf(path) === 'center';
const centers = all.filter((path) => isCenter(path) && !isSpanish(path));

/** Paths that the bucket serves and the handler does not render. */
const bucket = new Set([
  '/',
  '/es/',
  '/docs',
  '/docs/for-providers',
  '/docs/for-providers/es',
  '/embed',
  '/icon.svg',
  '/share-en.png',
  '/share-es.png',
  '/page.css',
  '/site.css',
  '/locator.js',
  '/main.js',
]);

describe('pages', () => {
  test('of a sample and of each kind are valid, and their links, data, sizes and texts hold', async () => {
    const ofPlaces = all.filter((path) => !isCenter(path) && !['/', '/es/'].includes(path));
    const kinds = ['state', 'level', 'city', 'text'].flatMap((kind) =>
      [false, true].flatMap((spanish) => {
        const some = ofPlaces.filter((path) => kindOf(path) === kind && isSpanish(path) === spanish);
        return sampleOf(some, 3, 1);
      }),
    );
    const paths = [...kinds, ...sampleOf(centers, 60, 1), ...sampleOf(centers, 10, 2).map((path) => `/es${path}`)];
    const { pages, html, data, answers, runs, links } = await survey(handler, paths);
    expect(new Set(pages.map(({ kind }) => kind)).size).toBe(7);
    expect(answers).toEqual([]);
    expect(html).toEqual([]);
    expect(data).toEqual([]);
    expect(pages.filter(({ kind, bytes }) => kind === 'center' && bytes > 14 * 1024)).toEqual([]);
    for (const some of Object.values(runs)) expect(pairsAlike(some, 0.8)).toEqual([]);
    await links.follow(handler, bucket, () => {});
    expect(links.broken).toEqual([]);
    expect(links.redirects).toEqual([]);
    expect(links.visited).toBeGreaterThan(300);
  }, 120_000);

  test('all home pages lead to pages', () => {
    for (const [language, path] of [
      ['en', '/'],
      ['es', '/es/'],
    ] as const) {
      const links = innerLinks(homePage(language, []), path, 'https://locator.example').map((one) => one.path);
      const folder = language === 'es' ? '/es' : '';
      expect(links).toEqual(expect.arrayContaining([`${folder}/about`, `${folder}/privacy`, `${folder}/states/az`]));
    }
  });
});

describe('each check finds what it is for', () => {
  test.each([
    ['an image without a text', '<img src="/icon.svg">', 'wcag/h37'],
    ['a label of nothing', '<label for="none">Place</label>', 'no-missing-references'],
    ['one id twice', '<p id="a">A</p><p id="a">B</p>', 'no-dup-id'],
    ['a block in a phrase', '<span><div>x</div></span>', 'element-permitted-content'],
    ['a button without a name', '<button type="button"></button>', 'text-content'],
    ['a heading that is skipped', '<h1>A</h1><h3>B</h3>', 'heading-level'],
    ['an inline style', '<p style="color: red">x</p>', 'no-inline-style'],
  ])('html-validate: %s', (_name, inner, rule) => {
    const html = `<!doctype html><html lang="en"><head><title>A</title></head><body>${inner}</body></html>`;
    expect(htmlFaults(html).join('\n')).toContain(rule);
  });

  const block = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
  const clinic = { '@context': 'https://schema.org', '@type': 'MedicalClinic', name: 'A' };
  test.each([
    ['a word that the vocabulary has not', { ...clinic, colour: 'green' }, 'colour'],
    ['a property of another type', { ...clinic, postalCode: '85004' }, 'MedicalClinic has no postalCode'],
    ['a type that there is not', { ...clinic, '@type': 'TreatmentCenter' }, 'TreatmentCenter'],
    ['two fragments in an id', { ...clinic, '@id': 'https://locator.example/centers/a#center#b' }, 'no URL'],
    ['an object without a type', { ...clinic, address: { postalCode: '85004' } }, 'no type'],
  ])('JSON-LD: %s', async (_name, data, fault) => {
    expect((await linkedDataOf(block(data))).faults.join('\n')).toContain(fault);
  });
  test('JSON-LD: what is right has no fault, what is no JSON has', async () => {
    expect(await linkedDataOf(block(clinic))).toEqual({ blocks: 1, faults: [] });
    expect((await linkedDataOf('<script type="application/ld+json">{</script>')).faults[0]).toContain('not JSON');
    await expect(linkedDataOf(block({ ...clinic, '@context': 'https://elsewhere.example' }))).rejects.toThrow();
  });

  test('links: a page, a place on a page, a form and an alternate that are not there', async () => {
    const { LinkBook } = await import('./survey.ts');
    const links = new LinkBook();
    links.add(
      '/',
      '<a href="/centers/nobody-here">A</a><a href="/states/il#nowhere">B</a><form action="/find"></form><link rel="alternate" href="https://locator.example/states/zz"/><a href="/states/IL">C</a><a href="https://elsewhere.example/">D</a><a href="tel:988">E</a>',
    );
    await links.follow(handler, bucket, () => {});
    for (const path of ['/centers/nobody-here', '/states/il#nowhere', '/find', '/states/zz'])
      expect(links.broken.filter((text) => text.includes(`leads to ${path}`))).toHaveLength(1);
    expect(links.broken).toHaveLength(4);
    expect(links.redirects).toEqual(['/ leads to /states/IL, which moved']);
  });

  test('likeness: the fast way finds the pairs of a plain scan', () => {
    const words = Array.from({ length: 400 }, (_, at) => `word${at}`);
    const texts = new Map(
      Array.from({ length: 40 }, (_, at) => {
        const own = words.map((word, place) =>
          place >= 20 * (at % 7) && place < 20 * (at % 7) + at * 5 ? `${word}x${at}` : word,
        );
        return [`/p${at}`, runsOf(own.join(' '))] as const;
      }),
    );
    const plain: string[] = [];
    const entries = [...texts];
    for (const [at, [b, theirs]] of entries.entries())
      for (const [a, own] of entries.slice(0, at)) {
        const both = own.filter((run) => theirs.includes(run)).length;
        if (both / (own.length + theirs.length - both) >= 0.7) plain.push(`${a} ${b}`);
      }
    expect(plain.length).toBeGreaterThan(20);
    expect(plain.length).toBeLessThan(700);
    expect(
      pairsAlike(texts, 0.7)
        .map(({ a, b }) => `${a} ${b}`)
        .sort(),
    ).toEqual(plain.sort());
  });
});
