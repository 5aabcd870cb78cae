import { describe, expect, it } from 'vitest';
import { deviceLocator } from '../../../functions/device/device-locator.ts';
import { downloaded } from '../../device/files.ts';
import { call, post } from '../../support/gateway-call.ts';
import { NOW, serveRecords } from '../../support/real-records.ts';

const { handler } = await serveRecords();
const device = deviceLocator(await downloaded(handler), () => NOW);
type Body = ReturnType<typeof device.search> & { query: { name?: string; near?: string; ignored?: string[] } };

/** @param onDevice False if the device asks for the place: the word with the city's name may mean a town elsewhere. */
async function asked(fields: object, onDevice = true): Promise<Body> {
  const { status, body } = await post(handler, fields);
  expect(status, body).toBe(200);
  const answer = JSON.parse(body);
  if (!onDevice) return answer;
  const own = JSON.parse(JSON.stringify(device.search(fields)));
  expect([own.query, own.results, own.unknown]).toEqual([answer.query, answer.results, answer.unknown]);
  return answer;
}

describe('words of q that nothing else explains', () => {
  it.each([
    ['rosecrance rockford', 'rosecrance', 'Rosecrance'],
    ['rosecrnace in rockford', 'rosecrnace', 'Rosecrance'],
    // "Lummi" is also a place: the tribe's land.
    ['lummi bellingham wa', null, 'Lummi Counseling Services'],
    ['iop adept colville wa', 'adept', 'Adept'],
    ['denova op phoenix medicaid', 'denova', 'Denova'],
    ['spring board scottsdale az', null, 'SpringBoard Recovery'],
    ['nuway chicago', 'nuway', 'NuWay'],
    ['encompass arizona', 'encompass', 'Encompass'],
  ])('%s', async (q, name, first) => {
    const { query, results } = await asked({ q });
    if (name !== null) expect([query.name, query.ignored]).toEqual([name, []]);
    if (first !== null) expect(results[0]?.center.name).toContain(first);
    expect(results.length).toBeGreaterThan(0);
  });

  it.each([
    ['iop blorple phoenix', ['blorple']],
    // The center with this name is in another state.
    ['rosecrance phoenix', ['rosecrance']],
    // The center with this name has no such program. The search then ignores the name instead of finding nothing.
    ['denova sober living phoenix', ['denova']],
    ['op near denova phoenix', ['denova']],
  ])('are in ignored where no center about there has such a name: %s', async (q, ignored) => {
    const { query, results } = await asked({ q }, false);
    expect(query.ignored).toEqual(ignored);
    expect(query.name).toBeUndefined();
    expect(results.length).toBeGreaterThan(1);
  });

  it('leave a name that is said outright alone', async () => {
    const { query } = await asked({ q: 'adept colville wa', name: 'makah' });
    expect([query.name, query.ignored]).toEqual(['makah', ['adept']]);
  });

  it('need no place where they are all that is typed, and one where they are no name', async () => {
    const named = await asked({ q: 'denova' });
    expect(named.results.map(({ center }) => center.address.city)).toEqual(['Phoenix']);
    expect([named.query.name, named.query.near]).toEqual(['denova', undefined]);
    for (const q of ['blorple', 'iop denova']) {
      const { status, body } = await post(handler, { q });
      expect([status, JSON.parse(body).type]).toEqual([400, expect.stringContaining('location-needed')]);
      expect(JSON.parse(body).query.ignored).toEqual([q.split(' ').at(-1)]);
      expect(() => device.search({ q })).toThrow();
    }
  });

  it('lead to the same pages by GET', async () => {
    const { body } = await call(handler, '/v1/centers?q=encompass%20arizona&limit=1');
    expect(JSON.parse(body).query).toMatchObject({ name: 'encompass', state: 'AZ', ignored: [] });
  });
});
