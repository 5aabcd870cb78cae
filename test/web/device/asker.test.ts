import { describe, expect, test } from 'vitest';
import { NoAnswerError, ProblemError } from '../../../web/client/index.ts';
import type { DevicePorts } from '../../../web/locator/device/device.ts';
import type { Ask } from '../../../web/locator/element/ask.ts';
import { Asker } from '../../../web/locator/element/asker.ts';
import { problemWithout } from '../../../web/locator/read/problem-without.ts';
import { SearchProblem } from '../../../web/locator/read/search-problem.ts';
import type { SearchFields } from '../../../web/locator/state/state.ts';
import { broken } from './listings.ts';
import { ids, kindOf, opening } from './opening.ts';

const signal = new AbortController().signal;
const iop: SearchFields = { near: '85004', level: ['iop'], limit: 10 };
const problem = (status: number) =>
  new ProblemError(status, { type: 'about:blank', title: 'no', detail: 'no', status }, new Headers());

/** An API that answers or fails as told, and a device with the same listings. */
async function asking({ onlyDevice = false, ...given }: Partial<DevicePorts> & { readonly onlyDevice?: boolean } = {}) {
  const opened = await opening(given);
  const calls: string[] = [];
  let fault: unknown = null;
  const called = async <Value>(name: string, answer: () => Promise<Value>): Promise<Value> => {
    calls.push(name);
    if (fault !== null) throw fault;
    return answer();
  };
  const api: Ask = {
    search: (fields) => called('search', () => opened.api(fields)),
    places: () => called('places', async () => ['from the API']),
    details: () => called('details', async () => ({ offerings: [], up: null, down: null })),
    vocabulary: () => Promise.reject(new Error('not asked for')),
  };
  let loads = 0;
  let isLoaded = false;
  const source = {
    get device() {
      return isLoaded ? opened.device : null;
    },
    load: async () => {
      loads += 1;
      isLoaded = true;
      return opened.device;
    },
  };
  const instead: number[] = [];
  const asker = new Asker(api, source, onlyDevice, opened.now);
  return {
    ...opened,
    asker,
    calls,
    instead,
    loads: () => loads,
    ready: async () => (await source.load()).open(),
    search: (fields: SearchFields = iop) => asker.search(fields, signal, () => instead.push(calls.length)),
    fault: (given: unknown) => {
      fault = given;
    },
  };
}

