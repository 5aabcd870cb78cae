import { describe, expect, test } from 'vitest';
import { type Downloading, download, type Texts } from '../../../web/locator/device/download.ts';
import { readList } from '../../../web/locator/device/list.ts';
import { MOST_BYTES } from '../../../web/locator/read/most-bytes.ts';
import { confirmed, withOne } from '../../publish/clustered.ts';
import { records } from '../../support/real-records.ts';
import { broken, listings } from './listings.ts';

const none: Texts = new Map();

/** A download from real listings, its events, and its waiting times. */
async function downloading() {
  const from = await listings();
  const progress: number[] = [];
  const waited: number[] = [];
  const how: Downloading = {
    site: '',
    fetch: from.fetch,
    mostBytes: MOST_BYTES,
    before: () => undefined,
    progress: (bytes) => progress.push(bytes),
    wait: async (ms) => {
      waited.push(ms);
      from.pass(ms);
    },
  };
  const signal = new AbortController().signal;
  const start = (held: Texts = none, given: Partial<Downloading> = {}) => download({ ...how, ...given }, held, signal);
  return { ...from, how, start, progress, waited };
}
const listOf = async (fetch: Downloading['fetch']) => readList(await (await fetch('/v1/dataset')).json());
const kindOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'downloaded',
    (error) => error.problem?.kind ?? String(error),
  );

