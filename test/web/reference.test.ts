import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { problemKinds } from '../../functions/http/problem-kinds.ts';
import { contract } from '../support/contract.ts';
import {
  accessFaults,
  desktop,
  expectAccessible,
  expectAccessibleByDayAndNight,
  expectNoSidewaysScroll,
  noBrowser,
  phone,
  readAxeAhead,
} from './browser.ts';
import { withSite } from './site.ts';

const site = withSite();
const openAll = "for (const one of document.querySelectorAll('details')) one.open = true";
/** One page of each kind. */
const kinds = ['/docs', '/docs/centers', '/docs/guides/limits', '/docs/mcp', '/docs/shapes', '/problems'];

/** Paths of the pages with operations, from the table of contents. */
const operationPages = async (page: Page): Promise<string[]> => {
  const paths = await page
    .locator('.contents a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  return paths.filter((path) => /^\/docs\/(?!guides\/|shapes|for-providers)\w+$/.test(path));
};

interface Sent {
  readonly operation: string;
  /** Index of the sample among those of the operation. */
  readonly at: number;
  readonly outcome: string;
  /** How many letters of the answer are shown. */
  readonly shown: number;
}

/** Runs in the page: sends each sample that can be sent, one after the other, as a reader with a mouse would. */
async function sendAll(): Promise<Sent[]> {
  const sent: Sent[] = [];
  for (const samples of document.querySelectorAll<HTMLElement>('.samples:has(form.try)')) {
    const which = samples.querySelector<HTMLSelectElement>('select.which');
    const outcome = samples.querySelector<HTMLElement>('.outcome');
    for (let at = 0; at < (which?.options.length ?? 1); at += 1) {
      if (which !== null) {
        which.selectedIndex = at;
        which.dispatchEvent(new Event('change', { bubbles: true }));
      }
      outcome?.replaceChildren();
      samples.querySelector<HTMLButtonElement>('.send')?.click();
      while (!/^\d/.test(outcome?.innerText ?? '')) await new Promise((resolve) => setTimeout(resolve, 5));
      sent.push({
        operation: samples.dataset.operation ?? '',
        at,
        outcome: outcome?.innerText ?? '',
        shown: samples.querySelector<HTMLElement>('.shown')?.innerText.length ?? 0,
      });
    }
  }
  return sent;
}

describe.skipIf(noBrowser)('the reference at /docs', () => {
  it.each([
    ['a phone', phone, 'light', kinds],
    // The other pages consist of the same parts.
    ['a desktop', desktop, 'dark', kinds.slice(0, 2)],
  ] as const)('on %s (%o, %s) is accessible, fits, and asks nobody else', async (_, viewport, colorScheme, paths) => {
    const { page, requests, faults } = await site.open({ viewport, colorScheme, path: paths[0] ?? '' });
    await readAxeAhead(page);
    for (const path of paths) {
      await page.goto(site.url() + path);
      // Axe takes long on a page with everything open. One such check is enough, because the parts are of a few kinds.
      if (colorScheme === 'light') await page.evaluate(openAll);
      expect(await accessFaults(page), path).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), path).toBeLessThanOrEqual(0);
      expect(await page.locator('body').innerText(), path).not.toContain('locator.example/');
      expect(faults, path).toEqual([]);
    }
    expect(requests.filter(({ url }) => !url.startsWith(site.url()))).toEqual([]);
  });

  it('sends every request that it shows, over these listings, and shows the answer', async () => {
    const { page, faults } = await site.open({ viewport: desktop, path: '/docs' });
    const sent: string[] = [];
    for (const path of await operationPages(page)) {
      await page.goto(`${site.url()}${path}`);
      for (const { operation, at, outcome, shown } of await page.evaluate(sendAll)) {
        expect(outcome, `${path} ${operation}`).toMatch(/^200 /);
        expect(shown, `${path} ${operation}`).toBeGreaterThan(60);
        if (at === 0) sent.push(operation);
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
    // The page's other operation shows the same programming language.
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
    const { page, faults } = await site.open({ path: '/problems/too-broad' });
    await expectAccessibleByDayAndNight(page);
    await expectNoSidewaysScroll(page);
    expect(faults).toEqual([]);
  });
});
