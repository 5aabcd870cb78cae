import { describe, expect, test } from 'vitest';
import { loadRecords } from '../../../data/records/load.ts';
import { call } from '../../support/gateway-call.ts';
import { centerLinkFaults, helplineFault, linksOf } from '../../support/links.ts';
import { serveRecords } from '../../support/real-records.ts';

const examples = await loadRecords('data/examples.json');
const { handler } = await serveRecords(examples);

describe('the page of a center', () => {
  test('says what the card says, whole without a script, with its own numbers and way', async () => {
    for (const { center } of examples) {
      const { status, headers, body } = await call(handler, `/centers/${center.id}`);
      expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(headers['cache-control']).toBe('public, max-age=60');
      expect(body).not.toMatch(
        /<script|style=|https?:\/\/(?!www\.google|maps\.apple|www\.openstreetmap|988lifeline)[^"]*\.css/,
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
});
