import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { withTable } from '../../../data/commands/publish-table.ts';
import { publish } from '../../../functions/publish/publish.ts';
import { withOne } from '../../publish/clustered.ts';
import { records } from '../../support/real-records.ts';
import { sampled } from '../../support/runs.ts';
import { desktop, expectAccessible, expectNoSidewaysScroll, noBrowser, phone, searchFor } from '../browser.ts';
import { ask, filesAreHere, heading, type Mode, saveData, withFinders } from './site.ts';

const names = (page: { locator(of: string): { allTextContents(): Promise<string[]> } }) =>
  page.locator('#centers h3').allTextContents();
const looks = [
  { viewport: phone, colorScheme: 'light' },
  { viewport: desktop, colorScheme: 'dark' },
] as const;

/**
 * Checks that the page fits on each screen in `looks`, and that it is accessible on the one chosen by `turn`; under
 * `ALL=1`, on all.
 */
async function expectLooks(page: Page, turn: 0 | 1): Promise<void> {
  const looked = sampled(looks, 2, turn);
  for (const look of looks) {
    await page.setViewportSize(look.viewport);
    await page.emulateMedia({ colorScheme: look.colorScheme });
    if (looked.includes(look)) await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
}

/**
 * Waits until no container answers with a list that it read at `readAt`: a container caches its list for five seconds.
 */
const cachesEnd = (readAt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, readAt + 5_500 - Date.now())));

