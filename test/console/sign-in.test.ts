import { describe, expect, test } from 'vitest';
import { groups } from '../../functions/faces/agent/person.ts';
import { records } from '../support/real-records.ts';
import { desktop, noBrowser } from '../web/browser.ts';
import { withSite } from '../web/site.ts';
import { center, nameOf, opened, signIn, watchRequests, whoIs } from './signed-in.ts';

const link = `/console#center=${center}`;
const stored = '[sessionStorage.length, Object.keys(localStorage).filter((key) => key !== "console-settings").length]';

describe.skipIf(noBrowser !== null)('signing in', () => {
  const site = withSite(records);

  test.each(groups)(
    'a person of the group %s comes back to the center of the link, with nothing in storage',
    async (group) => {
      const { page, faults } = await site.open({ path: link, viewport: desktop });
      const seen = watchRequests(page);
      await signIn(page, group);
      await opened(page);
      expect(await page.locator('.who-in').textContent()).toBe(`${nameOf(group)} · ${group}`);
      expect(page.url()).toBe(`${site.url()}${link}`);
      expect(await page.evaluate(stored)).toEqual([0, 0]);
      // The browser lists the cookies of all ports of this machine. Only the provider has set cookies, which no script
      // can read.
      for (const { name, httpOnly } of await page.context().cookies())
        expect([/^_(?:session|interaction)/.test(name), httpOnly], name).toEqual([true, true]);
      // Only the site and the provider are contacted; tokens only go to the API, never in a URL.
      const { issuer } = site.local();
      for (const { url } of seen) expect([site.url(), issuer]).toContain(new URL(url).origin);
      for (const { url, all } of seen) {
        if (/bearer/i.test(all)) expect(url).toContain(`${site.url()}/v1/agent/`);
        expect(url).not.toMatch(/access_token|refresh_token|eyJ/);
      }
      expect(faults).toEqual([]);
    },
  );

  test('opening the page logs nothing, and downloads each file once, though it asks the provider on its way', async () => {
    const { page, requests } = await site.open({ path: '/console', viewport: desktop });
    const settled = () => page.locator('.hint .examples').waitFor({ timeout: 60_000 });
    await page.locator('.sign-in').waitFor({ timeout: 60_000 });
    await settled();
    const files = requests.map(({ url }) => url).filter((url) => /\/v1\/dataset\/./.test(url));
    expect(files.length).toBeGreaterThan(1);
    expect(files.length).toBe(new Set(files).size);
    const logged: string[] = [];
    page.on('console', (message) => logged.push(`${message.type()} ${message.text()}`));
    page.on('pageerror', (error) => logged.push(String(error)));
    await page.reload();
    await page.locator('.sign-in').waitFor({ timeout: 60_000 });
    await settled();
    await signIn(page, 'agent');
    await page.reload();
    await whoIs(page, nameOf('agent')).waitFor();
    await settled();
    expect(logged).toEqual([]);
  });

  test('an address that somebody else made signs nobody in', async () => {
    const { page } = await site.open({ path: '/console?code=abc&state=made-up', viewport: desktop });
    await page.getByRole('button', { name: 'Sign in', exact: true }).first().waitFor();
    expect(page.url()).toBe(`${site.url()}/console`);
    expect(await page.evaluate(stored)).toEqual([0, 0]);
  });

  test('another tab is signed in by a redirect, and signing out ends it everywhere: at the API, at the provider, in both tabs', async () => {
    const { page } = await site.open({ path: '/console', viewport: desktop });
    const seen = watchRequests(page);
    await signIn(page, 'agent');
    const other = await page.context().newPage();
    const seenThere = watchRequests(other);
    await other.goto(`${site.url()}${link}`);
    await whoIs(other, nameOf('agent')).waitFor();
    await opened(other);
    expect(other.url()).toBe(`${site.url()}${link}`);
    const tokenIn = (list: typeof seen) => /bearer ([\w.-]+)/i.exec(list.map(({ all }) => all).join('\n'))?.[1] ?? '';
    await page.getByRole('button', { name: 'Worklist' }).click();
    await page.locator('.worklist table').waitFor();
    const tokens = [tokenIn(seen), tokenIn(seenThere)];
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in', exact: true }).first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/console');
    await other.locator('.bar', { hasText: 'Your session ended' }).waitFor();
    // The page keeps the content of the screen.
    await other.locator('.center-pane h2', { hasText: 'Lantern Bridge' }).waitFor();
    for (const token of tokens) {
      expect(token).not.toBe('');
      const facts = `${site.url()}/v1/agent/centers/${center}/offerings/${center}-op/facts`;
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'if-match': '*' };
      const body = JSON.stringify({ facts: { 'schedule.evening': 'yes' } });
      expect((await fetch(facts, { method: 'PUT', headers, body })).status).toBe(401);
    }
    // The provider asks again who signs in.
    await page.getByRole('button', { name: 'Sign in', exact: true }).first().click();
    await page.getByRole('button', { name: `${nameOf('lead')}, lead` }).waitFor();
  });

  test('a session that ended says so, and keeps the screen and what was pressed until the person is back', async () => {
    const { page } = await site.open({ path: link, viewport: desktop });
    await page.clock.install();
    await signIn(page, 'agent');
    await opened(page);
    // From now on no token is accepted or issued.
    await page.route('**/v1/agent/**', (route) =>
      route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{}' }),
    );
    await page.route('**/token', (route) =>
      route.fulfill({ status: 400, contentType: 'application/json', body: '{"error":"invalid_grant"}' }),
    );
    await page.locator('[data-do="confirm"]').first().click();
    await page.locator('.bar', { hasText: 'Your session ended' }).waitFor();
    // The page draws itself again after half a minute.
    await page.clock.fastForward(31_000);
    await page.locator('.bar', { hasText: '1 key press waits' }).waitFor();
    await page.locator('.center-pane h2', { hasText: 'Lantern Bridge' }).waitFor();
    await page.unroute('**/v1/agent/**');
    await page.unroute('**/token');
    const recorded = page.waitForResponse((response) => response.url().endsWith('/facts') && response.status() === 200);
    await page.locator('.bar').getByRole('button', { name: 'Sign in' }).click();
    await recorded;
    await whoIs(page, nameOf('agent')).waitFor();
    await expect.poll(() => page.locator('.bar', { hasText: 'waits' }).count()).toBe(0);
  });

  test('a token is renewed while the page is open, and the API never sees an old one', async () => {
    const { page } = await site.open({ path: '/console', viewport: desktop });
    await signIn(page, 'lead');
    const renewed = page.waitForRequest((request) => (request.postData() ?? '').includes('grant_type=refresh_token'));
    let refused = 0;
    await page.route('**/v1/agent/worklist**', async (route) => {
      refused += 1;
      if (refused > 1) return route.continue();
      return route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{}' });
    });
    await page.getByRole('button', { name: 'Worklist' }).click();
    await renewed;
    await page.locator('.worklist table').waitFor();
    await whoIs(page, nameOf('lead')).waitFor();
  });
});
