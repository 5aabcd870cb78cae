import { describe, expect, test } from 'vitest';
import { call } from '../../support/gateway-call.ts';
import { centersOn, get, handler, lines, post, postText, textOf } from './served.ts';

const api = async (body: object) => {
  const { status, body: text } = await call(handler, '/v1/centers/search', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(status, text).toBe(200);
  return JSON.parse(text) as {
    results: { center: { id: string } }[];
    next: string | null;
    alternatives?: { change: Record<string, string | null>; count: number }[];
  };
};
const ids = ({ results }: Awaited<ReturnType<typeof api>>) => results.map(({ center }) => center.id);

/** The fields of a form that has a button with these words. */
function formOf(html: string, button: string): Record<string, string[]> {
  const form = [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)]
    .map(([text]) => text)
    .find((text) => [`<b>${button}</b>`, `>${button}</button>`].some((one) => text.includes(one)));
  if (form === undefined) throw new Error(`there is no form with ${button}`);
  const fields: Record<string, string[]> = {};
  for (const [, name = '', value = ''] of form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g))
    fields[name] = [...(fields[name] ?? []), value.replaceAll('&amp;', '&').replaceAll('&quot;', '"')];
  return fields;
}

describe('a search without a script', () => {
  test.each([
    ['iop near 85004 medicaid', {}],
    ['85004', { level: 'detox', payer: ['medicaid', 'private'] }],
    ['arizona', { level: 'php' }],
    ['tucson az', { within: '25mi', population: 'women' }],
    ['family service agency', {}],
  ])('%s finds what the API finds, in its order', async (q, filters) => {
    const { status, headers, body } = await post('/search', { q, level: '', ...filters });
    const listed = Object.fromEntries(
      Object.entries(filters).map(([name, value]) => [name, name === 'within' ? value : [value].flat()]),
    );
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-store',
    ]);
    expect(centersOn(body)).toEqual(ids(await api({ q, ...listed })));
    expect(body).toContain('<meta name="robots" content="noindex"/>');
    // No link or form of the page has typed text in its URL.
    expect(body).not.toMatch(/(?:href|action)="[^"]*\?/);
  });

  test('its pages are those of the API, to the end and back', async () => {
    const asked = { q: 'phoenix az', level: 'php', payer: 'medicaid' };
    const whole = await api({ q: 'phoenix az', level: ['php'], payer: ['medicaid'], limit: 50 });
    const found: string[] = [];
    let fields: Record<string, string | string[]> = asked;
    for (let page = 0; page < 5; page += 1) {
      const { status, body } = await post('/search', fields);
      expect(status).toBe(200);
      found.push(...centersOn(body));
      if (page > 0) {
        expect(body).toContain('More centers, in the same order');
        expect(formOf(body, 'Back to the first centers')).toEqual({
          q: ['phoenix az'],
          level: ['php'],
          payer: ['medicaid'],
        });
      }
      fields = formOf(body, 'Next centers');
      expect(fields).toMatchObject({ q: ['phoenix az'], cursor: [expect.any(String)] });
    }
    expect(found).toHaveLength(50);
    expect(found).toEqual(ids(whole));
  });

  test('one change is one button, which finds what it says', async () => {
    const { body } = await post('/search', { q: 'iop evenings women tonopah nv', within: '25mi' });
    expect(textOf(body)).toContain('No center found listing IOP within 25 miles of Tonopah, NV');
    const buttons = [...body.matchAll(/<button type="submit" class="change"><b>([^<]*)<\/b> <span>([^<]*)</g)];
    expect(buttons.length).toBeGreaterThan(0);
    for (const [, name = '', found = ''] of buttons) {
      const changed = await post('/search', formOf(body, name));
      expect(changed.status).toBe(200);
      const count = Number(/(\d+) center/.exec(found)?.[1]);
      expect(centersOn(changed.body)).toHaveLength(Math.min(10, count));
    }
    const unknown = await post('/search', { q: 'iop evenings 85004', include: '' });
    const shown = await post('/search', formOf(unknown.body, 'Show them in the list'));
    expect(shown.body).toContain('Not listed:');
  });

  test('keeps what was understood in its controls, so that each can be taken back', async () => {
    const { body } = await post('/search', { q: 'iop near 85004 medicaid' });
    expect(body).toMatch(/<option(?: selected)? value="iop"(?: selected)?>/);
    expect(body).toMatch(/<option selected[^>]*value="iop"|value="iop" selected/);
    expect(body).toMatch(/name="payer" value="medicaid" checked|checked[^>]*name="payer" value="medicaid"/);
    expect(/<input id="q"[^>]*value="([^"]*)"/.exec(body)?.[1]).toBe('85004');
    const without = await post('/search', { q: '85004', level: '', within: '' });
    expect(centersOn(without.body)).toEqual(ids(await api({ near: '85004' })));
  });

  test.each([
    ['/search', 'I want to kill myself 85004', 'Talk to somebody now'],
    ['/es/search', 'me quiero morir 85004', 'Hable con alguien ahora'],
    ['/search', 'i+took+too+many+pills', 'Talk to somebody now'],
    ['/search', 'quiero matarme', 'Talk to somebody now'],
  ])('%s says whom to call before everything else to: %s', async (path, q, words) => {
    const { body } = await post(path, { q });
    const main = body.slice(body.indexOf('<main'));
    expect(main.indexOf('id="crisis-heading"')).toBeGreaterThan(0);
    expect(main.indexOf('id="crisis-heading"')).toBeLessThan(main.indexOf('<form'));
    expect(main).toContain(words);
    // The box does not repeat the text, so that a bystander cannot read it there.
    expect(/<input id="q"[^>]*>/.exec(main)?.[0]).not.toMatch(/kill|morir|matarme|pills/);
    expect(body.slice(0, body.indexOf('<main'))).not.toMatch(/kill|morir|matarme/);
  });

  test('a place that needs a question is asked back with a button for each', async () => {
    const { status, body } = await post('/search', { q: 'iop peoria' });
    // The test lists only Arizona, so the server may choose Peoria, AZ instead of asking.
    if (status === 200) expect(centersOn(body).length).toBeGreaterThan(0);
    else expect(body).toMatch(/<button [^>]*name="near" value="Peoria, AZ"/);
    const unfound = await post('/search', { q: 'qqqqzzzz', level: 'iop' });
    expect([unfound.status, unfound.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8']);
    expect(unfound.body).toContain('1-800-662-HELP');
    expect(unfound.body).toContain('value="qqqqzzzz"');
    const empty = await post('/search', { q: ' ', level: '' });
    expect([empty.status, textOf(empty.body).includes('Type a ZIP code or a city')]).toEqual([400, true]);
  });

  test('outside of the listed states it says so first, and who can look there', async () => {
    const { body } = await post('/search', { q: 'miami fl' });
    const text = textOf(body);
    expect(text).toContain('No listed centers in Florida');
    expect(text.indexOf('No listed centers')).toBeLessThan(text.indexOf('FindTreatment.gov'));
  });

  test.each([
    ['another type', 415, '/search', '{"q":"85004"}', 'application/json'],
    ['too much', 413, '/search', `q=${'x'.repeat(70_000)}`, undefined],
    ['too long a text', 400, '/search', `q=${'x'.repeat(5_000)}`, undefined],
    ['a field that there is not', 400, '/search', 'q=85004&levl=iop', undefined],
    ['__proto__', 400, '/search', 'q=85004&__proto__=x', undefined],
    ['a cursor of another search', 400, '/search', 'q=85004&cursor=abc', undefined],
    ['a field in the address', 400, '/search?q=85004', 'level=iop', undefined],
    ['101 fields', 400, '/search', Array.from({ length: 101 }, (_, at) => `a${at}=1`).join('&'), undefined],
  ])('%s is a page with status %i', async (_name, expected, path, body, type) => {
    const { status, headers, body: html } = await postText(path, body, type);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      expected,
      'text/html; charset=utf-8',
      'no-store',
    ]);
    expect(html).toContain('href="tel:988"');
    expect(html).toContain('action="/search"');
  });

  test('the address by itself is the form; nothing that was searched is in the log', async () => {
    for (const path of ['/search', '/es/search', '/search/']) {
      const { status, body } = await get(path);
      expect([status, body.includes('method="post"'), body.includes('noindex')]).toEqual([200, true, true]);
    }
    await post('/search', { q: 'iop near 85004 medicaid', population: 'women' });
    const line = JSON.stringify(lines.at(-1));
    expect(lines.at(-1)?.route).toBe('searchByForm');
    expect(line).not.toMatch(/85004|iop|medicaid|women/);
  });
});
