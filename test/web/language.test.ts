import { describe, expect, test } from 'vitest';
import { pageWords } from '../../web/words/page.ts';
import { desktop, expectAccessible, noBrowser, phone, searchFor } from './browser.ts';
import { withSite } from './site.ts';

describe.skipIf(noBrowser !== null)('the other language', () => {
  const site = withSite();

  test.each([
    ['a phone', phone, '.languages'],
    ['a desktop', desktop, '.strip'],
  ] as const)('on %s keeps the search, which no address, title or history learns', async (_, viewport, where) => {
    const { page, requests, faults } = await site.open({ viewport });
    const entries = await page.evaluate('history.length');
    await searchFor(page, 'iop near 85004');
    await page
      .getByRole('button', { name: /^More about / })
      .first()
      .click();
    await page.locator('.opened .programs').waitFor();
    const ids = () => page.locator('#centers h3').evaluateAll((all) => all.map(({ id }) => id));
    const shown = await ids();
    const asked = () => requests.filter(({ url }) => url.includes('/v1/centers')).length;
    const before = asked();

    await page.locator(`${where} [data-language]`).click();
    await page.locator('#results-heading', { hasText: /^\d+ centros|^Los \d+ centros/ }).waitFor();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/es/');
    expect(await page.title()).toBe(pageWords.es.title);
    expect(await page.locator('html').getAttribute('lang')).toBe('es');
    expect(await page.locator('#near').inputValue()).toBe('iop near 85004');
    expect(await ids()).toEqual(shown);
    expect(await page.locator('.opened .programs').isVisible()).toBe(true);
    expect(await page.locator('.opened a[href^="/es/centers/"]').count()).toBeGreaterThan(0);
    expect(await page.locator('.calling h2').textContent()).toBe(pageWords.es.callingTitle);
    expect(await page.locator('[slot=crisis] a[href="sms:988?body=AYUDA"]').count()).toBe(1);
    expect(await page.evaluate('document.activeElement.textContent')).toMatch(/English/);
    await expectAccessible(page);
    // Changing the language does not send the search again.
    expect(asked()).toBe(before);

    await page.locator(`${where} [data-language]`).click();
    await page.locator('#results-heading', { hasText: /centers/ }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    expect(await ids()).toEqual(shown);
    expect({ state: await page.evaluate('history.state'), entries: await page.evaluate('history.length') }).toEqual({
      state: null,
      entries,
    });
    expect(faults).toEqual([]);
    // The button to leave the page still works after the language was changed.
    await page.route('https://www.weather.gov/', (route) =>
      route.fulfill({ body: 'weather', contentType: 'text/html' }),
    );
    await page.locator('[data-leave]').click();
    await page.waitForURL('https://www.weather.gov/');
  });

  test('before a search it is in the heading, and the next search speaks it', async () => {
    const { page } = await site.open();
    await page.locator('.masthead [data-language]').click();
    await page.locator('label', { hasText: '¿Qué busca y dónde?' }).waitFor();
    await searchFor(page, '85004');
    expect(await page.locator('#results-heading').textContent()).toMatch(/centros/);
  });

  test('where the words do not come, the link is followed', async () => {
    const { page } = await site.open();
    await page.route('**/es/', (route) =>
      route.request().resourceType() === 'xhr' ? route.abort() : route.continue(),
    );
    await page.locator('.masthead [data-language]').click();
    await page.waitForURL('**/es/');
    await page.locator('label', { hasText: '¿Qué busca y dónde?' }).waitFor();
  });

  test('without a script it is a plain link', async () => {
    const { page } = await site.open({ javaScriptEnabled: false });
    await page.locator('.masthead [data-language]').click();
    await page.waitForURL('**/es/');
    expect(await page.locator('h1').textContent()).toBe(pageWords.es.title);
  });
});
