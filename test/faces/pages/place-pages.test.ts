import { describe, expect, test } from 'vitest';
import { levels } from '../../../functions/domain/level-of-care.ts';
import { slugOf } from '../../../functions/domain/slug.ts';
import { call } from '../../support/gateway-call.ts';
import { mostAlike } from './likeness.ts';
import { centersOn, get, handler, lines, real, textOf } from './served.ts';

const html = async (path: string) => {
  const { status, headers, body } = await get(path);
  expect([path, status, headers['content-type']]).toEqual([path, 200, 'text/html; charset=utf-8']);
  return body;
};

/** All results of a search in a state, over all of the API's pages. */
async function searched(query: string): Promise<{ ids: string[]; unknown: { count: number; more?: boolean } }> {
  const ids: string[] = [];
  let [next, unknown] = ['', { count: 0 } as { count: number; more?: boolean }];
  for (;;) {
    const { body } = await call(handler, `/v1/centers?${query}&limit=50${next === '' ? '' : `&cursor=${next}`}`);
    const answer = JSON.parse(body);
    if (next === '') unknown = answer.unknown;
    ids.push(
      ...answer.results
        .filter((one: { center: { sample: boolean } }) => !one.center.sample)
        .map((one: { center: { id: string } }) => one.center.id),
    );
    if (answer.next === null) return { ids, unknown };
    next = answer.next;
  }
}

describe('the page of a kind of program in a state', () => {
  test.each(['iop', 'detox', 'op', 'sober-living'])('lists of %s exactly what the API finds', async (level) => {
    for (const state of ['az', 'nv']) {
      const { ids, unknown } = await searched(`state=${state.toUpperCase()}&level=${level}`);
      const body = await html(`/states/${state}/${level}`);
      expect(new Set(centersOn(body))).toEqual(new Set(ids));
      expect(centersOn(body)).toHaveLength(ids.length);
      const asked = /<dt>may offer it: ask<\/dt><dd>([\d,]+)<\/dd>/.exec(body)?.[1];
      if (unknown.more !== true) expect(Number(asked?.replace(',', '') ?? 0)).toBe(unknown.count);
      else expect(Number(asked?.replace(',', ''))).toBeGreaterThanOrEqual(unknown.count);
      expect(/<dt>list [^<]*<\/dt><dd>([\d,]+)<\/dd>/.exec(body)?.[1]).toBe(ids.length.toLocaleString('en-US'));
    }
  });
});

describe('the page of a state', () => {
  test('has every center or its city, and counts as the API does', async () => {
    const body = await html('/states/az');
    const own = real.filter(({ center }) => center.address.state === 'AZ');
    expect(/<dt>centers<\/dt><dd>(\d+)<\/dd>/.exec(body)?.[1]).toBe(String(own.length));
    const shown = new Set(centersOn(body));
    const cities = new Set([...body.matchAll(/href="\/cities\/az\/([a-z0-9-]+)"/g)].map(([, slug]) => slug));
    for (const { center } of own)
      expect([center.id, shown.has(center.id) || cities.has(slugOf(center.address.city))]).toEqual([center.id, true]);
    for (const { center } of own) expect(body).toContain(`id="${slugOf(center.address.city)}"`);
    for (const level of levels.codes) {
      const { ids } = await searched(`state=AZ&level=${level}`);
      const said = new RegExp(`href="/states/az/${level}"><b>[^<]*</b><span class="count">([\\d,]+)<`).exec(body)?.[1];
      expect([level, said ?? '0']).toEqual([level, ids.length.toLocaleString('en-US')]);
    }
  });

  test('reads a bounded number of items, and a city only those of its first letter', async () => {
    const { serveRecords } = await import('../../support/real-records.ts');
    const fresh = await serveRecords(real);
    await call(fresh.handler, '/states/az');
    const [state] = fresh.lines;
    expect(state?.items).toBeLessThan(60);
    expect(state?.readUnits).toBeLessThan(60);
    const other = await serveRecords(real);
    await call(other.handler, '/cities/az/yuma');
    expect(other.lines[0]?.items).toBeLessThan((state?.items ?? 0) / 2);
  });
});

