import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { records } from '../support/real-records.ts';
import { noBrowser, quietLaunch } from '../web/browser.ts';
import { withSite } from '../web/site.ts';
import { holding, watch } from '../web/watching.ts';
import { lookUp, said, settled, signIn, wide } from './browser.ts';

/** Words that appear nowhere in the product, so anything that contains them got them from the agent. */
const typed = ['qzcallerword', 'zqsecondcaller'];
/** Private fields of the opened center. */
const secret = ['LB-AZ-01', '+16025550104', '(602) 555-0104', 'Say "program transfer"', 'Evening groups fill first'];

describe.skipIf(noBrowser !== null)('what a call leaves behind', () => {
  const site = withSite(records);
  let profile: string;
  beforeEach(async () => {
    profile = await mkdtemp(join(tmpdir(), 'locator-profile-'));
  });
  afterEach(() => rm(profile, { recursive: true, force: true }));

  test('nothing typed in a request, an address or a file; no private field or colleague on the disk', async () => {
    const context = await chromium.launchPersistentContext(profile, {
      ...quietLaunch,
      viewport: wide,
      permissions: ['clipboard-write'],
    });
    const [page = await context.newPage()] = context.pages();
    const seen = await watch(context);
    await page.goto(`${site.url()}/console`);
    await settled(page);
    await signIn(page, 'ana');
    const shown = new Set<string>();
    const note = async () =>
      shown.add(JSON.stringify([page.url(), await page.title(), await page.evaluate('history.state')]));
    const entries = await page.evaluate<number>('history.length');
    await page.keyboard.type(`iop 85004 medicaid ${typed[0]}`);
    await note();
    await lookUp(page, 'iop lantern bridge phoenix');
    await page.keyboard.press('Enter');
    await page.locator('.code').waitFor();
    for (const key of ['y', 'l', 'c']) await page.keyboard.press(key);
    await expect.poll(() => said(page).textContent(), { timeout: 30_000 }).toMatch(/confirmed now/);
    await note();
    await page.keyboard.press('a');
    await page.keyboard.type('evening');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.locator('#box').fill(`detox Denver CO ${typed[1]}`);
    await note();
    expect(await page.evaluate('history.length')).toBe(entries);
    // Cookies are shared between ports, so those of the local sign-in appear here too.
    const cookies = (await context.cookies(site.url())).map(({ name }) => name);
    expect(cookies.filter((name) => !name.startsWith('_session'))).toEqual([]);
    const kept = JSON.stringify(await context.storageState({ indexedDB: true }));
    await context.close();

    const ofSite = seen.filter(({ url }) => url.startsWith(site.url()));
    expect(ofSite.length).toBeGreaterThan(5);
    // Only the sign-in has another origin.
    const others = new Set(seen.map(({ url }) => new URL(url).origin).filter((origin) => origin !== site.url()));
    expect([...others]).toEqual([new URL(site.local().issuer).origin]);
    const everything = JSON.stringify([seen, [...shown]]);
    for (const word of [...typed, '85004', 'medicaid', 'Denver', 'lantern bridge', 'evening'])
      expect([word, everything.includes(word)]).toEqual([word, false]);
    // A center is requested by its id once, when it is opened.
    const asked = ofSite.filter(({ url }) => url.includes('/v1/agent/centers/') && !url.endsWith('/facts'));
    expect(asked.map(({ url }) => new URL(url).pathname)).toEqual(['/v1/agent/centers/lantern-bridge-phoenix-example']);

    expect(await holding(profile, [new URL(site.url()).host])).not.toEqual([]);
    expect(await holding(profile, [...typed, ...secret])).toEqual([]);
    for (const word of [...typed, ...secret, '"ana"', 'eyJ'])
      expect([word, kept.includes(word)]).toEqual([word, false]);
  }, 300_000);
});
