import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CenterRecord } from '../../../functions/domain/record.ts';
import { stateCodes } from '../../../functions/domain/state.ts';
import type { Device } from '../../../web/locator/device/device.ts';
import { DamagedError } from '../../../web/locator/device/files.ts';
import { makeEngine } from '../../../web/locator/device/index.ts';
import { detailsOf } from '../../../web/locator/read/details.ts';
import type { SearchFields } from '../../../web/locator/state/state.ts';
import { withOne } from '../../publish/clustered.ts';
import { call, post } from '../../support/gateway-call.ts';
import { records } from '../../support/real-records.ts';
import { broken } from './listings.ts';
import { ids, kindOf, opening } from './opening.ts';

const minutes = (count: number) => count * 60_000;
const signal = new AbortController().signal;
const iop: SearchFields = { near: '85004', level: ['iop'], limit: 10 };

/** An answer without the text of its cursor: only the cursor's presence is compared. */
const listed = (answer: { readonly next: string | null }) => ({ ...answer, next: answer.next !== null });

/** Labels of places in served states: a device has no others. */
function inListedStates(places: readonly { readonly label: string }[]): readonly string[] {
  return places.map(({ label }) => label).filter((label) => stateCodes.some((code) => label.endsWith(`, ${code}`)));
}

/** Admissions say that a center offers none of its programs. */
function denied({ offerings, ...rest }: CenterRecord): CenterRecord {
  const confirmation = {
    state: 'denied',
    confirmedAt: '2026-11-23T12:00:00.000Z',
    expiresAt: '2027-03-01T00:00:00.000Z',
  } as const;
  return { ...rest, offerings: offerings.map((one) => ({ ...one, confirmation })) };
}

/** Publishes that the center of this id offers none of its programs. */
async function deny(publish: (changed: readonly CenterRecord[]) => Promise<void>, id: string): Promise<void> {
  const at = records.findIndex(({ center }) => center.id === id);
  await publish(withOne(records, at, denied));
}

