import { describe, expect, test } from 'vitest';
import { noBrowser } from './browser.ts';
import { withSite } from './site.ts';

describe.skipIf(noBrowser !== null)('somebody in a crisis', () => {
  const site = withSite();

  test('is heard before anything is sent; the words are repeated nowhere, and nothing is left for the next', async () => {
    const { page, requests } = await site.open();
    await page.locator('#near').pressSequentially('i want to die zyxomma near 85004');
    await page.locator('#near').press('Enter');
    await page.locator('#crisis:not([hidden]) h2:focus').waitFor();
    const sent = () => JSON.stringify(requests).toLowerCase();
    // The page may have sent the beginning of the text for suggestions, before the text expressed danger. It must not
    // send more.
    expect(sent()).not.toMatch(/zyxomma|to die|to\+die|to%20die/);
    expect(await page.locator('#near').inputValue()).toBe('');

    await page.getByRole('button', { name: 'Search with what I typed' }).click();
    await page.locator('#results:not([hidden]):not([aria-busy]) #centers').waitFor();
    expect(sent()).toContain('zyxomma');
    const texts = `${await page.locator('body').innerText()} ${await page.locator('.finder').innerText()}`;
    const shown = `${texts} ${await page.locator('#near').inputValue()}`;
    expect(shown.toLowerCase()).not.toMatch(/zyxomma|want to die/);
    expect(await page.locator('#crisis').isVisible()).toBe(true);

    await page.evaluate("dispatchEvent(new Event('pagehide'))");
    for (const part of ['#crisis', '#results']) {
      expect(await page.locator(part).count(), part).toBe(0);
    }
    expect(await page.locator('#near').inputValue()).toBe('');
  });

  test('is heard in Spanish', async () => {
    const { page } = await site.open();
    await page.locator('#near').fill('quiero morir');
    await page.locator('#near').press('Enter');
    await page.locator('#crisis:not([hidden]) h2:focus').waitFor();
    expect(await page.locator('#crisis').getAttribute('lang')).toBe('es');
    expect(await page.locator('#crisis').innerText()).toContain('988 y oprima 2');
  });
});
