import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { chooseLevel, chooseRadius, noBrowser, searchFor, settled, type Visit, withoutListings } from './browser.ts';
import { lonely, withSite } from './site.ts';

/** The box's own suggestions; the radius has options too. */
const suggestions = (page: Page) => page.locator('#near-list').getByRole('option');

/** The bodies of the searches that were made. */
const searches = (requests: Visit['requests']) =>
  requests.flatMap(({ body }) => (body === null ? [] : JSON.parse(body)));

describe.skipIf(noBrowser !== null)('finding a program on the page', () => {
  const site = withSite();

  test('answers "IOP near me" with the keyboard alone', async () => {
    const { page } = await site.open();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the search');
    await page.keyboard.press('Enter');
    await page.keyboard.type('phoen');
    const options = suggestions(page);
    await options.first().waitFor();
    await page.keyboard.press('ArrowDown');
    const near = page.getByRole('combobox', { name: 'What do you need, and where?' });
    expect(await near.getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'));
    expect(await near.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Enter');
    expect(await near.inputValue()).toBe('Phoenix, AZ');
    expect(await near.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Enter');
    await settled(page);
    expect(await page.locator('#results-heading').textContent()).toMatch(/centers near Phoenix, AZ$/);
    // From the heading, the next Tab stops are the view buttons and then the nearest center.
    await page.keyboard.press('Tab');
    expect(await page.locator('.tools button:focus').count()).toBe(1);
    await page.keyboard.press('Tab');
    expect(await page.locator('article').first().locator('a:focus').count()).toBe(1);
  });

  test('Escape and the arrows behave as a combobox should', async () => {
    const { page } = await site.open();
    const near = page.locator('#near');
    await near.pressSequentially('phoe');
    const options = suggestions(page);
    await options.first().waitFor();
    await page.keyboard.press('ArrowUp');
    expect(await options.last().getAttribute('aria-selected')).toBe('true');
    // Only the selected option has the attribute: a screen reader would read "not selected" for the others.
    expect(await page.locator('#near-list [aria-selected]').count()).toBe(1);
    await page.keyboard.press('ArrowDown');
    expect(await near.getAttribute('aria-activedescendant')).toBeNull();
    await page.keyboard.press('Escape');
    expect(await options.count()).toBe(0);
    expect(await near.inputValue()).toBe('phoe');
    // Tab moves from the box to the next control: the list is not a Tab stop and takes no focus.
    await near.press('n');
    await options.first().waitFor();
    expect(await page.locator('#status').textContent()).toMatch(/^\d places?\. Use the arrow keys\.$/);
    await page.keyboard.press('Tab');
    await page.locator('#near-list').waitFor({ state: 'hidden' });
    expect(await page.locator('.locate:focus').count()).toBe(1);
  });

  test('Enter after further typing searches what was typed, not what was marked before', async () => {
    const { page, requests } = await site.open();
    await page.locator('#near').pressSequentially('phoe');
    await suggestions(page).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await searchFor(page, '80202');
    expect(JSON.parse(requests.findLast(({ body }) => body !== null)?.body ?? '{}').near).toBe('80202');
  });

  test('a result says who, how far, whom to call and how sure we are', async () => {
    const { page } = await site.open();
    await searchFor(page, '85004');
    const articles = page.locator('#centers article');
    expect(await articles.count()).toBe(10);
    for (const article of await articles.all()) {
      expect(await article.locator('.distance').textContent()).toMatch(/^(?:about )?(under 0\.1|\d+\.\d|\d{3,}) mi$/);
      expect(await article.locator('a[href^="tel:+1"]').count()).toBeGreaterThan(0);
      expect(await article.locator('.call .who').first().textContent()).not.toBe('');
      expect(await article.locator('.sure').first().textContent()).toMatch(/confirmed|offered|does not say/i);
    }
    const first = articles.first();
    await first.getByRole('button', { name: /^More about / }).click();
    expect(await first.locator('.sources').textContent()).toMatch(/, [A-Z][a-z]+ 20\d\d$/);
    for (const word of ['When you call', 'Ways to pay', 'Languages', 'Directions', 'Share'])
      expect(await first.textContent()).toContain(word);
    await first.locator('.programs').waitFor();
    expect(await first.locator('address').textContent()).toMatch(/, [A-Z]{2} \d{5}$/);
    const examples = articles.filter({ has: page.getByText('Example center, not real', { exact: true }) });
    const named = articles.filter({ has: page.getByRole('heading', { name: /example/i }) });
    expect(await examples.count()).toBe(await named.count());
  });

  test('shows more centers, none twice, and goes on where they begin', async () => {
    const { page, requests } = await site.open();
    await searchFor(page, '85004');
    await page.getByRole('button', { name: 'Show more centers' }).click();
    const headings = page.locator('#centers h3');
    await page.locator('#centers h3:focus').waitFor();
    expect(await headings.count()).toBe(20);
    const ids = await Promise.all((await headings.all()).map((heading) => heading.getAttribute('id')));
    expect(new Set(ids).size).toBe(20);
    expect(await page.locator('#centers > li:nth-child(11) h3:focus').count()).toBe(1);
    expect(await page.locator('#results-heading').textContent()).toMatch(/^The 20 nearest/);
    const [first, second] = searches(requests);
    expect(second).toEqual({ ...first, cursor: expect.any(String) });
    expect(first).toMatchObject({ near: '85004', limit: 10 });
  });

  test('pages to the end, and then says how many there are', async () => {
    const { page } = await site.open();
    await chooseLevel(page, /Sober living/);
    await searchFor(page, '85004');
    for (let shown = 10; await page.locator('.more-results').isVisible(); shown += 10) {
      await page.locator('.more-results').click();
      await page.locator(`#centers > li:nth-child(${shown + 1}) h3:focus`).waitFor();
    }
    const count = await page.locator('#centers article').count();
    expect(count).toBeGreaterThan(10);
    expect(await page.locator('#results-heading').textContent()).toBe(
      `${count} centers listing sober living near Phoenix, AZ 85004`,
    );
  });

  test('a page that fails leaves what is shown, and can be tried again', async () => {
    const { page } = await site.open();
    await withoutListings(page);
    await searchFor(page, '85004');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Show more centers' }).click();
    const retry = page.getByRole('button', { name: /Retry: show more centers/ });
    await retry.waitFor();
    expect(await page.locator('#centers article').count()).toBe(10);
    await page.context().setOffline(false);
    await retry.click();
    await page.locator('#centers > li:nth-child(11) h3:focus').waitFor();
    expect(await page.locator('#centers article').count()).toBe(20);
    expect(await page.getByRole('button', { name: 'Show more centers', exact: true }).count()).toBe(1);
  });

  test('a page of listings that are gone begins the search again, and says so', async () => {
    const { page } = await site.open();
    await searchFor(page, '85004');
    await page.route('**/v1/centers/search', (route) => {
      if (!route.request().postData()?.includes('cursor')) return route.continue();
      return route.fulfill({ status: 410, contentType: 'application/problem+json', body: '{"title":"Gone"}' });
    });
    await page.getByRole('button', { name: 'Show more centers' }).click();
    await page.getByText('so the search began again').first().waitFor();
    await settled(page);
    expect(await page.locator('#centers article').count()).toBe(10);
  });

  test('asks for what was chosen, and only offers what some center has', async () => {
    const { page, requests } = await site.open();
    const taxonomy = (await (await fetch(`${site.url()}/v1/taxonomy`)).json()) as {
      filters: Record<string, { value: string; centers: number }[]>;
    };
    await chooseLevel(page, /Partial hospitalization/);
    await searchFor(page, 'Denver, CO');
    await page.locator('#filters-button').click();
    await page.locator('#filters').waitFor();
    const ticks = await page
      .locator('#filters input')
      .evaluateAll((all) => all.map((one) => `${one.getAttribute('name')}=${one.getAttribute('value')}`));
    for (const [field, terms] of Object.entries(taxonomy.filters)) {
      for (const { value, centers } of terms) {
        const count = ticks.filter((tick) => tick === `${field}=${value}`).length;
        expect([field, value, count]).toEqual([field, value, centers > 0 ? 1 : 0]);
      }
    }
    const answered = page.waitForResponse('**/v1/centers/search');
    await page
      .locator('#filters')
      .getByRole('checkbox', { name: /^Medicaid/ })
      .check();
    await answered;
    await page.getByRole('button', { name: /^Show \d+/ }).click();
    await chooseRadius(page, '50mi');
    const [first] = searches(requests);
    expect({ place: first.near ?? first.q, level: first.level }).toEqual({ place: 'Denver, CO', level: ['php'] });
    expect(searches(requests).at(-1)).toMatchObject({
      near: 'Denver, CO',
      within: '50mi',
      level: ['php'],
      payer: ['medicaid'],
    });
  });

  test('an empty answer offers what would help', async () => {
    const { page } = await site.open();
    await searchFor(page, lonely);
    await chooseRadius(page, '5mi');
    expect(await page.locator('#results-heading').textContent()).toBe(`No center found within 5 miles of ${lonely}`);
    expect(await page.locator('#results').getByRole('link', { name: '1-800-662-HELP (4357)' }).isVisible()).toBe(true);
    await page.getByRole('button', { name: /^Any distance/ }).click();
    await page.locator('#centers').waitFor();
    await settled(page);
    expect(await page.locator('#results-heading').textContent()).not.toContain('within');
  });

  test('a short answer offers what the API counted, and keeps the promise', async () => {
    const { page } = await site.open();
    await searchFor(page, 'Phoenix, AZ');
    await chooseRadius(page, '5mi');
    const offers = page.locator('.changes button');
    expect(await offers.count()).toBeLessThanOrEqual(5);
    const offer = offers.filter({ hasText: /^Within \d+ miles/ }).first();
    const [, miles, count] = /^Within (\d+) miles (\d+) centers? in all, the next [\d.]+ mi$/.exec(
      (await offer.textContent()) ?? '',
    ) as RegExpExecArray;
    await offer.click();
    await page.getByRole('heading', { name: `within ${miles} miles` }).waitFor();
    expect(await page.locator('#centers article').count()).toBe(Number(count));
  });

  test('a state is searched whole, by city, and the radius is left out aloud', async () => {
    const { page, requests } = await site.open();
    await searchFor(page, 'Denver, CO');
    await chooseRadius(page, '25mi');
    await searchFor(page, 'arizona');
    await page.getByRole('button', { name: 'All of Arizona' }).click();
    await page.locator('#centers').waitFor();
    await settled(page);
    expect(searches(requests).at(-1)).toEqual({ state: 'AZ', limit: 10 });
    expect(await page.locator('#near').inputValue()).toBe('All of Arizona');
    expect(await page.locator('.results-head').textContent()).toContain('so “within 25 miles” is left out');
    expect(await page.locator('.distance').count()).toBe(0);
    const cities = (await page.locator('.where').allTextContents()).map((text) => text.split(', ').at(-2));
    expect(cities).toEqual(cities.toSorted());
    await page.getByRole('button', { name: 'Show more centers' }).click();
    await page.locator('#centers > li:nth-child(11) h3:focus').waitFor();
    await searchFor(page, 'Denver, CO');
    const last = searches(requests).at(-1);
    expect({ place: last.near ?? last.q, within: last.within }).toEqual({ place: 'Denver, CO', within: '25mi' });
  });

  test('an ambiguous place is asked back, and a tap answers', async () => {
    const { page } = await site.open();
    await searchFor(page, 'Peoria');
    expect(await page.locator('#results').textContent()).toContain('More than one place has this name.');
    await page.getByRole('button', { name: 'Peoria, IL' }).click();
    await page.locator('#centers').waitFor();
    expect(await page.locator('#near').inputValue()).toBe('Peoria, IL');
  });

  test('nothing typed is told at the field', async () => {
    const { page, requests } = await site.open();
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    const near = page.locator('#near');
    expect(await near.getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('#near:focus').count()).toBe(1);
    expect(await page.locator('#near-error').textContent()).toContain('ZIP code');
    expect(requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  test('each suggestion request ends the one before', async () => {
    const { page } = await site.open();
    const failed: string[] = [];
    page.on('requestfailed', (request) => failed.push(new URL(request.url()).searchParams.get('q') ?? ''));
    await page.route('**/v1/places?q=pho&*', () => undefined); // Never answers.
    const asked = page.waitForRequest('**/v1/places?q=pho&*');
    await page.locator('#near').pressSequentially('pho');
    await asked;
    await page.locator('#near').pressSequentially('enix');
    await suggestions(page).first().waitFor();
    // The number of letters per request depends on the machine; the last request is answered.
    expect(failed[0]).toBe('pho');
    expect(failed).not.toContain('phoenix');
  });
});
