import { describe, expect, test } from 'vitest';
import { desktop, noBrowser, searchFor } from './browser.ts';
import { withSite } from './site.ts';

/** Number of pages in a PDF file by Chromium. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length;

describe.skipIf(noBrowser !== null)('a printed list', () => {
  const site = withSite();

  test.each([
    ['/', 'Printed '],
    ['/es/', 'Impreso '],
  ])('of ten centers at %s fits on three pages, with the day and the facts, without controls', async (path, day) => {
    const { page } = await site.open({ path, viewport: desktop });
    await searchFor(page, 'iop near 85004');
    expect(await page.locator('#centers article').count()).toBe(10);
    expect(pagesOf(await page.pdf({ format: 'Letter' }))).toBeLessThanOrEqual(3);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('header .printed').innerText()).toContain(day);
    expect(await page.locator('#centers .printed').first().innerText()).toContain('Medicaid');
    expect(await page.locator('program-locator button:visible').allInnerTexts()).toEqual([]);
  });
});
