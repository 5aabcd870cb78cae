import { describe, expect, test } from 'vitest';
import { loadRecords } from '../../data/records/load.ts';
import { isAll } from '../support/runs.ts';
import { accessFaults, desktop, expectNoSidewaysScroll, noBrowser, phone, readAxeAhead } from './browser.ts';
import { withSite } from './site.ts';

/** An eighth of the listings of Arizona and Nevada (`ALL=1`: all), and the examples: pages with every part. */
const listed = [
  ...[...(await loadRecords('data/centers/AZ.json')), ...(await loadRecords('data/centers/NV.json'))].filter(
    (_, at) => isAll || at % 8 === 0,
  ),
  ...(await loadRecords('data/examples.json')),
];
const [first] = listed.filter(({ center }) => center.address.city === 'Phoenix' && center.location.accuracy !== 'zip');
const id = first?.center.id ?? '';
const kinds = [
  `/centers/${id}`,
  '/centers/lantern-bridge-las-vegas-example',
  '/centers/nobody-here',
  '/states/az',
  '/states/az/iop',
  '/cities/az/phoenix',
  '/search',
  '/about',
  '/privacy',
  '/for-providers',
].flatMap((path) => [path, `/es${path}`]);

describe.skipIf(noBrowser !== null)('pages that the handler draws, in a browser', () => {
  const site = withSite(listed);

  test.each([
    // Spanish words are looked at where there is least room, and the English ones in turn.
    ['a phone by day', phone, 'light', kinds.filter((path, at) => isAll || path.startsWith('/es/') || at % 4 === 0)],
    ['a desktop at night', desktop, 'dark', kinds.filter((_, at) => isAll || at % 4 === 2)],
  ] as const)(
    'on %s: no violation, nothing sideways, nothing refused, nothing from elsewhere',
    async (_, viewport, colorScheme, paths) => {
      // One visitor who sees them all: what a page leaves behind is asked after each.
      const { page, requests, faults } = await site.open({ path: paths[0] ?? '', viewport, colorScheme });
      await readAxeAhead(page);
      for (const path of paths) {
        await page.goto(site.url() + path);
        expect(await accessFaults(page), path).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), path).toBeLessThanOrEqual(0);
        expect(await page.context().cookies(), path).toEqual([]);
        expect(await page.evaluate('localStorage.length + sessionStorage.length'), path).toBe(0);
        expect(faults, path).toEqual([]);
      }
      expect(requests.length).toBeGreaterThanOrEqual(paths.length);
      for (const { url } of requests) expect(new URL(url).origin).toBe(site.url());
    },
  );

  test('at 320 pixels nothing goes sideways', async () => {
    const { page } = await site.open({ path: '/es/search', viewport: { width: 320, height: 640 } });
    await expectNoSidewaysScroll(page);
    for (const path of [`/es/centers/${id}`, '/es/states/az/iop']) {
      await page.goto(site.url() + path);
      await expectNoSidewaysScroll(page);
    }
  });

  test('the structured data is read, and no policy refuses it', async () => {
    const { page, faults } = await site.open({ path: `/centers/${id}` });
    const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '');
    expect(data).toMatchObject({
      '@type': 'WebPage',
      mainEntity: { '@type': 'MedicalClinic', name: first?.center.name },
    });
    expect(faults).toEqual([]);
    const { headers } = await fetch(`${site.url()}/centers/${id}`);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("form-action 'self'");
  });

  test('without JavaScript: from the home page to a center, by a search that is in no address', async () => {
    const { page, requests } = await site.open({ javaScriptEnabled: false });
    await page.getByLabel('What do you need, and where?').fill('iop near 85004');
    await page.getByLabel('What kind of program?').selectOption('iop');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('heading', { name: /The 10 nearest centers listing IOP near Phoenix/ }).waitFor();
    expect(page.url()).toBe(`${site.url()}/search`);
    const before = await page.locator('.list h3').allTextContents();
    expect(before).toHaveLength(10);
    await page.getByRole('button', { name: 'Next centers' }).click();
    await page.getByRole('heading', { name: 'More centers, in the same order' }).waitFor();
    const after = await page.locator('.list h3').allTextContents();
    expect(after).toHaveLength(10);
    await page.getByRole('button', { name: 'Back to the first centers' }).click();
    expect(await page.locator('.list h3').allTextContents()).toEqual(before);
    await page.getByText('Filters', { exact: true }).click();
    await page.getByLabel(/^Medicaid/).check();
    await page.getByRole('button', { name: 'Search with these' }).click();
    await page.getByRole('heading', { name: /The 10 nearest centers listing IOP and Medicaid near Phoenix/ }).waitFor();
    await page.locator('.list a.more').first().click();
    expect(new URL(page.url()).pathname).toMatch(/^\/centers\//);
    await page.locator('.crumbs').getByRole('link', { name: 'Arizona' }).click();
    await page.getByRole('heading', { name: 'Treatment centers in Arizona' }).waitFor();
    await page.getByRole('link', { name: 'Phoenix', exact: true }).first().click();
    expect(new URL(page.url()).pathname).toBe('/cities/az/phoenix');
    await page.getByRole('link', { name: 'Español' }).first().click();
    expect(new URL(page.url()).pathname).toBe('/es/cities/az/phoenix');
    for (const { url } of requests) expect(url).not.toMatch(/85004|iop[^/]*near|medicaid|\?/);
  });

  test('every link of each kind of page leads somewhere', async () => {
    const seen = new Set<string>();
    for (const path of kinds) {
      const html = await (await fetch(site.url() + path)).text();
      for (const [, href = ''] of html.matchAll(/href="(\/[^"#]*)/g)) {
        // Some centers are enough here: `npm run pages` checks all pages.
        if (href.includes('/centers/') && [...seen].filter((one) => one.includes('/centers/')).length > 30) continue;
        seen.add(href);
      }
    }
    expect(seen.size).toBeGreaterThan(60);
    for (const href of seen) {
      const { status } = await fetch(site.url() + href);
      expect([href, status]).toEqual([href, 200]);
    }
  });

  test('what was typed into the plain form goes on in the finder', async () => {
    const { page } = await site.open({ javaScriptEnabled: false });
    expect(await page.locator('.plain-search').isVisible()).toBe(true);
    const { page: scripted } = await site.open();
    expect(await scripted.locator('.plain-search').isVisible()).toBe(false);
    const slow = await site.open({ path: '/for-providers' });
    await slow.page.route('**/locator.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await route.continue();
    });
    await slow.page.goto(site.url(), { waitUntil: 'commit' });
    await slow.page.locator('.plain-search [name="q"]').fill('tucson');
    await slow.page.locator('#near').waitFor();
    await expect.poll(() => slow.page.locator('#near').inputValue()).toBe('tucson');
  });
});
