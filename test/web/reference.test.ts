import { describe, expect, it } from 'vitest';
import { problemKinds } from '../../functions/http/problem-kinds.ts';
import { contract } from '../support/contract.ts';
import { desktop, expectAccessible, expectNoSidewaysScroll, noBrowser, phone } from './browser.ts';
import { withSite } from './site.ts';

const site = withSite();

describe.skipIf(noBrowser)('the reference at /docs', () => {
  it.each([
    ['phone', phone, 'light'],
    ['desktop', desktop, 'dark'],
  ] as const)('on a %s (%o, %s) is accessible, fits, and asks nobody else', async (_name, viewport, colorScheme) => {
    const { page, requests, faults } = await site.open({ viewport, colorScheme, path: '/docs' });
    for (const { operation } of contract.operations()) {
      expect(await page.locator(`#${operation.operationId}`).count(), operation.operationId).toBe(1);
    }
    // All of it open is a large page for axe: once is enough, the parts are of the same few kinds.
    if (colorScheme === 'light')
      await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    expect(requests.filter(({ url }) => !url.startsWith(site.url()))).toEqual([]);
    expect(faults).toEqual([]);
    expect(await page.locator('body').innerText()).not.toContain('locator.example/');
  });

  it('sends each request that it shows, and shows the answer', async () => {
    const { page, faults } = await site.open({ viewport: desktop, path: '/docs' });
    for (const form of await page.locator('form.try').all()) {
      await form.locator('.send').click();
      await form.locator('.outcome:text-matches("^200")').waitFor();
      expect((await form.locator('.shown').innerText()).length).toBeGreaterThan(60);
    }
    const search = page.locator('#searchCenters form.try');
    await search.getByRole('button', { name: 'As CSV' }).click();
    await search.locator('.outcome:text-matches("text/csv")').waitFor();
    expect(await search.locator('.shown').innerText()).toContain('id,name,organization');
    await search.locator('input').fill('/v1/centers?near=Peoria');
    await search.locator('select').selectOption('application/json');
    await search.locator('input').press('Enter');
    await search.locator('.outcome:text-matches("^400")').waitFor();
    expect(await search.locator('.shown').innerText()).toContain('Peoria, AZ');
    await search.locator('input').fill('//elsewhere.example/');
    await search.locator('input').press('Enter');
    await search.locator('.outcome:text-matches("one slash")').waitFor();
    expect(faults).toEqual([]);
  });

  it('shows what needs an access token as a command, and sends none of it', async () => {
    const { page } = await site.open({ viewport: desktop, path: '/docs' });
    const record = page.locator('#recordFacts');
    expect(await record.locator('pre').first().innerText()).toMatch(
      /^curl -X PUT "\$LOCATOR\/v1\/agent\/centers\/[\w-]+\/offerings\/[\w-]+\/facts".*Bearer \$TOKEN.*If-Match: .*body\.json/s,
    );
    expect(await record.locator('form').count()).toBe(0);
    expect(await page.locator('#searchCenters form.try').count()).toBe(1);
  });

  it('is whole without a script, and every link within it leads somewhere', async () => {
    const { page } = await site.open({ javaScriptEnabled: false, path: '/docs' });
    const html = await page.content();
    const targets = [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href);
    for (const target of new Set(targets)) {
      if (target.startsWith('#')) expect(html, target).toContain(`id="${target.slice(1)}"`);
      else if (target.startsWith('/')) expect((await fetch(`${site.url()}${target}`)).status, target).toBe(200);
      else expect(target).toMatch(/^(?:tel|sms):/);
    }
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