describe('a search on the device', () => {
  test.each<[string, SearchFields]>([
    ['a ZIP', iop],
    ['words', { q: 'php denver medicaid', limit: 10 }],
    ['a state', { state: 'NV', limit: 10 }],
    ['a point', { near: '33.448400,-112.074000', within: '25mi', limit: 10 }],
    ['a cell', { cell: '9tbq3', limit: 21 }],
  ])('of %s is what the API answers', async (_, fields) => {
    const { device, api } = await opening();
    expect(listed(await device.search(fields, signal))).toEqual(listed(await api(fields)));
  });

  test('follows pages as the API does', async () => {
    const { device } = await opening();
    const first = await device.search({ state: 'CA', limit: 3 }, signal);
    const second = await device.search({ state: 'CA', limit: 3, cursor: first.next ?? '' }, signal);
    expect(new Set([...ids(first), ...ids(second)]).size).toBe(6);
  });

  test('has the details and the steps of a center, and suggestions', async () => {
    const { device, handler, api } = await opening();
    const [id = ''] = ids(await api(iop));
    const [center, continuum] = await Promise.all([
      call(handler, `/v1/centers/${id}`),
      call(handler, `/v1/centers/${id}/continuum`),
    ]);
    const whole = detailsOf(JSON.parse(center.body), JSON.parse(continuum.body), 'iop');
    expect(await device.details(id, 'iop', signal)).toEqual(whole);
    const { places } = JSON.parse((await call(handler, '/v1/places?q=phoe&limit=20')).body);
    expect(await device.places('phoe', signal)).toEqual(inListedStates(places).slice(0, 8));
  });

  test('refuses what the API refuses, in the same words', async () => {
    const { device, handler } = await opening();
    const error = await device.search({ near: 'Peoria', limit: 10 }, signal).catch((one) => one);
    const { status, body } = await post(handler, { near: 'Peoria', limit: 10 });
    expect(error.problem).toMatchObject({ status, messages: expect.any(Array) });
    const { candidates } = JSON.parse(body) as { candidates: { label: string }[] };
    expect(error.problem.candidates).toEqual(expect.arrayContaining([...inListedStates(candidates)]));
  });

  test('makes the same requests whatever is asked', async () => {
    const fields = fc.record(
      {
        near: fc.constantFrom('85004', '80202', 'Seattle, WA', 'Nowhere', '33.5,-112.1'),
        level: fc.subarray(['op', 'iop', 'php', 'detox']),
        condition: fc.subarray(['ptsd', 'alcohol', 'co-occurring']),
        limit: fc.integer({ min: 1, max: 50 }),
      },
      { requiredKeys: ['near', 'limit'] },
    );
    const logs = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(fields, { minLength: 1, maxLength: 4 }), async (questions) => {
        const { device, asked } = await opening();
        for (const one of questions) await kindOf(device.search(one as SearchFields, signal));
        logs.add(JSON.stringify(asked));
      }),
      { numRuns: 25 },
    );
    expect(logs.size).toBe(1);
  });

  test('that is given up leaves the download alone', async () => {
    const { device, paths } = await opening();
    const given = new AbortController();
    const first = kindOf(device.search(iop, given.signal));
    given.abort();
    expect(await first).toMatch(/AbortError/);
    expect(await kindOf(device.search({ near: '80202', limit: 10 }, signal))).toBe('answered');
    expect(paths().filter((path) => path === '/v1/dataset').length).toBe(1);
  });

  test('that failed downloads again at the next', async () => {
    const { device, fail } = await opening();
    fail((path) => (path.includes('/places/') ? broken() : null));
    expect(await kindOf(device.search(iop, signal))).toBe('no-answer');
    expect(device.isReady).toBe(false);
    fail(() => null);
    expect(await kindOf(device.search(iop, signal))).toBe('answered');
  });

  test('suggests nothing, and downloads nothing, before a search does', async () => {
    const { device, paths } = await opening();
    expect(await kindOf(device.places('phoe', signal))).toBe('no-answer');
    expect(paths()).toEqual([]);
  });
});

