import { describe, expect, test } from 'vitest';
import {
  chooseRadius,
  desktop,
  expectAccessible,
  expectNoSidewaysScroll,
  noBrowser,
  phone,
  searchFor,
  settled,
} from './browser.ts';
import { lonely, withSite } from './site.ts';

describe.skipIf(noBrowser !== null)('what the page promises', () => {
  const site = withSite();

  const looks = [
    { look: 'a phone by day', viewport: phone, colorScheme: 'light' },
    { look: 'a phone at night', viewport: phone, colorScheme: 'dark' },
    { look: 'a desktop by day', viewport: desktop, colorScheme: 'light' },
    { look: 'a desktop at night', viewport: desktop, colorScheme: 'dark' },
  ] as const;

  test.each(looks)(
    'is accessible in every state on $look',
    async ({ viewport, colorScheme }) => {
      const { page, faults } = await site.open({ viewport, colorScheme });
      await expectAccessible(page);
      for (const summary of await page.locator('#search summary').all()) await summary.click();
      await expectAccessible(page);
      await page.locator('#near').pressSequentially('phoe');
      await page.locator('#near-list').getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await expectAccessible(page);

      await searchFor(page, '85004');
      for (const more of await page.locator('#centers summary').all()) await more.click();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);

      await chooseRadius(page, '5mi');
      await searchFor(page, lonely);
      expect(await page.locator('#centers').count()).toBe(0);
      await expectAccessible(page);

      await searchFor(page, 'Springfield');
      await expectAccessible(page);
      await page.context().setOffline(true);
      await searchFor(page, '85004');
      await expectAccessible(page);
      expect(faults).toEqual([]);
    },
    90_000,
  );

  test('fits 320 px in every state', async () => {
    const { page } = await site.open({ viewport: { width: 320, height: 640 } });
    await expectNoSidewaysScroll(page);
    for (const summary of await page.locator('#search summary').all()) await summary.click();
    await expectNoSidewaysScroll(page);
    for (const place of ['85004', 'Springfield']) {
      await searchFor(page, place);
      for (const more of await page.locator('#centers summary').all()) await more.click();
      await expectNoSidewaysScroll(page);
    }
  });

  test.each(['offline', 'unavailable'])('when the search is %s, the helplines stay and Retry works', async (why) => {
    const { page } = await site.open();
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
    for (const href of ['tel:988', 'tel:+18006624357', 'tel:911']) {
      expect(await page.locator(`a[href="${href}"]`).first().isVisible()).toBe(true);
    }
    await page.context().setOffline(false);
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Retry' }).click();
    await page.locator('#centers').waitFor();
  });

  test('the device’s location is asked for on a tap only, and leaves rounded', async () => {
    const { page, requests } = await site.open({
      permissions: ['geolocation'],
      geolocation: { latitude: 33.44837, longitude: -112.07404 },
    });
    await page.getByRole('button', { name: 'Use my location' }).click();
    await settled(page);
    const bodies = requests.flatMap(({ body }) => body ?? []);
    expect(bodies.map((body) => JSON.parse(body).near)).toEqual(['33.4,-112.1']);
    expect(JSON.stringify(requests)).not.toMatch(/33\.44|112\.07/);
    expect(await page.locator('#results').textContent()).toContain('up to 5 miles from you');
    expect(await page.locator('#near').inputValue()).toBe('My rough location');
    await searchFor(page, '80202');
    expect(JSON.parse(requests.findLast(({ body }) => body !== null)?.body ?? '{}').near).toBe('80202');
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

  test('without JavaScript the helplines are there, and a form that cannot work is not', async () => {
    const { page } = await site.open({ javaScriptEnabled: false });
    expect(await page.getByRole('link', { name: 'text 988' }).isVisible()).toBe(true);
    expect(await page.locator('noscript p').isVisible()).toBe(true);
    expect(await page.locator('#search').isVisible()).toBe(false);
  });

  test('claims no more than is true', async () => {
    const { page } = await site.open();
    await searchFor(page, '85004');
    const words = await page.locator('body').textContent();
    expect(words).not.toMatch(/100\s?% confidential|HIPAA/i);
    expect(words).toContain('call to confirm');
    expect(words).toContain('Nothing here is medical advice');
  });
});
