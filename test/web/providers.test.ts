import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { desktop, expectAccessible, expectNoSidewaysScroll, noBrowser, phone } from './browser.ts';
import { withSite } from './site.ts';

const site = withSite(null);
const example = readFileSync('data/treatment-programs.json', 'utf8');
const shots = process.env.LOCATOR_SHOTS;

describe.skipIf(noBrowser)('the page where a provider checks its file', () => {
  it.each([
    ['en', phone, 'light', '/docs/for-providers', 'Intensive outpatient program (IOP)', 'No faults', '2 faults'],
    ['es', desktop, 'dark', '/docs/for-providers/es', 'Por la tarde o noche', 'Sin errores', '2 errores'],
  ] as const)(
    '%s: shows the listing of a good file, and every fault of another',
    async (language, viewport, colorScheme, path, shown, good, bad) => {
      const { page, requests, faults } = await site.open({ viewport, colorScheme, path });
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      await expectAccessible(page);
      const before = requests.length;
      await page.locator('#text').fill(example);
      await page.locator('form.check button').click();
      await page.locator('.result .good').waitFor();
      const text = await page.locator('.result').innerText();
      for (const part of [shown, good, 'Lantern Bridge Phoenix', 'Aetna', '2026-11-18', '2027-05-17'])
        expect(text).toContain(part);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      if (shots !== undefined) await page.screenshot({ path: `${shots}/${language}-good.png`, fullPage: true });

      const wrong = example.replace('"evening"]', '"evenings"]').replace('"+16025550101"', '"602-555-0101"');
      await page.locator('#text').fill(wrong);
      await page.locator('form.check button').click();
      await page.locator('.result .bad').waitFor();
      const said = await page.locator('.result').innerText();
      expect(said).toContain(bad);
      expect(said).toMatch(/\/centers\/0\/phones\/0\/number/);
      expect(said).toMatch(/\/centers\/0\/programs\/0\/schedule\/tracks\/0 .*evening/);
      await page.locator('.faults button').last().click();
      const at = await page
        .locator('#text')
        .evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart));
      expect(at.startsWith('"evenings"')).toBe(true);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      if (shots !== undefined) await page.screenshot({ path: `${shots}/${language}-bad.png`, fullPage: true });
      expect(requests.slice(before)).toEqual([]);
      expect(faults).toEqual([]);
    },
  );

  it('takes a chosen file, and refuses what is no text or too much', async () => {
    const { page, requests } = await site.open({ viewport: desktop, path: '/docs/for-providers' });
    const choose = async (buffer: Buffer) => {
      await page.locator('#file').setInputFiles({ name: 'f.json', mimeType: 'application/json', buffer });
    };
    const before = requests.length;
    await choose(Buffer.from(example));
    await page.locator('.result .good').waitFor();
    await choose(Buffer.from([0x7b, 0xff]));
    await page.locator('.result:has-text("UTF-8")').waitFor();
    await choose(Buffer.alloc(1_000_001, 'x'));
    await page.locator('.result:has-text("1 MB")').waitFor();
    await page.locator('#text').fill('');
    await page.locator('form.check button').click();
    await page.locator('.result:has-text("no text")').waitFor();
    expect(requests.slice(before)).toEqual([]);
  });

  it('offers the example for download, and works in text without a script', async () => {
    const { page } = await site.open({ javaScriptEnabled: false, path: '/docs/for-providers' });
    const link = await page.locator('a[download]').getAttribute('href');
    const answer = await page.request.get(new URL(link ?? '', site.url()).href);
    expect([answer.status(), await answer.text()]).toEqual([200, example]);
    expect(await page.locator('script:not([src])').count()).toBe(0);
  });
});
