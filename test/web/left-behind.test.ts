import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { encodeGeohash } from '../../functions/geo/geohash.ts';
import { desktop, noBrowser, quietLaunch, searchFor, settled } from './browser.ts';
import { withSite } from './site.ts';
import { holding, watch } from './watching.ts';

/** Words that appear nowhere in the product, so anything that contains them got them from the visitor. */
const typed = {
  first: 'iop qzvisitorword 85004',
  second: 'detox zqsecondword Denver CO',
  crisis: 'i want to die zqcrisisword',
};
const own = ['qzvisitorword', 'zqsecondword', 'zqcrisisword'];
const point = { latitude: 33.44837, longitude: -112.07404 };

describe.skipIf(noBrowser !== null)('what a visit leaves behind', () => {
  const site = withSite();
  let profile: string;
  beforeEach(async () => {
    profile = await mkdtemp(join(tmpdir(), 'locator-profile-'));
  });
  afterEach(() => rm(profile, { recursive: true, force: true }));

  test('every flow in one visit: no other origin, no place finer than a cell, nothing in address, title or files', async () => {
    const context = await chromium.launchPersistentContext(profile, {
      ...quietLaunch,
      viewport: desktop,
      permissions: ['geolocation', 'clipboard-write'],
      geolocation: point,
    });
    const [page = await context.newPage()] = context.pages();
    const seen = await watch(context);
    const shown = new Set<string>();
    const note = async () =>
      shown.add(JSON.stringify([page.url(), await page.title(), await page.evaluate('history.state')]));
    await page.addInitScript('window.print = () => { window.printed = true; }');
    await page.goto(site.url());
    await page.locator('#near').waitFor();
    const entries = await page.evaluate<number>('history.length');

    // The visitor types with suggestions, opens, shares and copies a card, compares, shows the map, and prints.
    await page.locator('#near').pressSequentially('phoe');
    await page.locator('#near-list').getByRole('option').first().waitFor();
    await searchFor(page, typed.first);
    await note();
    await page
      .getByRole('button', { name: /^More about / })
      .first()
      .click();
    await page.locator('.opened .programs').waitFor();
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('button', { name: 'Copy address' }).click();
    await note();
    for (const at of [0, 1, 2]) await page.locator('.compare-tick input').nth(at).check();
    await page.getByRole('button', { name: 'Compare 3' }).click();
    await page.locator('#compare').waitFor();
    await page.getByRole('button', { name: 'Back to the list' }).click();
    if (!(await page.locator('.map svg.picture').isVisible()))
      await page.getByRole('button', { name: 'Map', exact: true }).click();
    await page.locator('.map svg.picture').waitFor();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await page.getByRole('button', { name: 'Print' }).click();
    expect(await page.evaluate('window.printed')).toBe(true);
    await note();

    // The visitor sets a filter, searches another place, changes the language, shares the location, and types words of
    // a crisis.
    await page.locator('#filters-button').click();
    await page.locator('#filters input[name=within][value="25mi"]').check();
    await page.locator('#results:not([aria-busy])').waitFor();
    await page.keyboard.press('Escape');
    await searchFor(page, typed.second);
    await page.locator('.strip [data-language]').click();
    await page.locator('#filters-button', { hasText: 'Filtros' }).waitFor();
    await note();
    await page.locator('.strip [data-language]').click();
    await page.locator('#filters-button', { hasText: 'Filters' }).waitFor();
    await page.locator('.locate').first().click();
    await page.locator('#results-heading', { hasText: /(?:near|of) you$/ }).waitFor();
    await settled(page);
    await note();
    await page.locator('#near').fill(typed.crisis);
    await page.keyboard.press('Enter');
    await page.locator('#crisis-heading:focus').waitFor();
    await note();
    expect(await page.evaluate('history.length')).toBe(entries);
    expect(await context.cookies()).toEqual([]);

    // Leaving makes one request to the other site, which reveals nothing of the visit.
    const beforeLeaving = seen.length;
    await page.route('https://www.weather.gov/', (route) =>
      // The page names its own icon, so that the browser requests none.
      route.fulfill({ body: '<link rel="icon" href="data:,">weather', contentType: 'text/html' }),
    );
    await page.locator('[data-leave]').click();
    await page.waitForURL('https://www.weather.gov/');
    const leaving = seen.slice(beforeLeaving).filter(({ url }) => !url.startsWith(site.url()));
    expect(leaving.map(({ url }) => url)).toEqual(['https://www.weather.gov/']);
    expect(leaving[0]?.headers).not.toMatch(/referer/i);
    await context.close();

    const visit = seen.slice(0, beforeLeaving);
    expect(visit.length).toBeGreaterThan(20);
    expect(visit.map(({ url }) => url).filter((url) => new URL(url).origin !== site.url())).toEqual([]);
    // Typed text is only sent in a body to the search; while typing, its beginning is sent for suggestions of places.
    const isSuggesting = (url: string) => new URL(url).pathname === '/v1/places';
    for (const word of own)
      expect(visit.filter(({ url, headers }) => !isSuggesting(url) && (url + headers).includes(word))).toEqual([]);
    expect(visit.filter(({ url }) => url.includes('zqcrisisword'))).toEqual([]);
    for (const { url, body } of visit) if (body !== '') expect(new URL(url).pathname).toBe('/v1/centers/search');
    expect(visit.filter(({ body }) => body.includes('zqcrisisword'))).toEqual([]);
    const bodies = visit.flatMap(({ body }) => (body === '' ? [] : [JSON.parse(body) as Record<string, unknown>]));
    const cell = encodeGeohash({ lat: point.latitude, lng: point.longitude }, 5);
    expect(new Set(bodies.flatMap((body) => ('cell' in body ? [body.cell] : [])))).toEqual(new Set([cell]));
    const everything = JSON.stringify([visit, [...shown]]);
    for (const degrees of Object.values(point)) expect(everything).not.toContain(degrees.toFixed(2));
    for (const word of [...own, '85004', 'Denver', 'Phoenix']) expect([...shown].join(' ')).not.toContain(word);

    // The profile's files show that this site was visited, so they would show a search too.
    expect(await holding(profile, [new URL(site.url()).host])).not.toEqual([]);
    const coordinates = Object.values(point).map((degrees) => degrees.toFixed(3));
    expect(await holding(profile, [...own, ...coordinates, cell])).toEqual([]);
  }, 300_000);

  test('with the search on the device, nothing of it is in any request or any file', async () => {
    const context = await chromium.launchPersistentContext(profile, {
      ...quietLaunch,
      viewport: desktop,
      permissions: ['geolocation'],
      geolocation: point,
    });
    const [page = await context.newPage()] = context.pages();
    const seen = await watch(context);
    await page.goto(site.url());
    await page.locator('#near').waitFor();
    await page.evaluate("document.querySelector('program-locator').searchMode = 'device'");
    await page.locator('#near').pressSequentially('albuquerque zqdeviceword');
    await searchFor(page, 'iop zqdeviceword 85004');
    await page
      .getByRole('button', { name: /^More about / })
      .first()
      .click();
    await page.locator('.opened .programs').waitFor();
    await page.locator('#filters-button').click();
    await page.locator('#filters input[name=within][value="25mi"]').check();
    await page.locator('#results:not([aria-busy])').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.locate').first().click();
    await page.locator('#results-heading:focus', { hasText: /near you|of you/ }).waitFor();
    expect(await context.cookies()).toEqual([]);
    expect((await context.storageState({ indexedDB: true })).origins).toEqual([]);
    await context.close();

    expect(seen.filter(({ url }) => url.includes('/v1/dataset/parts/')).length).toBeGreaterThan(5);
    expect(seen.filter(({ body }) => body !== '')).toEqual([]);
    const coordinates = Object.values(point).map((degrees) => degrees.toFixed(3));
    const cell = encodeGeohash({ lat: point.latitude, lng: point.longitude }, 5);
    const words = ['zqdeviceword', 'albuquerque', ...coordinates, cell];
    for (const word of [...words, '85004', 'Phoenix']) expect(JSON.stringify(seen)).not.toContain(word);
    expect(await holding(profile, words)).toEqual([]);
  }, 300_000);
});
