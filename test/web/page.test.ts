import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startLocal } from '../../infra/local/start.ts';
import {
  chooseRadius,
  desktop,
  expectAccessible,
  expectNoSidewaysScroll,
  launchBrowser,
  noBrowser,
  phone,
  searchFor,
  settled,
  visit,
} from './browser.ts';

if (noBrowser !== null) console.warn(`The tests of the page are skipped: ${noBrowser}.`);

/** A town far from every listing: nothing within 5 miles. */
const lonely = 'Tonopah, NV';

/** The place field's own list; the selects have options too. */
const suggestions = (page: Page) => page.locator('#near-list').getByRole('option');

describe.skipIf(noBrowser !== null)('the page, on the real product', () => {
  let site: Awaited<ReturnType<typeof startLocal>>;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([startLocal({ port: 0, log: () => {} }), launchBrowser()]);
  }, 120_000);
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const looks = [
    { look: 'a phone by day', viewport: phone, colorScheme: 'light' },
    { look: 'a phone at night', viewport: phone, colorScheme: 'dark' },
    { look: 'a desktop by day', viewport: desktop, colorScheme: 'light' },
    { look: 'a desktop at night', viewport: desktop, colorScheme: 'dark' },
  ] as const;

  test.each(looks)(
    'is accessible in every state on $look',
    async ({ viewport, colorScheme }) => {
      const { page, faults } = await visit(browser, site.url, { viewport, colorScheme });
      await expectAccessible(page);
      for (const summary of await page.locator('#search summary').all()) await summary.click();
      await expectAccessible(page);
      await page.locator('#near').pressSequentially('phoe');
      await suggestions(page).first().waitFor();
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
    const { page } = await visit(browser, site.url, { viewport: { width: 320, height: 640 } });
    await expectNoSidewaysScroll(page);
    for (const summary of await page.locator('#search summary').all()) await summary.click();
    await expectNoSidewaysScroll(page);
    for (const place of ['85004', 'Springfield']) {
      await searchFor(page, place);
      for (const more of await page.locator('#centers summary').all()) await more.click();
      await expectNoSidewaysScroll(page);
    }
  });

  test('answers "IOP near me" with the keyboard alone', async () => {
    const { page } = await visit(browser, site.url);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the search');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('phoen');
    const options = suggestions(page);
    await options.first().waitFor();
    await page.keyboard.press('ArrowDown');
    const near = page.getByRole('combobox', { name: 'Where are you?' });
    expect(await near.getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'));
    expect(await near.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Enter');
    expect(await near.inputValue()).toBe('Phoenix, AZ');
    expect(await near.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Enter');
    await settled(page);
    expect(await page.locator('#results-heading').textContent()).toMatch(/listing IOP near Phoenix, AZ$/);
    // From the heading, the next stops are in the nearest center.
    await page.keyboard.press('Tab');
    expect(await page.locator('article').first().locator('a:focus, button:focus').count()).toBe(1);
  });

  test('Escape and the arrows behave as a combobox should', async () => {
    const { page } = await visit(browser, site.url);
    const near = page.locator('#near');
    await near.pressSequentially('phoe');
    const options = suggestions(page);
    await options.first().waitFor();
    await page.keyboard.press('ArrowUp');
    expect(await options.last().getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('ArrowDown');
    expect(await near.getAttribute('aria-activedescendant')).toBeNull();
    await page.keyboard.press('Escape');
    expect(await options.count()).toBe(0);
    expect(await near.inputValue()).toBe('phoe');
  });

  test('Enter after further typing searches what was typed, not what was marked before', async () => {
    const { page, requests } = await visit(browser, site.url);
    await page.locator('#near').pressSequentially('phoe');
    await suggestions(page).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await searchFor(page, '80202');
    expect(JSON.parse(requests.findLast(({ body }) => body !== null)?.body ?? '{}').near).toBe('80202');
  });

  test('a result says who, how far, whom to call and how sure we are', async () => {
    const { page } = await visit(browser, site.url);
    await searchFor(page, '85004');
    const articles = page.locator('#centers article');
    expect(await articles.count()).toBe(10);
    for (const article of await articles.all()) {
      expect(await article.locator('.distance').textContent()).toMatch(/^(under 0\.1|\d+\.\d|\d{3,}) mi$/);
      expect(await article.locator('a[href^="tel:+1"]').count()).toBeGreaterThan(0);
      expect(await article.locator('.call > span').first().textContent()).not.toBe('');
      expect(await article.locator('.confirmation').first().textContent()).toMatch(/confirmed|offered/i);
      expect(await article.locator('.sources').textContent()).toMatch(/, [A-Z][a-z]+ 20\d\d$/);
    }
    const examples = articles.filter({ has: page.getByText('Example center, not real', { exact: true }) });
    const named = articles.filter({ has: page.getByRole('heading', { name: /example/i }) });
    expect(await examples.count()).toBe(await named.count());
  });

  test('shows more centers, none twice, and goes on where they begin', async () => {
    const { page } = await visit(browser, site.url);
    await searchFor(page, '85004');
    await page.getByRole('button', { name: 'Show more centers' }).click();
    const headings = page.locator('#centers h3');
    await page.locator('#centers h3:focus').waitFor();
    expect(await headings.count()).toBe(20);
    const ids = await Promise.all((await headings.all()).map((heading) => heading.getAttribute('id')));
    expect(new Set(ids).size).toBe(20);
    expect(await page.locator('#centers > li:nth-child(11) h3:focus').count()).toBe(1);
  });

  test('asks for what was chosen, and only offers what some center has', async () => {
    const { page, requests } = await visit(browser, site.url);
    const taxonomy = (await (await fetch(`${site.url}/v1/taxonomy`)).json()) as {
      filters: Record<string, { value: string; centers: number }[]>;
    };
    for (const [field, terms] of Object.entries(taxonomy.filters)) {
      const none = terms.filter(({ centers }) => centers === 0);
      for (const { value } of none) {
        expect(await page.locator(`#search select[name=${field}] option[value="${value}"]`).count()).toBe(0);
      }
    }
    await page.locator('#level summary').click();
    await page.getByRole('radio', { name: /Partial hospitalization/ }).check();
    await page.locator('#filters summary').click();
    await page.getByLabel('How would you pay?').selectOption('medicaid');
    await chooseRadius(page, '50mi');
    await searchFor(page, 'Denver, CO');
    const search = requests.find(({ url }) => url.endsWith('/v1/centers/search'));
    expect(JSON.parse(search?.body ?? '{}')).toMatchObject({
      near: 'Denver, CO',
      within: '50mi',
      level: ['php'],
      payer: ['medicaid'],
    });
  });

  test('an empty answer offers what would help', async () => {
    const { page } = await visit(browser, site.url);
    await chooseRadius(page, '5mi');
    await searchFor(page, lonely);
    expect(await page.locator('#results-heading').textContent()).toBe(
      `No center found listing IOP within 5 miles of ${lonely}`,
    );
    expect(await page.locator('#results').getByRole('link', { name: '1-800-662-HELP (4357)' }).isVisible()).toBe(true);
    await page.getByRole('button', { name: /^Any distance/ }).click();
    await page.locator('#centers').waitFor();
    expect(await page.locator('input[name=within]:checked').inputValue()).toBe('');
  });

  test('an ambiguous place is asked back, and a tap answers', async () => {
    const { page } = await visit(browser, site.url);
    await searchFor(page, 'Springfield');
    expect(await page.locator('#results').textContent()).toContain('say which state');
    await page.getByRole('button', { name: 'Springfield, IL' }).click();
    await page.locator('#centers').waitFor();
    expect(await page.locator('#near').inputValue()).toBe('Springfield, IL');
  });

  test('nothing typed is told at the field', async () => {
    const { page, requests } = await visit(browser, site.url);
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    const near = page.locator('#near');
    expect(await near.getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('#near:focus').count()).toBe(1);
    expect(await page.locator('#near-error').textContent()).toContain('ZIP code');
    expect(requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  test.each(['offline', 'unavailable'])('when the search is %s, the helplines stay and Retry works', async (why) => {
    const { page } = await visit(browser, site.url);
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
    const { page, requests } = await visit(browser, site.url, {
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
    const { page } = await visit(browser, site.url);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Browser.setPermission', { permission: { name: 'geolocation' }, setting: 'denied' });
    await page.getByRole('button', { name: 'Use my location' }).click();
    await page.locator('#near-error:not([hidden])').waitFor();
    expect(await page.locator('#near-error').textContent()).toContain('Type a ZIP code or city instead');
  });

  test('nothing leaves the origin, nothing is stored, and the address stays as it was', async () => {
    const { page, requests, faults } = await visit(browser, site.url);
    const before = { url: page.url(), entries: await page.evaluate('history.length') };
    await page.locator('#near').pressSequentially('phoe');
    await suggestions(page).first().click();
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await settled(page);
    expect(new Set(requests.map(({ url }) => new URL(url).origin))).toEqual(new Set([site.url]));
    const searches = requests.filter(({ url }) => url.includes('/v1/centers'));
    expect(searches.map(({ method, url }) => `${method} ${url}`)).toEqual([`POST ${site.url}/v1/centers/search`]);
    expect(await page.context().cookies()).toEqual([]);
    const { origins } = await page.context().storageState({ indexedDB: true });
    expect(origins).toEqual([]);
    expect({ url: page.url(), entries: await page.evaluate('history.length') }).toEqual(before);
    expect(faults).toEqual([]);
  });

  test('each suggestion request ends the one before', async () => {
    const { page } = await visit(browser, site.url);
    const failed: string[] = [];
    page.on('requestfailed', (request) => failed.push(new URL(request.url()).searchParams.get('q') ?? ''));
    await page.route('**/v1/places?q=pho&*', () => undefined); // Never answers.
    const asked = page.waitForRequest('**/v1/places?q=pho&*');
    await page.locator('#near').pressSequentially('pho');
    await asked;
    await page.locator('#near').pressSequentially('enix');
    await suggestions(page).first().waitFor();
    expect(failed).toEqual(['pho']);
  });

  test('names from a listing are text, whatever they hold', async () => {
    const { page, faults } = await visit(browser, site.url);
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
    const { page } = await visit(browser, site.url, { javaScriptEnabled: false });
    expect(await page.getByRole('link', { name: 'text 988' }).isVisible()).toBe(true);
    expect(await page.locator('noscript p').isVisible()).toBe(true);
    expect(await page.locator('#search').isVisible()).toBe(false);
  });

  test('claims no more than is true', async () => {
    const { page } = await visit(browser, site.url);
    await searchFor(page, '85004');
    const words = await page.locator('body').textContent();
    expect(words).not.toMatch(/100\s?% confidential|HIPAA/i);
    expect(words).toContain('call to confirm');
    expect(words).toContain('Nothing here is medical advice');
  });
});