describe.skipIf(noBrowser !== null)('the finder and the listings on the device', () => {
  const site = withFinders(records);

  test.each(['api', 'device'] as const)('with search="%s" it works after the network is cut', async (mode: Mode) => {
    const visit = await site.finder(mode);
    const { page } = visit;
    await page.clock.install();
    await ask(page, 'iop near 85004');
    // In the mode `api`, the finder downloads the files five seconds after the answer.
    if (mode === 'api') await page.clock.fastForward(6_000);
    await filesAreHere(visit);
    await page.context().setOffline(true);
    for (const [text, said] of [
      ['detox in denver', /detox near Denver, CO$/],
      ['98101', /near Seattle, WA/],
      ['php las vegas', /PHP near Las Vegas, NV$/],
    ] as const) {
      await ask(page, text);
      expect(await heading(page)).toMatch(said);
      expect(await page.locator('#centers article .call').count()).toBeGreaterThan(0);
    }
    await page
      .getByRole('button', { name: /^More about / })
      .first()
      .click();
    await page.locator('.opened .programs').waitFor();
    expect(await page.locator('.opened').textContent()).not.toContain('could not be loaded');
    await page.locator('#near').fill('Nowhere At All QQ');
    await page.locator('#near').press('Enter');
    await page.locator('#results-heading', { hasText: /not|Where/ }).waitFor();
  });

  test.each([
    ['the connection is refused', (route: { abort(): Promise<void> }) => route.abort()],
    [
      'the API answers 503',
      (route: { fulfill(answer: object): Promise<void> }) =>
        route.fulfill({ status: 503, headers: { 'access-control-allow-origin': '*' }, body: '{}' }),
    ],
  ])('the device takes over where %s, and says so', async (_, fail) => {
    const { page, requests } = await site.finder('api');
    await page.route('**/v1/centers/**', fail as never);
    await page.route('**/v1/places?*', fail as never);
    await ask(page, 'iop near 85004');
    expect(await heading(page)).toMatch(/IOP near Phoenix, AZ 85004$/);
    expect(await page.locator('.note').allTextContents()).toContain(
      'Our server did not answer, so your device searched the list by itself.',
    );
    const shown = await names(page);
    await page.getByRole('button', { name: 'Show more centers' }).click();
    await page.locator('#centers > li:nth-child(11) h3:focus').waitFor();
    expect(new Set(await names(page)).size).toBe((await names(page)).length);
    await page
      .getByRole('button', { name: /^More about / })
      .first()
      .click();
    await page.locator('.opened .programs').waitFor();
    // The API gives the same list of centers.
    await page.unrouteAll();
    const asked = requests.filter(({ method }) => method === 'POST').length;
    const { page: other } = await site.finder('api');
    await ask(other, 'iop near 85004');
    expect(await names(other)).toEqual(shown);
    expect(asked).toBe(1);
  });

  test('a device that starts from its own place takes over too', async () => {
    const { page } = await site.finder('api', {
      permissions: ['geolocation'],
      geolocation: { latitude: 33.44837, longitude: -112.07404 },
    });
    await page.route('**/v1/centers/search', (route) => route.abort());
    await page.locator('.locate').first().click();
    await page.locator('#results-heading:focus', { hasText: /near you$/ }).waitFor();
    expect(await page.locator('#centers article').count()).toBe(10);
  });

  test('without an API or listings there is still somebody to call', async () => {
    const { page } = await site.finder('api');
    await page.route('**/v1/**', (route) => route.abort());
    await ask(page, '85004');
    expect(await heading(page)).toBe('No answer came back');
    expect(await page.locator('#results').getByRole('link', { name: '1-800-662-HELP (4357)' }).isVisible()).toBe(true);
  });

  test.each([
    ['device', 'Your browser saves data. The list takes about'],
    ['api', 'Our server is not answering. Your device can search by itself'],
  ] as const)('with search="%s" it asks before it downloads where data is saved', async (mode, words) => {
    const { page, requests } = await site.finder(mode);
    await saveData(page);
    await page.route('**/v1/centers/search', (route) => route.abort());
    await ask(page, 'iop near 85004');
    expect(await heading(page)).toBe('Download the list first?');
    expect(await page.locator('#results').textContent()).toContain(words);
    await page.waitForTimeout(500);
    expect(requests.filter(({ url }) => /dataset\/(?:parts|places)/.test(url))).toEqual([]);
    await expectAccessible(page);
    await page.getByRole('button', { name: /^Download \d+ KB and search$/ }).click();
    await page.locator('#results-heading', { hasText: /IOP near Phoenix, AZ 85004$/ }).waitFor();
    // The visitor agrees to the download only once.
    await ask(page, '80202');
    expect(await heading(page)).toMatch(/near Denver, CO 80202$/);
  });

  test('with data saved, nothing is fetched ahead', async () => {
    const { page, requests } = await site.finder('api');
    await saveData(page);
    await page.clock.install();
    await ask(page, '85004');
    await page.clock.fastForward(6_000);
    await page.waitForTimeout(300);
    expect(requests.filter(({ url }) => url.includes('/v1/dataset'))).toEqual([]);
  });

  test('shows how much is downloaded', async () => {
    const { page } = await site.finder('device');
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let count = 0;
    await page.route('**/v1/dataset/parts/*', async (route) => {
      count += 1;
      if (count > 4) await held;
      await route.continue();
    });
    await page.locator('#near').fill('85004');
    await page.locator('#near').press('Enter');
    const bar = page.getByRole('progressbar', { name: 'Downloading the list…' });
    await bar.waitFor();
    await expect.poll(async () => Number(await bar.getAttribute('value'))).toBeGreaterThan(1);
    expect(Number(await bar.getAttribute('value'))).toBeLessThan(Number(await bar.getAttribute('max')));
    expect(await page.locator('.download').textContent()).toMatch(
      /\d+ of \d+ KB\. Your device will search it by itself/,
    );
    expect(await page.locator('#status').textContent()).toBe('Downloading the list…');
    await expectLooks(page, 0);
    release();
    await page.locator('#centers').waitFor();
    await expectLooks(page, 1);
    expect(await page.locator('.checked').textContent()).toMatch(
      /^Searched on your device\. The listings were current at /,
    );
  });

  test('a denial is seen within a minute, and at once by who comes back to the page', async () => {
    const { page } = await site.finder('device');
    await page.clock.install();
    await ask(page, 'iop near 85004');
    const readAt = Date.now();
    const [first = ''] = await names(page);
    const id = await page.locator('#centers h3').first().getAttribute('id');
    const at = records.findIndex(({ center }) => `center-${center.id}` === id);
    expect(at).toBeGreaterThanOrEqual(0);
    const { tableName, endpoint } = site.local();
    const put = (changed: typeof records) =>
      withTable({ table: tableName, endpoint }, (store) => publish({ store, records: changed, now: Date.now() }));
    const confirmation = {
      state: 'denied',
      confirmedAt: new Date().toISOString(),
      expiresAt: '2030-01-01T00:00:00Z',
    } as const;
    await put(
      withOne(records, at, ({ offerings, ...rest }) => ({
        ...rest,
        offerings: offerings.map((one) => ({ ...one, confirmation })),
      })),
    );
    await cachesEnd(readAt);
    await page.clock.fastForward(41_000);
    await expect.poll(() => names(page)).not.toContain(first);
    expect(await page.locator('.note').allTextContents()).toContain(
      'The listings changed just now. You see them as they are.',
    );
    const readAgainAt = Date.now();
    await put(records);
    await cachesEnd(readAgainAt);
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await expect.poll(() => names(page)).toContain(first);
  });

  test('says how old the listings are where nobody can be asked', async () => {
    const { page } = await site.finder('device');
    await page.clock.install();
    await ask(page, 'iop near 85004');
    await page.context().setOffline(true);
    await page.clock.fastForward(11 * 60_000);
    const note = page.locator('.results > .note.age');
    await note.waitFor();
    expect(await note.textContent()).toMatch(
      /^Listings as of \w+ \d+, 20\d\d at .+; we could not check for changes\.$/,
    );
    await page.locator('#near').fill('80202');
    await page.locator('#near').press('Enter');
    await page.locator('#results-heading', { hasText: 'Denver' }).waitFor();
    expect(await note.isVisible()).toBe(true);
    await page
      .getByRole('button', { name: /^More about / })
      .first()
      .click();
    expect(await page.locator('.opened .age').isVisible()).toBe(true);
    await expectLooks(page, 1);
    await page.context().setOffline(false);
    await page.clock.fastForward(41_000);
    await note.waitFor({ state: 'detached' });
  });

  test('a list that came damaged is no list', async () => {
    const { page } = await site.finder('device-es');
    await page.route('**/v1/dataset/parts/*', (route) =>
      route.fulfill({ status: 200, headers: { 'access-control-allow-origin': '*' }, body: '{"kind":"part"' }),
    );
    await ask(page, '85004');
    expect(await heading(page)).toBe('La lista no llegó completa');
    expect(await page.locator('#centers').count()).toBe(0);
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Intentar otra vez' }).click();
    await page.locator('#centers').waitFor();
    expect(await heading(page)).toContain('cerca de Phoenix');
  });

  test('a list that is too large is not downloaded', async () => {
    const { page, requests } = await site.finder('device');
    await page.route('**/v1/dataset', async (route) => {
      const answer = await route.fetch();
      const body = await answer.json();
      await route.fulfill({ response: answer, json: { ...body, places: { ...body.places, bytes: 700_000 } } });
    });
    await ask(page, '85004');
    expect(await heading(page)).toBe('This list is too large to search on your device');
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    expect(requests.filter(({ url }) => /dataset\/(?:parts|places)/.test(url))).toEqual([]);
    await expectAccessible(page);
  });

  test('words of a crisis come first, and are in no request', async () => {
    const { page, requests } = await site.finder('device');
    await page.locator('#near').fill('i want to die in phoenix');
    await page.locator('#near').press('Enter');
    await page.locator('#crisis-heading:focus').waitFor();
    expect(JSON.stringify(requests)).not.toMatch(/die|phoenix/i);
  });

  test('the property is searchMode, and the method search still searches', async () => {
    const { page, requests } = await site.finder('api');
    await page.evaluate(
      `{ const one = document.querySelector('program-locator'); one.searchMode = 'device'; one.search('80202'); }`,
    );
    await page.locator('#results-heading', { hasText: 'Denver' }).waitFor();
    expect(await page.locator('program-locator').getAttribute('search')).toBe('device');
    expect(requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  test('the home page keeps to the API, with the listings ahead for a bad line', async () => {
    const { page, requests } = await site.open();
    await page.clock.install();
    await searchFor(page, '85004');
    expect(requests.filter(({ method }) => method === 'POST').length).toBe(1);
    const ahead = page.waitForRequest('**/v1/dataset/places/*');
    // The other test waits equally long where the browser saves data.
    await page.clock.fastForward(6_000);
    await ahead;
  });
});
