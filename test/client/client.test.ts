import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { LocatorClient, NoAnswerError, ProblemError, type SearchAnswer } from 'program-locator/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Local, startLocal } from '../../infra/local/start.ts';
import { bundleClient, makeClient, makeClientTypes } from '../../infra/tools/client/write.ts';
import { assemblyFolder } from '../support/assembly.ts';
import { records } from '../support/real-records.ts';

const inTree = (path: string) => new URL(`../../${path}`, import.meta.url);
let local: Local;
beforeAll(async () => {
  local = await startLocal({ assembly: await assemblyFolder(), data: records, log: () => {} });
});
afterAll(() => local?.close());

describe('the client, as others import it', () => {
  it('asks every route of a server and gets what the types say', async () => {
    const client = new LocatorClient({ baseUrl: local.url });
    const found: SearchAnswer = await client.search({ near: '85004', level: ['iop'], within: '25mi', limit: 3 });
    expect(found.results.length).toBe(3);
    const id = found.results[0]?.center.id ?? '';
    expect((await client.center(id)).center.id).toBe(id);
    expect((await client.continuum(id, { within: '50mi' })).center.id).toBe(id);
    const paths = await client.paths({ near: '85004', levels: ['residential', 'iop'], payer: ['medicaid'], limit: 1 });
    expect(paths.paths[0]?.legs.map(({ level }) => level)).toEqual(['residential', 'iop']);
    expect((await client.places('phoe', { limit: 2 })).places.length).toBeLessThanOrEqual(2);
    expect((await client.taxonomy()).filters.level.map(({ value }) => value)).toContain('iop');
    expect((await client.states()).states.length).toBe(8);
    expect((await client.health()).status).toBe('ok');
  });

  it('reads page after page to the end, each center once', async () => {
    const client = new LocatorClient({ baseUrl: local.url });
    const ids: string[] = [];
    let pages = 0;
    for await (const { results } of client.pages({ state: 'AZ', limit: 7 })) {
      pages += 1;
      ids.push(...results.map(({ center }) => center.id));
    }
    const expected = records.filter(({ center }) => center.address.state === 'AZ').map(({ center }) => center.id);
    expect(pages).toBe(Math.ceil(expected.length / 7));
    expect(ids.toSorted()).toEqual(expected.toSorted());
  });

  it('throws a problem with its kind, its faults and the id of the request', async () => {
    const client = new LocatorClient({ baseUrl: local.url });
    const error = await client.search({ near: 'Glendale', limit: 99 }).catch((reason: unknown) => reason);
    if (!(error instanceof ProblemError)) throw error;
    expect(error).toMatchObject({ status: 400, kind: 'bad-request', retryable: false, retryAfter: null });
    expect(error.problem.errors?.length).toBe(2);
    expect(error.problem.candidates?.length).toBeGreaterThan(3);
    expect(error.requestId).toMatch(/\S/);
    await expect(client.center('no such center')).rejects.toMatchObject({ status: 404, kind: 'not-found' });
  });
});

