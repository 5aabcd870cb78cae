import { describe, expect, test } from 'vitest';
import { loadRecords } from '../../../data/records/load.ts';
import { en } from '../../../web/words/en.ts';
import { es } from '../../../web/words/es.ts';
import { call } from '../../support/gateway-call.ts';
import { centerLinkFaults, helplineFault, linksOf } from '../../support/links.ts';
import { PUBLIC_URL, records, serveRecords } from '../../support/real-records.ts';

const examples = await loadRecords('data/examples.json');
const { handler } = await serveRecords(examples);

describe('the page of a center', () => {
  test('says what the card says, whole without a script, with its own numbers and way', async () => {
    for (const { center } of examples) {
      const { status, headers, body } = await call(handler, `/centers/${center.id}`);
      expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(headers['cache-control']).toBe('public, max-age=60');
      expect(body).not.toMatch(
        /<script(?! type="application\/ld\+json">)|style=|https?:\/\/(?!www\.google|maps\.apple|www\.openstreetmap|988lifeline)[^"]*\.css/,
      );
      expect(/<title>([^<]*)/.exec(body)?.[1]).toContain(center.address.city);
      expect(body).toContain('not real');
      const article = body.slice(body.indexOf('<article'), body.indexOf('</article>'));
      const links = linksOf(article);
      expect(centerLinkFaults(links, center), center.name).toEqual([]);
      const outside = linksOf(body.replace(article, ''));
      expect(outside.flatMap((link) => helplineFault(link) ?? [])).toEqual([]);
      expect(outside.map(({ href }) => href)).toEqual(expect.arrayContaining(['tel:988', 'sms:988', 'tel:911']));
    }
  });

  test('a center that is not there has a page too, with the way back and somebody to call', async () => {
    const { status, headers, body } = await call(handler, '/centers/nobody-here');
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      404,
      'text/html; charset=utf-8',
      'no-store',
    ]);
    expect(linksOf(body).map(({ href }) => href)).toEqual(expect.arrayContaining(['/', 'tel:+18006624357']));
  });

  test('takes no parameter, so that no search is ever in a shared link', async () => {
    expect((await call(handler, `/centers/${examples[0]?.center.id}?near=85004`)).status).toBe(400);
  });

  test('is there in Spanish too: the same links, Spanish words, and the way to the other language', async () => {
    for (const { center } of examples) {
      const [english, spanish] = await Promise.all(
        ['', '/es'].map(async (folder) => (await call(handler, `${folder}/centers/${center.id}`)).body),
      );
      if (english === undefined || spanish === undefined) throw new Error('a page is missing');
      expect([/<html lang="(\w+)"/.exec(english)?.[1], /<html lang="(\w+)"/.exec(spanish)?.[1]]).toEqual(['en', 'es']);
      expect(spanish).toContain(es.opened.whenTitle);
      expect(spanish).not.toContain(en.opened.whenTitle);
      const article = spanish.slice(spanish.indexOf('<article'), spanish.indexOf('</article>'));
      expect(centerLinkFaults(linksOf(article), center), center.name).toEqual([]);
      const outside = linksOf(spanish.replace(article, ''));
      expect(outside.flatMap((link) => helplineFault(link) ?? [])).toEqual([]);
      const addresses = { en: `/centers/${center.id}`, es: `/es/centers/${center.id}` };
      expect(linksOf(english).find(({ text }) => text === 'Español')?.href).toBe(addresses.es);
      expect(linksOf(spanish).find(({ text }) => text === 'English')?.href).toBe(addresses.en);
      for (const page of [english, spanish])
        for (const [code, address] of Object.entries(addresses))
          expect(page).toContain(`<link rel="alternate" hreflang="${code}" href="${PUBLIC_URL}${address}"/>`);
    }
    const gone = await call(handler, '/es/centers/nobody-here');
    expect([gone.status, gone.body.includes('No se encontró este centro')]).toEqual([404, true]);
    expect(linksOf(gone.body).map(({ href }) => href)).toEqual(expect.arrayContaining(['/es/', 'tel:+18006624357']));
    expect((await call(handler, `/es/centers/${examples[0]?.center.id}?near=85004`)).status).toBe(400);
  });

  test('says where to report a wrong fact, with the center and nothing else, where somebody is named', async () => {
    const [{ center } = { center: undefined }] = examples;
    if (center === undefined) throw new Error('there is no example');
    const reportOn = async (to: string | undefined, folder = '') => {
      const served = await serveRecords(examples, undefined, to);
      const { body } = await call(served.handler, `${folder}/centers/${center.id}`);
      const words = folder === '' ? en : es;
      return linksOf(body).filter(({ text }) => text === words.opened.report);
    };
    expect(await reportOn(undefined)).toEqual([]);
    for (const folder of ['', '/es'])
      expect(decodeURIComponent((await reportOn('facts@find.example.org', folder))[0]?.href ?? '')).toBe(
        `mailto:facts@find.example.org?subject=${center.name} (${center.id})`,
      );
    const page = new URL((await reportOn('https://find.example.org/report?from=locator'))[0]?.href ?? '');
    expect([page.origin + page.pathname, Object.fromEntries(page.searchParams)]).toEqual([
      'https://find.example.org/report',
      { from: 'locator', center: center.id, name: center.name },
    ]);
  });

  test('shows on a map where it is, unless that is known by the ZIP only or withheld', async () => {
    const served = await serveRecords();
    let drawn = 0;
    for (const { center } of records) {
      const { body } = await call(served.handler, `/centers/${center.id}`);
      const isShown = center.location.accuracy !== 'zip' && center.address.street !== null;
      expect([center.id, body.includes('<svg class="picture"')]).toEqual([center.id, isShown]);
      if (!isShown) continue;
      drawn += 1;
      expect(body).toMatch(/<svg class="picture" role="img" aria-label="Map of where [^"]+ is"/);
      // One marker, in the middle, on land.
      expect(body.match(/class="marker dot lit"/g)).toHaveLength(1);
      expect(body).toMatch(/class="marker dot lit" transform="translate\(200\.0 110\.0\)"/);
      expect(body).toContain('class="land"');
      expect(Buffer.byteLength(body), center.id).toBeLessThan(40_000);
    }
    expect(drawn).toBeGreaterThan(10);
  });
});