describe('search="api"', () => {
  test('asks the API, and loads nothing for the device', async () => {
    const { search, calls, loads, instead } = await asking();
    expect((await search()).from).toBe('api');
    expect([calls, loads(), instead]).toEqual([['search'], 0, []]);
  });

  test.each([
    ['nothing comes back', new NoAnswerError('no')],
    ['the API answers 500', problem(500)],
    ['the API answers 503', problem(503)],
    ['the gateway answers 504', problem(504)],
  ])('lets the device answer where %s', async (_, fault) => {
    const { search, fault: fails, instead, api } = await asking();
    fails(fault);
    const { answer, from } = await search();
    expect(from).toBe('device');
    expect(ids(answer)).toEqual(ids(await api(iop)));
    expect(instead).toEqual([1]);
  });

  test.each([
    ['a bad question', problem(400)],
    ['too many requests, which say when to come back', problem(429)],
    ['a search that is too broad', problem(422)],
    ['a fault of the page itself', new TypeError('x is undefined')],
  ])('leaves the answer to %s as it is', async (_, fault) => {
    const { search, fault: fails, loads } = await asking();
    fails(fault);
    await expect(search()).rejects.toBe(fault);
    expect(loads()).toBe(0);
  });

  test('tells the fault of the API where the device has no listings either', async () => {
    const { search, fault: fails, fail } = await asking();
    fails(problem(503));
    fail(() => broken());
    await expect(search()).rejects.toMatchObject({ status: 503 });
  });

  test('tells what the device says of the question itself', async () => {
    const { search, fault: fails } = await asking();
    fails(problem(503));
    expect(await kindOf(search({ near: 'Nowhere At All', limit: 10 }))).toBe('bad-request');
  });

  test('asks before it downloads where data is saved', async () => {
    const { search, fault: fails, asker } = await asking({ savesData: () => true });
    fails(problem(503));
    expect(await kindOf(search())).toBe('save-data');
    await asker.allowDownload();
    expect((await search()).from).toBe('device');
  });

  test('asks the API again after a minute, and stays with it once it answers', async () => {
    const { search, fault: fails, calls, pass } = await asking();
    fails(problem(503));
    await search();
    await search();
    expect(calls.length).toBe(1);
    pass(60_000);
    await search();
    expect(calls.length).toBe(2);
    pass(60_000);
    fails(null);
    expect([(await search()).from, (await search()).from]).toEqual(['api', 'api']);
    expect(calls.length).toBe(4);
  });

  test('takes no page of the API to the device: the search begins again', async () => {
    const { search, fault: fails, ready } = await asking();
    const { answer } = await search({ ...iop, limit: 3 });
    const next: SearchFields = { ...iop, limit: 3, cursor: answer.next ?? '' };
    fails(problem(503));
    // Without listings the device cannot repeat the search.
    await expect(search(next)).rejects.toMatchObject({ status: 503 });
    await ready();
    expect(await kindOf(search(next))).toBe('taken-over');
  });

  test('sends no cursor of the device to the API', async () => {
    const { search, fault: fails, calls, pass } = await asking();
    fails(problem(503));
    const { answer } = await search({ ...iop, limit: 3 });
    pass(120_000);
    fails(null);
    calls.length = 0;
    const more = await search({ ...iop, limit: 3, cursor: answer.next ?? '' });
    expect([more.from, calls]).toEqual(['device', []]);
    expect(ids(more.answer).filter((id) => ids(answer).includes(id))).toEqual([]);
  });

  test('gives suggestions and details of the API, and of the device while the API is silent', async () => {
    const { asker, search, fault: fails, calls } = await asking();
    expect(await asker.places('phoe', signal)).toEqual(['from the API']);
    fails(problem(503));
    const { answer } = await search();
    const [id = ''] = ids(answer);
    expect((await asker.details(id, 'iop')).offerings.length).toBeGreaterThan(0);
    expect((await asker.places('phoe', signal))[0]).toBe('Phoenix, AZ');
    expect(calls).toEqual(['places', 'search']);
  });
});

describe('search="device"', () => {
  test('asks the API nothing: no search, no page, no place, no card', async () => {
    const { asker, search, calls, paths } = await asking({ onlyDevice: true });
    const { answer, from } = await search({ ...iop, limit: 3 });
    expect(from).toBe('device');
    await search({ ...iop, limit: 3, cursor: answer.next ?? '' });
    await asker.places('tuc', signal);
    await asker.details(ids(answer)[0] ?? '', 'iop');
    expect(calls).toEqual([]);
    for (const path of paths()) expect(path).toMatch(/^\/v1\/dataset(?:\/(?:parts|places)\/[\w-]{22})?$/);
  });

  test('says why there is no answer', async () => {
    const { search, fail, fetch } = await asking({ onlyDevice: true });
    fail((path) => (path.includes('/parts/') ? new Response('{}') : null));
    expect(await kindOf(search())).toBe('damaged');
    const body = await (await fetch('/v1/dataset')).json();
    const large = { ...body, places: { ...body.places, bytes: 600_000 } };
    fail((path) => (path === '/v1/dataset' ? Response.json(large) : null));
    expect(await kindOf(search())).toBe('too-large');
  });

  test('renews as many pages as are shown', async () => {
    const { asker, search } = await asking({ onlyDevice: true });
    const fields: SearchFields = { state: 'CA', limit: 3 };
    const { answer } = await search(fields);
    const second = await search({ ...fields, cursor: answer.next ?? '' });
    const results = [...answer.results, ...second.answer.results];
    const found = {
      request: fields,
      narrowing: {},
      answer: second.answer,
      results,
      alternatives: [],
      more: true,
      complete: false,
      held: null,
      from: 'device' as const,
    };
    expect((await asker.renew(found)).flatMap(ids)).toEqual(ids({ results }));
  });
});

test('a problem keeps its cause, for developers', () => {
  const cause = new Error('the line broke');
  expect(new SearchProblem(problemWithout(0, 'no-answer'), { cause })).toMatchObject({
    cause,
    message: 'no answer: no-answer',
  });
});