describe('the client, when it does not go well', () => {
  /** A fetch that answers when the test says so. The request's signal aborts it. */
  function slow() {
    const asked: { url: string; signal: AbortSignal; answer: (response: Response) => void }[] = [];
    const send = (url: unknown, init: RequestInit = {}) =>
      new Promise<Response>((resolve, reject) => {
        const { signal } = init;
        if (!signal) return reject(new Error('no signal'));
        signal.addEventListener('abort', () => reject(signal.reason));
        asked.push({ url: String(url), signal, answer: resolve });
      });
    return { asked, send: send as typeof fetch };
  }
  const ok = () => Response.json({ results: [], next: null });

  it('takes the address of the API with closing slashes too', async () => {
    const asked: string[] = [];
    const send = (url: unknown) => {
      asked.push(String(url));
      return Promise.resolve(ok());
    };
    for (const baseUrl of ['https://a.example', 'https://a.example/', 'https://a.example/live//', '', '/'])
      await new LocatorClient({ baseUrl, fetch: send as typeof fetch }).states();
    const [plain, inFolder, own] = ['https://a.example/v1/states', 'https://a.example/live/v1/states', '/v1/states'];
    expect(asked).toEqual([plain, plain, inFolder, own, own]);
  });

  it('gives up the search before, and only that', async () => {
    const { asked, send } = slow();
    const client = new LocatorClient({ fetch: send });
    const [first, places, second] = [client.search({ near: '1' }), client.places('p'), client.search({ near: '2' })];
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false, false]);
    asked[1]?.answer(Response.json({ places: [] }));
    asked[2]?.answer(ok());
    expect(await places).toEqual({ places: [] });
    expect((await second).next).toBeNull();
  });

  it('lets them all go on where it was told to', async () => {
    const { asked, send } = slow();
    const client = new LocatorClient({ fetch: send, abortPrevious: false });
    const both = [client.search({ near: '1' }), client.search({ near: '2' })];
    for (const { answer } of asked) answer(ok());
    expect(await Promise.all(both)).toHaveLength(2);
  });

  it('is given up by the signal of the caller, with its reason', async () => {
    const { asked, send } = slow();
    const stop = new AbortController();
    const answer = new LocatorClient({ fetch: send }).center('a', { signal: stop.signal });
    stop.abort(new Error('enough'));
    await expect(answer).rejects.toThrow('enough');
    expect(asked[0]?.signal.aborted).toBe(true);
    const late = new LocatorClient({ fetch: send }).search({ near: '1' }, { signal: stop.signal });
    await expect(late).rejects.toThrow('enough');
    expect(asked).toHaveLength(1);
  });

  it('says that nothing came back: no server, no time, or no JSON', async () => {
    const nobody = new LocatorClient({ baseUrl: 'http://127.0.0.1:1' });
    await expect(nobody.states()).rejects.toBeInstanceOf(NoAnswerError);
    const impatient = new LocatorClient({ fetch: slow().send, timeoutMs: 10 });
    await expect(impatient.states()).rejects.toMatchObject({ name: 'NoAnswerError', retryable: true });
    const garbled = new LocatorClient({ fetch: () => Promise.resolve(new Response('<html>')) });
    await expect(garbled.states()).rejects.toBeInstanceOf(NoAnswerError);
  });

  it('reads when to come back, and errors that are no problem documents', async () => {
    const busy = Response.json(
      { type: 'https://x/problems/unavailable', title: 'Busy', status: 503, detail: 'Wait' },
      { status: 503, headers: { 'retry-after': '2', 'x-request-id': 'r' } },
    );
    const client = (answer: Response) => new LocatorClient({ fetch: () => Promise.resolve(answer) });
    const expected = { kind: 'unavailable', retryable: true, retryAfter: 2, requestId: 'r' };
    await expect(client(busy).states()).rejects.toMatchObject(expected);
    const bare = client(new Response('<html>', { status: 502, statusText: 'Bad Gateway' })).states();
    await expect(bare).rejects.toMatchObject({ status: 502, kind: 'unknown', message: expect.stringContaining('Bad') });
  });

  it('sends the key where there is one, and never cookies', async () => {
    const sent: RequestInit[] = [];
    const send = (_url: unknown, init: RequestInit = {}) => {
      sent.push(init);
      return Promise.resolve(ok());
    };
    await new LocatorClient({ apiKey: 'k', fetch: send as typeof fetch }).search({ near: '85004' });
    await new LocatorClient({ fetch: send as typeof fetch }).search({ near: '85004' });
    expect(sent[0]).toMatchObject({ credentials: 'omit', headers: { 'x-api-key': 'k' } });
    expect(sent[1]?.headers).not.toHaveProperty('x-api-key');
  });
});

describe('what is written of it', () => {
  it('is what `npm run client` writes', async () => {
    const stale: string[] = [];
    const files = [['web/client/types.ts', await makeClientTypes()] as const, ...(await makeClient())];
    for (const [path, text] of files) if ((await readFile(inTree(path), 'utf8')) !== text) stale.push(path);
    expect(stale).toEqual([]);
  });

  it('needs nothing else, and is small', async () => {
    const text = await readFile(inTree('web/client/dist/index.js'), 'utf8');
    expect(text).not.toMatch(/\bimport\b|\brequire\(/);
    const minified = await bundleClient(true);
    const gzipped = gzipSync(minified, { level: 9 }).length;
    console.log(`the client: ${minified.length} bytes minified, ${gzipped} gzipped`);
    expect(gzipped).toBeLessThan(2_000);
  });

  it('runs in Node without any flag', async () => {
    const program = `import { LocatorClient } from 'program-locator/client';
      const { places } = await new LocatorClient({ baseUrl: '${local.url}' }).places('85004');
      console.log(places[0].label);`;
    // Runs in another process, because the server needs this thread.
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
      cwd: inTree('.'),
    });
    expect(stdout).toContain('85004');
  });
});