describe('a download of the listings', () => {
  test('takes the list, all parts in its order, then the places', async () => {
    const { start, paths, asked, progress, fetch } = await downloading();
    const { list, texts } = await start();
    const { parts, places } = list.dataset as { parts: { url: string }[]; places: { url: string } };
    const inOrder = [...parts, places].map(({ url }) => new URL(url).pathname);
    expect(paths()).toEqual(['/v1/dataset', ...inOrder]);
    expect([...texts.keys()]).toEqual(inOrder);
    // The list is always requested again; files may come from the browser's cache.
    expect(new Set(asked.map(({ cache }) => cache))).toEqual(new Set(['no-cache', 'default']));
    expect(asked[0]?.cache).toBe('no-cache');
    for (const [path, text] of texts) expect(text).toBe(await (await fetch(path)).text());
    expect(progress[0]).toBe(0);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(progress.at(-1)).toBe(list.bytes);
  });

  test('is the same every time, whatever comes first', async () => {
    const logs = await Promise.all(
      [1, 2, 3].map(async (seed) => {
        const { start, paths, fetch } = await downloading();
        let turn = 0;
        await start(none, {
          fetch: async (...request) => {
            const answer = await fetch(...request);
            await new Promise((resolve) => setTimeout(resolve, ((turn++ * 7 * seed) % 5) * 2));
            return answer;
          },
        });
        return paths();
      }),
    );
    expect(new Set(logs.map((log) => log.join())).size).toBe(1);
  });

  test('has at most three files under way', async () => {
    const { start, fetch } = await downloading();
    let [now, most] = [0, 0];
    await start(none, {
      fetch: async (...request) => {
        now += 1;
        most = Math.max(most, now);
        await new Promise((resolve) => setTimeout(resolve, 1));
        return fetch(...request).finally(() => {
          now -= 1;
        });
      },
    });
    expect(most).toBe(3);
  });

  test('takes changed files only, and drops those that were replaced', async () => {
    const { start, paths, publish, asked } = await downloading();
    const before = await start();
    const at = records.findIndex(({ offerings }) => offerings.length > 0);
    await publish(withOne(records, at, confirmed));
    asked.length = 0;
    const after = await start(before.texts);
    const [list, ...files] = paths();
    expect(list).toBe('/v1/dataset');
    expect(files.length).toBe(1);
    expect(files).toEqual(after.list.files.map(({ path }) => path).filter((path) => !before.texts.has(path)));
    expect([...after.texts.keys()]).toEqual(after.list.files.map(({ path }) => path));
    expect(after.list.version).not.toBe(before.list.version);
  });

  test('reads the list again where a part was replaced meanwhile, and asks for nothing twice', async () => {
    const { start, paths, publish, fetch, waited, asked } = await downloading();
    const at = records.findIndex(({ offerings }) => offerings.length > 0);
    const changed = withOne(records, at, confirmed);
    let published = false;
    const { list, texts } = await start(none, {
      fetch: async (...request) => {
        if (!published && String(request[0]).includes('/parts/')) {
          published = true;
          await publish(changed);
        }
        return fetch(...request);
      },
    });
    expect(paths().filter((path) => path === '/v1/dataset').length).toBe(2);
    expect(waited).toEqual([5_000]);
    expect([...texts.keys()]).toEqual(list.files.map(({ path }) => path));
    expect(list).toEqual(await listOf(fetch));
    const files = asked.map(({ path }) => path).filter((path) => texts.has(path));
    expect(files.length).toBe(new Set(files).size);
  });

  test('gives up where lists name files that are gone, four times over', async () => {
    const { start, fail, paths } = await downloading();
    fail((path) => (path.includes('/parts/') ? new Response('{}', { status: 410 }) : null));
    expect(await kindOf(start())).toBe('updating');
    expect(paths().filter((path) => path === '/v1/dataset').length).toBe(4);
  });

  test('says that a file is damaged, and does not try on because another one is gone', async () => {
    const { start, fetch, fail, paths } = await downloading();
    const { files } = await listOf(fetch);
    const [gone, damaged] = files.map(({ path }) => path);
    const before = paths().length;
    fail((path) => (path === gone ? new Response('{}', { status: 410 }) : null));
    const slowly: typeof fetch = async (...request) => {
      const answer = await fetch(...request);
      if (!String(request[0]).endsWith(damaged ?? '')) return answer;
      await new Promise((resolve) => setTimeout(resolve, 20));
      return new Response((await answer.text()).slice(0, -5));
    };
    expect(await kindOf(start(none, { fetch: slowly }))).toBe('damaged');
    expect(
      paths()
        .slice(before)
        .filter((path) => path === '/v1/dataset').length,
    ).toBe(1);
  });

  test.each([
    ['a part that is cut off', '/parts/', (text: string) => text.slice(0, -5)],
    ['a part that lacks a center', '/parts/', lessOne],
    ['a part of another form', '/parts/', (text: string) => text.replace('"format":1', '"format":2')],
    ['places with one letter changed', '/places/', (text: string) => text.replace('Phoenix', 'Phoenyx')],
  ])('is refused for %s, after one more try past the caches', async (_, folder, damage) => {
    const { start, fetch, fail, asked } = await downloading();
    const { files } = await listOf(fetch);
    const path = files.find((file) => file.path.includes(folder) && (file.centers ?? 9) > 1)?.path ?? '';
    const whole = await (await fetch(path)).text();
    expect(damage(whole)).not.toBe(whole);
    asked.length = 0;
    fail((one) => (one === path ? new Response(damage(whole)) : null));
    expect(await kindOf(start())).toBe('damaged');
    expect(asked.filter((one) => one.path === path).map(({ cache }) => cache)).toEqual(['default', 'reload']);
  });

  test('goes on where only the cached copy of a part was damaged', async () => {
    const { start, fail, fetch } = await downloading();
    const { files } = await listOf(fetch);
    const path = files[0]?.path ?? '';
    fail((one, times) => (one === path && times === 1 ? new Response('{"kind":"part"') : null));
    expect((await start()).texts.size).toBe(files.length);
  });

  test.each([
    ['has no format', { format: undefined }],
    ['is of a later format', { format: 2 }],
    ['has no version', { version: '' }],
    ['counts other centers', { centers: 3 }],
    ['has parts without a hash', { parts: [{ state: 'AZ', part: 1, centers: 3, bytes: 9, url: 'https://x/y' }] }],
    ['has sizes that are none', { places: { bytes: -1, url: `/${'a'.repeat(22)}` } }],
    ['has no parts', { parts: {} }],
  ])('is refused where the list %s', async (_, change) => {
    const { start, fetch, fail } = await downloading();
    const body = await (await fetch('/v1/dataset')).json();
    fail((path) => (path === '/v1/dataset' ? Response.json({ ...body, ...change }) : null));
    expect(await kindOf(start())).toBe('damaged');
  });

  test('asks the locator that was named, whatever host a list names', async () => {
    const { start, fetch, paths } = await downloading();
    const body = await (await fetch('/v1/dataset')).json();
    const elsewhere = JSON.parse(JSON.stringify(body).replaceAll('locator.example', 'evil.example'));
    const asked: string[] = [];
    await start(none, {
      site: 'https://find.example.org',
      fetch: async (url) => {
        asked.push(String(url));
        const path = new URL(String(url)).pathname;
        return path === '/v1/dataset' ? Response.json(elsewhere) : fetch(path);
      },
    });
    expect(new Set(asked.map((url) => new URL(url).origin))).toEqual(new Set(['https://find.example.org']));
    expect(paths().length).toBeGreaterThan(8);
  });

  test('of more than 600 KB is not begun', async () => {
    const { start, fetch, fail, paths } = await downloading();
    const { places, ...body } = await (await fetch('/v1/dataset')).json();
    const { bytes } = readList({ places, ...body });
    for (const [size, kind] of [
      [600_000, 'downloaded'],
      [600_001, 'too-large'],
    ] as const) {
      const grown = { ...places, bytes: places.bytes + size - bytes };
      fail((path) => (path === '/v1/dataset' ? Response.json({ ...body, places: grown }) : null));
      const before = paths().length;
      expect(await kindOf(start())).toBe(kind);
      if (kind === 'too-large') expect(paths().slice(before)).toEqual(['/v1/dataset']);
    }
  });

  test('asks before it begins', async () => {
    const { start, paths } = await downloading();
    const before = (): never => {
      throw new Error('not now');
    };
    await expect(start(none, { before })).rejects.toThrow();
    expect(paths()).toEqual(['/v1/dataset']);
  });

  test.each([
    ['the list', '/v1/dataset'],
    ['a part', '/parts/'],
    ['the places', '/places/'],
  ])('stops whole where %s does not come', async (_, piece) => {
    const { start, fail, paths } = await downloading();
    fail((path) => (path.includes(piece) ? broken() : null));
    expect(await kindOf(start())).toBe('no-answer');
    const after = paths().length;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(paths().length).toBe(after);
  });
});

/** The part without its last center. */
function lessOne(text: string): string {
  const { columns, ...rest } = JSON.parse(text) as { columns: unknown[][] };
  return JSON.stringify({ ...rest, columns: columns.map((column) => column.slice(0, -1)) });
}
