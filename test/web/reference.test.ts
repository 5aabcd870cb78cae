import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { problemKinds } from '../../functions/http/problem-kinds.ts';
import { contract } from '../support/contract.ts';
import { desktop, expectAccessible, expectNoSidewaysScroll, noBrowser, phone } from './browser.ts';
import { withSite } from './site.ts';

const site = withSite();
const openAll = "for (const one of document.querySelectorAll('details')) one.open = true";
/** One page of each kind. */
const kinds = ['/docs', '/docs/centers', '/docs/guides/limits', '/docs/mcp', '/docs/shapes', '/problems'];

/** Pages with operations, by the contents. */
const operationPages = async (page: Page): Promise<string[]> => {
  const paths = await page
    .locator('.contents a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  return paths.filter((path) => /^\/docs\/(?!guides\/|shapes|for-providers)\w+$/.test(path));
};

describe.skipIf(noBrowser)('the reference at /docs', () => {
  it.each([
    ...kinds.map((path) => [path, 'phone', phone, 'light'] as const),
    // The other pages have the same parts.
    ...kinds.slice(0, 2).map((path) => [path, 'desktop', desktop, 'dark'] as const),
  ])('%s on a %s (%o, %s) is accessible, fits, and asks nobody else', async (path, _name, viewport, colorScheme) => {
    const { page, requests, faults } = await site.open({ viewport, colorScheme, path });
    // With everything open it is a large page for axe: once is enough, because its parts are of few kinds.
    if (colorScheme === 'light') await page.evaluate(openAll);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    expect(requests.filter(({ url }) => !url.startsWith(site.url()))).toEqual([]);
    expect(faults).toEqual([]);
    expect(await page.locator('body').innerText()).not.toContain('locator.example/');
  });

  it('sends every request that it shows, over these listings, and shows the answer', async () => {
    const { page, faults } = await site.open({ viewport: desktop, path: '/docs' });
    const sent: string[] = [];
    for (const path of await operationPages(page)) {
      await page.goto(`${site.url()}${path}`);
      for (const samples of await page.locator('.samples:has(form.try)').all()) {
        const which = samples.locator('select.which');
        const options = (await which.count()) === 0 ? [null] : await which.locator('option').all();
        for (const [at] of options.entries()) {
          if (options[0] !== null) await which.selectOption({ index: at });
          await samples.locator('.send').click();
          await samples.locator('.outcome:text-matches("^\\\\d")').waitFor();
          const outcome = await samples.locator('.outcome').innerText();
          expect(outcome, `${path} ${await samples.getAttribute('data-operation')}`).toMatch(/^200 /);
          expect((await samples.locator('.shown').innerText()).length).toBeGreaterThan(60);
          // Marks the outcome, to recognize a new one.
          await samples.locator('.outcome').evaluate((node) => node.replaceChildren());
        }
        sent.push((await samples.getAttribute('data-operation')) ?? '');
      }
    }
    const open = contract.operations().filter(({ path }) => !path.startsWith('/v1/agent/'));
    expect(sent.sort()).toEqual(open.map(({ operation }) => operation.operationId).sort());
    expect(faults).toEqual([]);
  }, 90_000);

  it('sends what somebody writes, and nothing to another site', async () => {
    const { page, requests, faults } = await site.open({ viewport: desktop, path: '/docs/search' });
    const search = page.locator('.samples[data-operation=searchCenters]');
    await search.locator('.which').selectOption('As CSV');
    await search.locator('.send').click();
    await search.locator('.outcome:text-matches("text/csv")').waitFor();
    expect(await search.locator('.shown').innerText()).toContain('id,name,organization');
    expect(await search.locator('.answer:visible').count()).toBe(0);
    await search.locator('.which').selectOption('As GeoJSON');
    expect(await search.locator('.shown').isVisible()).toBe(false);
    expect(await search.locator('.answer:visible').innerText()).toContain('FeatureCollection');
    await search.locator('input').fill('/v1/centers?near=Peoria');
    await search.locator('form select').selectOption('application/json');
    await search.locator('input').press('Enter');
    await search.locator('.outcome:text-matches("^400")').waitFor();
    expect(await search.locator('.shown').innerText()).toContain('Peoria, AZ');
    const before = requests.length;
    for (const wrong of ['//elsewhere.example/', '/\\elsewhere.example/', 'https://elsewhere.example/']) {
      await search.locator('input').fill(wrong);
      await search.locator('input').press('Enter');
      await search.locator('.outcome:text-matches("one slash")').waitFor();
    }
    expect(requests.length).toBe(before);
    expect(faults).toEqual([]);
  });

  it('copies what it shows, in the language that was chosen', async () => {
    const { page } = await site.open({
      viewport: desktop,
      path: '/docs/centers',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const samples = page.locator('.samples[data-operation=readCenter]');
    const shown = samples.locator('.sample:not([hidden]) .language:not([hidden])');
    expect(await shown.count()).toBe(1);
    for (const [tab, begin] of [
      ['curl', `ID=$(curl -s '${site.url()}/v1/centers?near=85004`],
      ['fetch', 'const found = await'],
      ['client', 'import { LocatorClient }'],
    ] as const) {
      await samples.locator('.sample:not([hidden])').getByRole('tab', { name: tab }).click();
      await shown.getByRole('button', { name: /^Copy/ }).click();
      await shown.getByRole('button', { name: 'Copied' }).waitFor();
      const copied = await page.evaluate('navigator.clipboard.readText()');
      expect(copied).toBe(await shown.locator('pre').textContent());
      expect(String(copied).startsWith(begin), String(copied)).toBe(true);
    }
    // The page's other operation shows the same language.
    const other = page.locator('.samples[data-operation=readContinuum]');
    expect(await other.getByRole('tab', { name: 'client' }).getAttribute('aria-selected')).toBe('true');
    await other.getByRole('tab', { name: 'client' }).press('ArrowRight');
    expect(await other.getByRole('tab', { name: 'curl' }).getAttribute('aria-selected')).toBe('true');
    expect(await page.evaluate('JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie')).toBe('{}');
  });

  it('shows what needs an access token as a command, and sends none of it', async () => {
    const { page } = await site.open({ viewport: desktop, path: '/docs/agents' });
    const record = page.locator('#recordFacts');
    expect(await record.locator('pre').first().innerText()).toMatch(
      /curl -X PUT "[^"]+\/offerings\/\$OFFERING_ID\/facts".*Bearer \$TOKEN.*if-match: .*"level": "yes"/s,
    );
    expect(await page.locator('form.try').count()).toBe(0);
  });

  it.each([
    ['phone', phone, 'dark'],
    ['desktop', desktop, 'light'],
  ] as const)('is searched on a %s without a request, by keyboard alone', async (_name, viewport, colorScheme) => {
    const { page, requests, faults } = await site.open({ viewport, colorScheme, path: '/docs' });
    await page.waitForLoadState('networkidle');
    const before = requests.length;
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog');
    await page.keyboard.type('retry-after');
    await dialog.locator('.found:text-matches("results")').waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    expect(requests.slice(before).map(({ url }) => url)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    expect(
      await dialog
        .locator('a')
        .first()
        .evaluate((link) => link === document.activeElement),
    ).toBe(true);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.keyboard.press('/');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('zzzz');
    await dialog.locator('.found:text-matches("Nothing found")').waitFor();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('DevicePart ');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/docs/device#shape-DevicePart');
    expect(await page.locator('#shape-DevicePart').evaluate((shape: HTMLDetailsElement) => shape.open)).toBe(true);
    expect(faults).toEqual([]);
  });

  it('is whole without a script, and every link within it leads somewhere', async () => {
    const { page } = await site.open({ javaScriptEnabled: false, path: '/docs/centers' });
    const text = await page.locator('#readCenter').innerText();
    for (const part of ['curl -s', 'await fetch(', 'LocatorClient', 'Parameters']) expect(text).toContain(part);
    for (const control of ['form.try', '.open-find', 'dialog'])
      expect(await page.locator(control).first().isVisible()).toBe(false);
    const seen = new Set<string>();
    for (const path of ['/docs', ...(await operationPages(page)), '/docs/shapes', '/problems']) {
      const html = await (await fetch(`${site.url()}${path}`)).text();
      for (const [, href = ''] of html.matchAll(/href="([^"#]+)/g)) seen.add(href);
    }
    for (const href of seen) {
      if (href.startsWith('/')) expect((await fetch(`${site.url()}${href}`)).status, href).toBe(200);
      else expect(href).toMatch(/^(?:tel:|sms:|https:\/\/)/);
    }
    const markdown = await fetch(`${site.url()}/docs/search.md`);
    expect(markdown.headers.get('content-type')).toBe('text/markdown');
    expect(await markdown.text()).toMatch(/^# Search\n/);
  });
});

describe.skipIf(noBrowser)('the pages of problems', () => {
  it('are where the type of an answer leads', async () => {
    const answer = await fetch(`${site.url()}/v1/centers`);
    const { type } = (await answer.json()) as { type: string };
    const response = await fetch(type.replace(/^https?:\/\/[^/]+/, site.url()));
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html']);
    expect(await response.text()).toContain(problemKinds['bad-request'].remedy.slice(0, 4));
  });

  it('exist for every kind, and are accessible', async () => {
    for (const kind of ['', ...Object.keys(problemKinds)]) {
      expect((await fetch(`${site.url()}/problems/${kind}`)).status, kind).toBe(200);
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, faults } = await site.open({ colorScheme, path: '/problems/too-broad' });
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      expect(faults).toEqual([]);
    }
  });
});
