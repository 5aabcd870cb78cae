import { describe, expect, test } from 'vitest';
import { encodeGeohash } from '../../functions/geo/geohash.ts';
import { distanceText, isApproximate } from '../../web/locator/parts/telling.ts';
import type { Result } from '../../web/locator/read/answer.ts';
import { en } from '../../web/words/en.ts';
import {
  chooseRadius,
  desktop,
  expectAccessibleByDayAndNight,
  expectNoSidewaysScroll,
  noBrowser,
  phone,
  searchFor,
  settled,
  statesInTurn,
  withoutListings,
} from './browser.ts';
import { lonely, withSite } from './site.ts';

describe.skipIf(noBrowser !== null)('what the page promises', () => {
  const site = withSite();

  const looks = [
    { look: 'a phone', viewport: phone, part: 0 },
    { look: 'a desktop', viewport: desktop, part: 1 },
  ] as const;

  const inPhoenix = { permissions: ['geolocation'], geolocation: { latitude: 33.44837, longitude: -112.07404 } };

  test.each(looks)(
    'is accessible in every state on $look, by day and at night',
    async ({ viewport, part }) => {
      const { page, faults } = await site.open({ viewport, ...inPhoenix });
      const look = statesInTurn(page, part);
      await look();
      await page.locator('#near').pressSequentially('phoe');
      await page.locator('#near-list').getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await look();
      await page.keyboard.press('Escape');
      await page.locator('#level').click();
      await page.locator('#levels').waitFor();
      await look();
      await page.keyboard.press('Escape');
      await page.locator('#near').fill('i want to die');
      await page.keyboard.press('Enter');
      await page.locator('#crisis-heading:focus').waitFor();
      await look();

      await searchFor(page, '85004');
      await page
        .getByRole('button', { name: /^More about / })
        .first()
        .click();
      await page.locator('.opened .programs').waitFor();
      await look();
      await expectNoSidewaysScroll(page);
      await page.locator('#filters-button').click();
      await page.locator('#filters').waitFor();
      await look();
      await page.keyboard.press('Escape');
      if (viewport === desktop) {
        for (const at of [0, 1, 2]) await page.locator('.compare-tick input').nth(at).check();
        await page.getByRole('button', { name: 'Compare 3' }).click();
        await page.locator('#compare').waitFor();
        await expectAccessibleByDayAndNight(page);
        await page.getByRole('button', { name: 'Back to the list' }).click();
      }

      await searchFor(page, lonely);
      await chooseRadius(page, '5mi');
      expect(await page.locator('#centers').count()).toBe(0);
      await look();
      await searchFor(page, '33101');
      await look();

      for (const place of ['Peoria', 'Arizona']) {
        await searchFor(page, place);
        await look();
      }
      // On a small screen, the location button only shows after the box gets the focus.
      await page.locator('#near').focus();
      await page.locator('.locate').click();
      await page.locator('#results-heading', { hasText: /(?:near|of) you$/ }).waitFor();
      await look();
      await page.context().setOffline(true);
      await searchFor(page, '85004');
      await look();
      expect(faults).toEqual([]);
    },
    240_000,
  );

  test('fits 320 px in every state', async () => {
    const { page } = await site.open({ viewport: { width: 320, height: 640 } });
    await expectNoSidewaysScroll(page);
    for (const place of ['85004', 'Peoria', 'Arizona', '33101', lonely]) {
      await searchFor(page, place);
      if (place === lonely) await chooseRadius(page, '5mi');
      const more = page.getByRole('button', { name: /^More about / });
      if ((await more.count()) > 0) await more.first().click();
      await expectNoSidewaysScroll(page);
    }
  });

  test.each(['offline', 'unavailable'])('when the search is %s, the helplines stay and Retry works', async (why) => {
    const { page } = await site.open();
    await withoutListings(page);
    if (why === 'offline') await page.context().setOffline(true);
    else {
      await page.route('**/v1/centers/search', (route) =>
        route.fulfill({
          status: 503,
          contentType: 'application/problem+json',
          body: '{"title":"Unavailable","status":503}',
        }),
      );
    }
    await searchFor(page, '85004');
    // On a small screen the heading's helpline disappears, but the problem itself has it.
    for (const href of ['tel:988', 'tel:+18006624357', 'tel:911']) {
      expect(await page.locator(`a[href="${href}"]:visible`).first().isVisible()).toBe(true);
    }
    await page.context().setOffline(false);
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('#centers').waitFor();
  });

  test.each([
    { where: 'Phoenix', at: { latitude: 33.44837, longitude: -112.07404 }, within: '' },
    { where: 'a corner of a cell', at: { latitude: 33.4423828126, longitude: -112.0605468749 }, within: '25mi' },
    { where: 'far from everything', at: { latitude: 38.06721, longitude: -117.23012 }, within: '' },
  ])('from $where, the device’s point never leaves, and the order is that of the API for it', async (from) => {
    const { latitude, longitude } = from.at;
    const { page, requests, faults } = await site.open({ permissions: ['geolocation'], geolocation: from.at });
    expect(requests.filter(({ method }) => method === 'POST')).toEqual([]);
    await page.getByRole('button', { name: 'Use my location' }).click();
    await settled(page);
    if (from.within !== '') await chooseRadius(page, from.within);
    for (let shown = 10; await page.locator('.more-results').isVisible(); shown += 10) {
      await page.locator('.more-results').click();
      await page.locator(`#centers > li:nth-child(${shown + 1}) h3:focus`).waitFor();
    }
    const response = await fetch(`${site.url()}/v1/centers/search`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        near: `${latitude},${longitude}`,
        limit: 50,
        ...(from.within === '' ? {} : { within: from.within }),
      }),
    });
    const { results } = (await response.json()) as { results: Result[] };
    const shown = page.locator('#centers article');
    expect(await shown.locator('h3').evaluateAll((all) => all.map(({ id }) => id))).toEqual(
      results.map(({ center }) => `center-${center.id}`),
    );
    expect(await shown.locator('.distance').allTextContents()).toEqual(
      results.map((one) => distanceText(en, 'mi', one.distance?.miles ?? Number.NaN, isApproximate(one))),
    );

    const cell = encodeGeohash({ lat: latitude, lng: longitude }, 5);
    const sent = requests.flatMap(({ body }) => (body === null ? [] : JSON.parse(body)));
    expect(new Set(sent.map((body) => body.cell))).toEqual(new Set([cell]));
    expect(sent.every((body) => !('near' in body))).toBe(true);
    const everything = JSON.stringify(requests);
    for (const degrees of [latitude, longitude]) expect(everything).not.toContain(degrees.toFixed(1));
    expect(faults).toEqual([]);
  });

  test('typing a place ends the search from the device', async () => {
    const { page, requests } = await site.open({
      permissions: ['geolocation'],
      geolocation: { ...inPhoenix.geolocation, accuracy: 9_000 },
    });
    await page.getByRole('button', { name: 'Use my location' }).click();
    await settled(page);
    expect(await page.locator('#near').inputValue()).toBe('My location');
    expect(await page.locator('#results .note').first().textContent()).toContain('to within about 6 miles');
    await searchFor(page, '80202');
    const { near, cell } = JSON.parse(requests.findLast(({ body }) => body !== null)?.body ?? '{}');
    expect({ near, cell }).toEqual({ near: '80202', cell: undefined });
  });

  test('a refused location says what to do instead', async () => {
    const { page } = await site.open();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Browser.setPermission', { permission: { name: 'geolocation' }, setting: 'denied' });
    await page.getByRole('button', { name: 'Use my location' }).click();
    await page.locator('#near-error:not([hidden])').waitFor();
    expect(await page.locator('#near-error').textContent()).toContain('Type a ZIP code or city instead');
  });

  test('nothing leaves the origin, nothing is stored, and the address stays as it was', async () => {
    const { page, requests, faults } = await site.open();
    const before = { url: page.url(), entries: await page.evaluate('history.length') };
    await page.locator('#near').pressSequentially('phoe');
    await page.locator('#near-list').getByRole('option').first().click();
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await settled(page);
    expect(new Set(requests.map(({ url }) => new URL(url).origin))).toEqual(new Set([site.url()]));
    const searches = requests.filter(({ url }) => url.includes('/v1/centers'));
    expect(searches.map(({ method, url }) => `${method} ${url}`)).toEqual([`POST ${site.url()}/v1/centers/search`]);
    expect(await page.context().cookies()).toEqual([]);
    const { origins } = await page.context().storageState({ indexedDB: true });
    expect(origins).toEqual([]);
    expect({ url: page.url(), entries: await page.evaluate('history.length') }).toEqual(before);
    expect(faults).toEqual([]);
  });

  test('names from a listing are text, whatever they hold', async () => {
    const { page, faults } = await site.open();
    await page.route('**/v1/centers/search', async (route) => {
      const response = await route.fetch();
      const answer = await response.json();
      answer.results[0].center.name = '<img src=x onerror=alert(1)> & Sons';
      await route.fulfill({ response, json: answer });
    });
    await searchFor(page, '85004');
    expect(await page.locator('#centers h3').first().textContent()).toBe('<img src=x onerror=alert(1)> & Sons');
    expect(await page.locator('#centers img').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  test('without JavaScript the helplines are there, and a form that works without it', async () => {
    const { page } = await site.open({ javaScriptEnabled: false });
    expect(await page.getByRole('link', { name: 'Call 988' }).isVisible()).toBe(true);
    expect(await page.locator('a[href="sms:988"]').first().isVisible()).toBe(true);
    expect(await page.locator('form.plain-search[method="post"][action="/search"]').isVisible()).toBe(true);
    expect(await page.locator('#near').count()).toBe(0);
  });

  test('claims no more than is true', async () => {
    const { page } = await site.open();
    await searchFor(page, '85004');
    const words = `${await page.locator('body').textContent()} ${await page.locator('.finder').textContent()}`;
    expect(words).not.toMatch(/100\s?% confidential|HIPAA/i);
    expect(words).toContain('Call to confirm');
    expect(words).toContain('Nothing here is medical advice');
  });
});
