import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { afterAll, describe, expect, test } from 'vitest';
import {
  desktop,
  expectAccessibleByDayAndNight,
  expectNoSidewaysScroll,
  noBrowser,
  phone,
  searchFor,
} from '../browser.ts';
import { withSite } from '../site.ts';
import { hostHtml, startHost } from './host.ts';

describe.skipIf(noBrowser !== null)('the configurator', () => {
  const site = withSite();
  const servers: Server[] = [];
  afterAll(() => servers.map((server) => server.close()));
  const text = (page: { locator(of: string): { textContent(): Promise<string | null> } }, id: string) =>
    page.locator(`#snippet-${id}`).textContent();

  test.each([
    { look: 'a phone', viewport: phone },
    { look: 'a desktop', viewport: desktop },
  ])('is accessible on $look, by day and at night', async ({ viewport }) => {
    const { page, faults } = await site.open({ path: '/embed', viewport });
    await page.locator('#preview #near').waitFor();
    await page.locator('summary', { hasText: 'More settings' }).click();
    await page.locator('#set-phone').fill('no number');
    await page.locator('#set-phone').blur();
    await page.locator('#phone-error:not(:empty)').waitFor();
    await expectAccessibleByDayAndNight(page);
    await expectNoSidewaysScroll(page);
    expect(faults).toEqual([]);
  });

  test('fits 320 px', async () => {
    for (const path of ['/embed', '/embed/story']) {
      const { page } = await site.open({ path, viewport: { width: 320, height: 640 } });
      await expectNoSidewaysScroll(page);
    }
  });

  test('writes the tag, shows it, and says what is wrong with a value', async () => {
    const { page, faults, requests } = await site.open({ path: '/embed', viewport: desktop });
    const preview = page.locator('#preview');
    await preview.locator('#near').waitFor();
    await page.getByRole('checkbox', { name: /Intensive outpatient/ }).check();
    await page
      .getByRole('checkbox', { name: /Partial hospital|PHP/ })
      .first()
      .check();
    await page.locator('#set-phone').fill('602-344-1200 Desert Willow admissions');
    await page.locator('#set-lang').selectOption('es');
    await expect.poll(() => preview.getAttribute('lang')).toBe('es');
    expect(await preview.getAttribute('level')).toBe('iop,php');
    expect(await preview.locator('.own').textContent()).toContain('Desert Willow admissions');
    expect(await text(page, 'tag')).toContain(
      `<script type="module" src="${site.url()}/locator.js"></script>\n<program-locator level="iop,php" lang="es" phone="602-344-1200 Desert Willow admissions">`,
    );
    expect(await text(page, 'iframe')).toContain(
      `${site.url()}/embed/frame#level=iop%2Cphp&amp;lang=es&amp;phone=602-344-1200`,
    );
    expect(await text(page, 'shortcode')).toBe(
      '[program_locator level="iop,php" lang="es" phone="602-344-1200 Desert Willow admissions"]',
    );
    expect(await text(page, 'policy')).toBe(`script-src ${site.url()}; connect-src ${site.url()}`);

    await page.locator('#set-phone').fill('our front desk');
    await page.locator('#set-phone').blur();
    expect(await page.locator('#phone-error').textContent()).toMatch(/^Begin with a phone number/);
    expect(await text(page, 'tag')).not.toContain('phone=');

    await page.locator('summary', { hasText: 'More settings' }).click();
    await page.getByRole('checkbox', { name: /Keep the search/ }).check();
    expect(await text(page, 'tag')).toContain(' history>');
    expect(await text(page, 'iframe')).not.toContain('history');
    expect(await preview.getAttribute('history')).toBeNull();
    expect(await page.locator('#privacy, #privacy ~ *').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringContaining('session files')]),
    );
    expect(new Set(requests.map(({ url }) => new URL(url).origin))).toEqual(new Set([site.url()]));
    expect(faults).toEqual([]);
  });

  test('copies a text, and downloads the WordPress file with its own address', async () => {
    const { page, faults } = await site.open({ path: '/embed', permissions: ['clipboard-read', 'clipboard-write'] });
    await page.locator('#preview #near').waitFor();
    await page.locator('[data-copy="snippet-link"]').click();
    await page.getByText('Copied', { exact: true }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
      `<a href="${site.url()}/">Find a treatment program</a>`,
    );
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#plugin').click()]);
    expect(download.suggestedFilename()).toBe('program-locator.php');
    expect(await readFile(await download.path(), 'utf8')).toContain(`const PROGRAM_LOCATOR_SITE = '${site.url()}';`);
    expect(faults).toEqual([]);
  });

  test('without a script it shows every text and the helplines', async () => {
    const { page } = await site.open({ path: '/embed', javaScriptEnabled: false });
    expect(await text(page, 'tag')).toContain('https://find.example.org/locator.js');
    expect(await page.getByRole('link', { name: 'Call 988' }).isVisible()).toBe(true);
    expect(await page.locator('[data-copy]:visible').count()).toBe(0);
  });

  test('the pinned file works by its hash alone, and a wrong hash is refused', async () => {
    const { page: embed } = await site.open({ path: '/embed' });
    await embed.locator('#preview #near').waitFor();
    const script = (await text(embed, 'pinned-script')) ?? '';
    const host = await startHost({
      '/': { html: hostHtml(`${script}<program-locator></program-locator>`) },
      '/changed': {
        html: hostHtml(`${script.replace(/sha384-.{4}/, 'sha384-AAAA')}<program-locator></program-locator>`),
      },
    });
    servers.push(host.server);
    const { page, requests, faults } = await site.openAt(host.url);
    await searchFor(page, '85004');
    await page.locator('#centers article').first().waitFor();
    const scripts = requests.map(({ url }) => new URL(url).pathname).filter((path) => path.endsWith('.js'));
    expect(scripts).toEqual([expect.stringMatching(/^\/locator\/finder-[A-Z0-9]{8}\.js$/)]);
    expect(faults).toEqual([]);

    const { page: changed } = await site.openAt(host.url, { path: '/changed' });
    await changed.waitForLoadState('networkidle');
    expect(await changed.evaluate("customElements.get('program-locator') === undefined")).toBe(true);
  });

  test('the entry is short-lived, what it loads is kept for good, and other origins may load both', async () => {
    const get = (path: string) =>
      fetch(`${site.url()}${path}`, { headers: { origin: 'https://desertwillow.example' } });
    const entry = await get('/locator.js');
    const [, chunk = ''] = /"\.\/(locator\/[\w.-]+\.js)"/.exec(await entry.text()) ?? [];
    const page = await (await get('/embed')).text();
    const [, pinned = ''] = /data-pinned="\/(locator\/finder-[\w]+\.js)"/.exec(page) ?? [];
    expect(entry.headers.get('cache-control')).toMatch(/^public, max-age=0, s-maxage=\d+, must-revalidate$/);
    expect(entry.headers.get('access-control-allow-origin')).toBe('*');
    for (const file of [chunk, pinned]) {
      const { status, headers } = await get(`/${file}`);
      expect([file, status, headers.get('cache-control'), headers.get('access-control-allow-origin')]).toEqual([
        file,
        200,
        'public, max-age=31536000, immutable',
        '*',
      ]);
    }
    for (const path of ['/', '/embed', '/embed/story', '/embed/frame/', '/embed/frame/index.html', '/docs']) {
      const { headers } = await get(path);
      expect([path, headers.get('x-frame-options')]).toEqual([path, 'DENY']);
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    }
    const { headers } = await get('/embed/frame');
    expect(headers.get('x-frame-options')).toBeNull();
    expect(headers.get('content-security-policy')).toContain('frame-ancestors *');
  });
});
