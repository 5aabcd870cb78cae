import { beforeAll, describe, expect, test } from 'vitest';
import { capitals } from '../../functions/canary/capitals.ts';
import { visit } from '../../functions/canary/visit.ts';
import { stateNames } from '../../functions/domain/state.ts';
import { places } from '../../functions/places/load.ts';
import { call } from '../support/gateway-call.ts';
import { NOW, serveRecords } from '../support/real-records.ts';

const site = 'https://find.example.org';
const page = `<!doctype html><link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/page.css">
  <script type="module" src="/main.js"></script><p>Call or text 988</p>`;
const files: Record<string, readonly [type: string, body: string]> = {
  '/': ['text/html; charset=utf-8', page],
  '/page.css': ['text/css', 'body {}'],
  '/main.js': ['text/javascript', 'start()'],
};
let handler: Awaited<ReturnType<typeof serveRecords>>['handler'];
beforeAll(async () => {
  ({ handler } = await serveRecords());
});

/**
 * The website: its page from this repository, its API from the real handler.
 * @param spoil Changes the answer of a path.
 */
async function visited(
  spoil: (path: string, answer: Response) => Response | Promise<Response> = (_path, answer) => answer,
) {
  const asked: string[] = [];
  const fetch = async (url: string): Promise<Response> => {
    const path = url.slice(site.length);
    asked.push(path);
    const file = files[path];
    if (file) return spoil(path, new Response(file[1], { headers: { 'content-type': file[0] } }));
    const { status, headers, body } = await call(handler, path);
    return spoil(path, new Response(body, { status, headers }));
  };
  return { ...(await visit({ site, fetch, now: NOW + 36 * 3_600_000 })), asked };
}
const json = (value: unknown): Response => Response.json(value);
const changed = async (answer: Response, change: (value: never) => void): Promise<Response> => {
  const value = (await answer.json()) as never;
  change(value);
  return json(value);
};

describe('a visit', () => {
  test('loads the page with its parts, and searches near one place in each state that has centers', async () => {
    const { failed, datasetAgeHours, asked } = await visited();
    expect(failed).toEqual([]);
    expect(datasetAgeHours).toBe(36);
    const searches = asked.filter((path) => path.startsWith('/v1/centers?'));
    expect(searches.map((path) => new URLSearchParams(path.split('?')[1]).get('in')).sort()).toEqual(
      Object.keys(stateNames).sort(),
    );
    expect(asked).toEqual(expect.arrayContaining(['/', '/page.css', '/main.js', '/v1/health', '/v1/states']));
    expect(asked).not.toContain('/icon.svg');
  });

  test('knows a place in every state', () => {
    for (const [state, place] of Object.entries(capitals)) {
      expect(place.endsWith(`, ${state}`)).toBe(true);
      expect(places().cities(place.split(',')[0] ?? '', state)).toHaveLength(1);
    }
  });

  type Spoil = Parameters<typeof visited>[0];
  const at =
    (wanted: string, change: (answer: Response) => Response | Promise<Response>): Spoil =>
    (path, answer) =>
      path.startsWith(wanted) && (wanted !== '/' || path === '/') ? change(answer) : answer;
  const search = (state: string): string =>
    `/v1/centers?near=${new URLSearchParams({ x: capitals[state as 'AZ'] }).toString().slice(2)}`;
  test.each<[string, Spoil, string]>([
    ['a page that is gone', at('/', () => new Response('', { status: 404 })), 'page'],
    [
      'a page without the crisis line',
      at('/', () => new Response('<p>', { headers: { 'content-type': 'text/html' } })),
      'page',
    ],
    [
      'a page without a script',
      at(
        '/',
        async (answer) =>
          new Response((await answer.text()).replace('main.js', 'main'), { headers: { 'content-type': 'text/html' } }),
      ),
      'page',
    ],
    [
      'a preloaded script that is gone',
      at(
        '/',
        async (answer) =>
          new Response(`${await answer.text()}<link rel="modulepreload" href="/gone.js">`, {
            headers: { 'content-type': 'text/html' },
          }),
      ),
      'page',
    ],
    [
      'a script that is a page',
      at('/main.js', () => new Response(page, { headers: { 'content-type': 'text/html' } })),
      'page',
    ],
    ['a style that is gone', at('/page.css', () => new Response('', { status: 403 })), 'page'],
    ['no health', at('/v1/health', () => json({ status: 'degraded' })), 'health'],
    ['no state', at('/v1/states', () => json({ states: [] })), 'states'],
    [
      'a search that finds nothing',
      at(search('AZ'), (answer) => changed(answer, (value: { results: unknown[] }) => value.results.splice(0))),
      'search AZ',
    ],
    [
      'a search with one center of the state among others',
      at(search('AZ'), (answer) =>
        changed(answer, (value: { results: { center: { address: { state: string } } }[] }) => {
          for (const { center } of value.results.slice(1)) center.address.state = 'NV';
        }),
      ),
      'search AZ',
    ],
    [
      'a search without the crisis line',
      at(search('WA'), (answer) =>
        changed(answer, (value: { help: object }) => {
          value.help = { crisis: '' };
        }),
      ),
      'search WA',
    ],
    [
      'the nearest center is in another state',
      at(search('CA'), (answer) =>
        changed(answer, (value: { results: { center: { address: { state: string } } }[] }) => {
          for (const { center } of value.results) center.address.state = 'NV';
        }),
      ),
      'search CA',
    ],
    [
      'the farthest first',
      at(search('IL'), (answer) =>
        changed(answer, (value: { results: { distance: { miles: number } }[] }) => {
          value.results.reverse();
          value.results.forEach(({ distance }, index) => {
            distance.miles = 9 - index;
          });
        }),
      ),
      'search IL',
    ],
    ['a search that fails', at(search('NJ'), () => new Response('{}', { status: 503 })), 'search NJ'],
    [
      'a server that is gone',
      at(search('OK'), () => {
        throw new TypeError('fetch failed');
      }),
      'search OK',
    ],
  ])('finds %s', async (_what, spoil, name) => {
    expect((await visited(spoil)).failed).toEqual([name]);
  });

  test('says no age where the dataset says none', async () => {
    const { failed, datasetAgeHours } = await visited(at('/v1/health', () => new Response('', { status: 503 })));
    expect([failed, datasetAgeHours]).toEqual([['health'], undefined]);
  });
});
