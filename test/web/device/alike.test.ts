import { describe, expect, test } from 'vitest';
import { isAll, sampled } from '../../support/runs.ts';
import { desktop, noBrowser, phone, type Visit } from '../browser.ts';
import { ask, heading, withFinders } from './site.ts';

/** 200 different searches, of which a usual run makes 13 of every kind and `ALL=1` all: words, ZIPs, towns, states, what nobody finds, and what is refused. */
const places = [
  '85004',
  '80202',
  'Seattle, WA',
  'las vegas',
  'Newark NJ',
  '60601',
  'tulsa',
  'Fresno CA',
  'Elko',
  'Mesa',
];
const needs = [
  '',
  'iop near',
  'php',
  'detox',
  'residential medicaid',
  'ptsd therapy for women',
  'teen outpatient',
  'co-occurring evening',
  'sober living',
  'methadone',
  'iop en español',
  'medicare aftercare',
];
const whole = [
  'Arizona',
  'all of nevada',
  'Nowhereville QQ',
  'Peoria',
  '99999',
  'miami',
  'iop near me',
  '33.45,-112.07',
];
const levels = ['iop', 'php', 'detox', 'residential'] as const;
/** Combines each word with one place in turn; under `ALL=1`, with every place. */
const near = (words: readonly string[], text: (word: string, place: string) => string): string[] =>
  words.flatMap((word, at) => (isAll ? places : [places[at % places.length] ?? '']).map((place) => text(word, place)));
const asked = [
  ...near(needs, (need, place) => `${need} ${place}`.trim()),
  ...whole,
  ...near(levels, (level, place) => `${level} ${place} within 5 miles`),
  ...near(['dbt', 'medicaid', 'lgbtq'], (word, place) => `${word} ${place}`),
  'help in denver',
  'free detox phoenix',
  ...(isAll ? [] : [...places.slice(1), 'iop near 85004', 'php 85004']),
];
const texts = sampled(asked, 3, 2);
/**
 * Searches per visit: few enough that a visit ends before the device checks for changes, which it does after forty
 * seconds.
 */
const perVisit = isAll ? 10 : 4;

/** Every request of a visit, byte for byte: method, URL, all headers and body. Leaves out pages of the host itself. */
async function logOf({ page }: Visit): Promise<() => Promise<readonly string[]>> {
  const seen: Promise<string>[] = [];
  page.on('request', (request) => {
    seen.push(
      request.allHeaders().then((headers) => {
        const lines = Object.entries(headers)
          .toSorted()
          .map(([name, value]) => `${name}: ${value}`);
        return [`${request.method()} ${request.url()}`, ...lines, request.postData() ?? ''].join('\n');
      }),
    );
  });
  return () => Promise.all(seen);
}

describe.skipIf(noBrowser !== null)('with search="device"', () => {
  const site = withFinders();

  test(`${texts.length} different searches make the same requests, byte for byte`, async () => {
    expect(new Set(texts).size).toBe(isAll ? 200 : 13);
    const logs = new Map<string, string[]>();
    for (const [size, viewport] of Object.entries({ phone, desktop })) {
      const own = texts.filter((_, at) => (size === 'phone') === (Math.floor(at / perVisit) % 2 === 0));
      for (let at = 0; at < own.length; at += perVisit) {
        const visit = await site.finder('device', { viewport });
        const log = await logOf(visit);
        for (const text of own.slice(at, at + perVisit)) await ask(visit.page, text);
        await visit.page.waitForLoadState('networkidle');
        const lines = [...(await log())];
        expect(lines.filter((line) => line.startsWith('POST') || /\/v1\/(?:centers|places)/.test(line))).toEqual([]);
        const [list, ...files] = lines.filter((line) => line.includes('/v1/dataset'));
        expect(list).toMatch(/^GET \S+\/v1\/dataset\n/);
        expect(files.length).toBeGreaterThan(8);
        // The log may show scripts in any order if they start together. It always shows the files of the listings in
        // the same order.
        const scripts = lines.filter((line) => !line.includes('/v1/dataset')).toSorted();
        const key = `${size}\n${[...scripts, list, ...files].join('\n\n')}`;
        logs.set(key, [...(logs.get(key) ?? []), own[at] ?? '']);
        await visit.page.context().close();
      }
    }
    expect([...logs.values()].map((visits) => visits.length)).toEqual(isAll ? [10, 10] : [2, 2]);
  }, 600_000);

  test('cards, steps, filters, more, comparison, map and suggestions ask nobody', async () => {
    const visit = await site.finder('device', { viewport: desktop });
    const { page, requests, faults } = visit;
    await ask(page, 'iop near phoenix');
    expect(await heading(page)).toMatch(/listing IOP near Phoenix, AZ$/);
    await page.locator('.map svg.picture').waitFor();
    await page.waitForLoadState('networkidle');
    const before = requests.length;
    await page
      .getByRole('button', { name: /^More about / })
      .first()
      .click();
    await page.locator('.opened .programs').waitFor();
    await page.getByRole('button', { name: 'Show more centers' }).click();
    await page.locator('#centers > li:nth-child(11) h3:focus').waitFor();
    for (const index of [0, 1]) await page.locator('.compare-tick input').nth(index).check();
    await page.getByRole('button', { name: 'Compare 2' }).click();
    await page.locator('#compare').waitFor();
    await page.getByRole('button', { name: 'Back to the list' }).click();
    await page.locator('#filters-button').click();
    await page.locator('#filters input[name=within][value="25mi"]').check();
    await page.locator('#results-heading', { hasText: 'within 25 miles' }).waitFor();
    await page.keyboard.press('Escape');
    for (const name of ['Zoom in', 'Zoom in', 'Zoom out']) await page.getByRole('button', { name }).click();
    await page.locator('#near').fill('');
    await page.locator('#near').pressSequentially('tucs');
    await page.locator('#near-list').getByRole('option', { name: 'Tucson, AZ' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(
      requests
        .slice(before)
        .map(({ url }) => url)
        .filter((url) => !url.endsWith('/v1/dataset')),
    ).toEqual([]);
    expect(faults).toEqual([]);
  });

  test.each(['85004', 'Nowhereville QQ', 'Peoria'])('after "%s" it asks for changes all the same', async (text) => {
    const { page, requests } = await site.finder('device');
    await page.clock.install();
    await ask(page, text);
    await page.waitForLoadState('networkidle');
    const before = requests.length;
    await page.clock.fastForward(41_000);
    await expect.poll(() => requests.slice(before).map(({ url }) => new URL(url).pathname)).toEqual(['/v1/dataset']);
  });

  test('the device’s own point goes nowhere, not even as a cell', async () => {
    const { page, requests } = await site.finder('device', {
      permissions: ['geolocation'],
      geolocation: { latitude: 33.44837, longitude: -112.07404 },
    });
    expect(await page.locator('#area').textContent()).toBe('Your location stays on this device.');
    await page.locator('.locate').first().click();
    await page.locator('#results-heading:focus', { hasText: /near you$/ }).waitFor();
    expect(await page.locator('.chips').textContent()).toContain('My location');
    expect(await page.locator('#centers article').count()).toBe(10);
    const sent = JSON.stringify(requests);
    expect(sent).not.toMatch(/9tb|33\.4|112\.0|cell/);
  });
});