describe('the page of a city', () => {
  const byCity = Map.groupBy(
    real,
    ({ center }) => `${center.address.state.toLowerCase()}/${slugOf(center.address.city)}`,
  );

  test('is there from five centers that list something, and nowhere else', async () => {
    const checked = { there: 0, missing: 0 };
    for (const [city, records] of byCity) {
      const telling = records.filter(({ offerings }) =>
        offerings.some(({ confirmation }) => confirmation.state !== 'denied'),
      );
      const { status, body } = await get(`/cities/${city}`);
      expect([city, telling.length, status]).toEqual([city, telling.length, telling.length >= 5 ? 200 : 404]);
      if (status === 404) {
        checked.missing += 1;
        expect(body).toContain(`href="/states/${city.slice(0, 2)}"`);
        continue;
      }
      checked.there += 1;
      expect(new Set(centersOn(body))).toEqual(new Set(records.map(({ center }) => center.id)));
    }
    expect(checked.there).toBeGreaterThan(10);
    expect(checked.missing).toBeGreaterThan(20);
  });
});

describe('addresses of places', () => {
  test.each([
    ['/states/AZ', 'az'],
    ['/states/Az/IOP', '../az/iop'],
    ['/cities/AZ/Phoenix', '../az/phoenix'],
    ['/cities/az/Lake%20Havasu%20City', '../az/lake-havasu-city'],
    ['/es/states/NV', 'nv'],
    ['/es/cities/Nv/Las%20Vegas', '../nv/las-vegas'],
  ])('%s leads to its one spelling', async (path, location) => {
    const { status, headers } = await get(path);
    expect([status, headers.location]).toEqual([308, location]);
    const target = new URL(location, `https://locator.example${path}`).pathname;
    expect((await get(target)).status).toBe(200);
  });

  test.each([
    '/states/zz',
    '/states/ny',
    '/states/az/nothing',
    '/cities/zz/phoenix',
    '/cities/az/nowhere',
    '/states/%20',
    '/cities/az/%F0%9F%8F%A5',
  ])('%s is a page with a search and somebody to call', async (path) => {
    for (const folder of ['', '/es']) {
      const { status, headers, body } = await get(folder + path);
      expect([status, headers['content-type'], headers['cache-control']]).toEqual([
        404,
        'text/html; charset=utf-8',
        'no-store',
      ]);
      expect(body).toContain(`action="${folder}/search"`);
      expect(body).toContain('href="tel:988"');
      expect(body).toContain('<meta name="robots" content="noindex"/>');
    }
  });

  test('a program that asks for JSON is told of faults in JSON', async () => {
    const { status, headers, body } = await get('/states/zz/iop?x=1', { accept: 'application/json' });
    expect([status, headers['content-type']]).toEqual([406, 'application/problem+json']);
    expect(JSON.parse(body)).toMatchObject({ status: 406 });
    const page = await get('/states/az?near=85004', { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' });
    expect([page.status, page.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8']);
  });

  test('what others add to a shared link is taken off', async () => {
    const { status, headers } = await get('/states/az/iop?fbclid=x&utm_source=mail');
    expect([status, headers.location, headers['cache-control']]).toEqual([302, 'iop', 'no-store']);
  });
});

describe('pages of places', () => {
  test('are told apart: no two of a language share more than 80 % of their runs of words', async () => {
    const paths = new Set<string>();
    for (const state of ['az', 'nv']) {
      paths.add(`/states/${state}`);
      for (const level of levels.codes) paths.add(`/states/${state}/${level}`);
      for (const [, path = ''] of (await html(`/states/${state}`)).matchAll(/href="(\/cities\/[a-z]+\/[a-z0-9-]+)"/g))
        paths.add(path);
    }
    expect(paths.size).toBeGreaterThan(35);
    for (const folder of ['', '/es']) {
      const texts = new Map<string, string>();
      for (const path of paths) texts.set(path, textOf(await html(folder + path)));
      const { pair, share } = mostAlike(texts);
      expect(share, pair.join(' and ')).toBeLessThan(0.8);
      expect(share).toBeGreaterThan(0);
    }
  }, 60_000);

  test('stand in a line of the log by the name of their route alone', async () => {
    await html('/cities/az/phoenix');
    expect(JSON.stringify(lines.at(-1))).not.toMatch(/phoenix|az/);
    expect(lines.at(-1)?.route).toBe('readCityPage');
  });
});