describe('phone numbers on the device', () => {
  test('up to ten minutes old are shown without a request', async () => {
    const { device, pass, paths, asked } = await opening();
    await device.search(iop, signal);
    asked.length = 0;
    pass(minutes(10));
    await device.search({ near: '80202', limit: 10 }, signal);
    expect(paths()).toEqual([]);
  });

  test.each([
    ['a list', (device: Device) => device.search(iop, signal)],
    ['a card with its steps', (device: Device, id: string) => device.details(id, 'iop', signal)],
  ])('that are older are checked before %s is shown', async (_, show) => {
    const { device, pass, paths, asked, api, told } = await opening();
    await device.open();
    const [id = ''] = ids(await api(iop));
    asked.length = 0;
    pass(minutes(10) + 1);
    await show(device, id);
    expect(paths()).toEqual(['/v1/dataset']);
    expect(told.slice(-2)).toMatchObject([{ check: 'checking' }, { check: 'current' }]);
  });

  test('that are being checked already are shown after that check, not before it', async () => {
    const { device, publish, pass, api } = await opening();
    await device.search(iop, signal);
    const [id = ''] = ids(await api(iop));
    await deny(publish, id);
    pass(minutes(10) + 1);
    const [first, second] = await Promise.all([device.search(iop, signal), device.search(iop, signal)]);
    expect(ids(first)).not.toContain(id);
    expect(ids(second)).toEqual(ids(first));
  });

  test('are checked where the clock was set back', async () => {
    const { device, pass, paths, asked } = await opening();
    await device.search(iop, signal);
    asked.length = 0;
    pass(-minutes(60));
    await device.search(iop, signal);
    expect(paths()).toEqual(['/v1/dataset']);
  });

  test('a search that was given up downloads nothing', async () => {
    const { device, asked } = await opening();
    await expect(device.search(iop, AbortSignal.abort(new Error('given up')))).rejects.toThrow('given up');
    expect(asked).toEqual([]);
  });

  test('are gone with a denial: only the changed part is downloaded', async () => {
    const { device, publish, asked, paths, last } = await opening();
    const before = await device.search(iop, signal);
    const [id = ''] = ids(before);
    expect(last().version).toBe(before.dataset.version);
    await deny(publish, id);
    asked.length = 0;
    await device.check();
    expect(paths()).toEqual(['/v1/dataset', expect.stringMatching(/\/parts\//)]);
    const after = await device.search(iop, signal);
    expect(ids(after)).not.toContain(id);
    expect(last().version).toBe(after.dataset.version);
  });

  test('that cannot be checked are shown with the time when they were right', async () => {
    const { device, now, pass, fail, last, asked } = await opening();
    const at = now();
    const before = await device.search(iop, signal);
    fail(() => broken());
    pass(minutes(11));
    expect(ids(await device.search(iop, signal))).toEqual(ids(before));
    expect(last()).toMatchObject({ check: 'failed', checkedAt: at });
    // The device does not ask the API again right after the API failed to answer.
    asked.length = 0;
    await device.search(iop, signal);
    expect(asked).toEqual([]);
    pass(minutes(1));
    fail(() => null);
    await device.search(iop, signal);
    expect(last()).toMatchObject({ check: 'current', checkedAt: now() });
  });

  test('stay whole where a changed part comes damaged', async () => {
    const { device, publish, fail, last } = await opening();
    const before = await device.search(iop, signal);
    const [id = ''] = ids(before);
    await deny(publish, id);
    fail((path) => (path.includes('/parts/') ? new Response('{"kind":"part"') : null));
    await device.check();
    expect(last()).toMatchObject({ check: 'failed', version: before.dataset.version });
    expect(await device.search(iop, signal)).toEqual(before);
  });

  test('are checked once for all who wait', async () => {
    const { device, pass, paths, asked } = await opening();
    await device.open();
    asked.length = 0;
    pass(minutes(11));
    await Promise.all([device.search(iop, signal), device.search({ near: '80202', limit: 9 }, signal), device.check()]);
    expect(paths()).toEqual(['/v1/dataset']);
  });
});

describe('unpacking', () => {
  test('waits for the first search, and happens once', async () => {
    let made = 0;
    const { device, paths } = await opening({
      makeEngine: (files, now) => {
        made += 1;
        return makeEngine(files, now);
      },
    });
    await device.open();
    expect([device.isReady, made]).toEqual([true, 0]);
    const requests = paths().length;
    await device.search(iop, signal);
    await device.places('phoe', signal);
    expect([made, paths().length]).toEqual([1, requests]);
  });

  test('that fails leaves no listings, so the next search downloads them again', async () => {
    let isDamaged = true;
    const { device } = await opening({
      makeEngine: (files, now) => {
        if (isDamaged) throw new DamagedError('the places cannot be read');
        return makeEngine(files, now);
      },
    });
    expect(await kindOf(device.search(iop, signal))).toBe('damaged');
    expect(device.isReady).toBe(false);
    isDamaged = false;
    expect(await kindOf(device.search(iop, signal))).toBe('answered');
  });
});

describe('a browser that saves data', () => {
  test('downloads nothing but the list before the visitor agrees', async () => {
    const { device, paths, last } = await opening({ savesData: () => true });
    expect(await kindOf(device.search(iop, signal))).toBe('save-data');
    expect(paths()).toEqual(['/v1/dataset']);
    expect(last()).toMatchObject({ bytes: expect.any(Number), loaded: null });
    device.allow();
    expect(await kindOf(device.search(iop, signal))).toBe('answered');
    expect(last().loaded).toBeNull();
  });
});

test('a device that was stopped asks nobody any more', async () => {
  const { device, paths, pass, asked } = await opening();
  await device.open();
  device.stop();
  pass(minutes(11));
  asked.length = 0;
  await device.check();
  expect(paths()).toEqual([]);
});
