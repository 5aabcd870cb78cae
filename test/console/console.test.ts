import { describe, expect, test } from 'vitest';
import { records } from '../support/real-records.ts';
import { expectAccessible, expectNoSidewaysScroll, noBrowser, phone, statesInTurn } from '../web/browser.ts';
import { withSite } from '../web/site.ts';
import {
  clipboard,
  expectNoFaults,
  lookUp,
  openConsole,
  said,
  settled,
  signedInConsole,
  signIn,
  startApi,
  stopApi,
} from './browser.ts';

describe.skipIf(noBrowser !== null)('the console', () => {
  const site = withSite(records);
  const openAs = signedInConsole(site.open);

  test('is no search engine’s, loads nothing from elsewhere, and no page may frame it', async () => {
    const response = await fetch(`${site.url()}/console`);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect([response.status, response.headers.get('x-robots-tag'), response.headers.get('x-frame-options')]).toEqual([
      200,
      'noindex',
      'DENY',
    ]);
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
  });

  test('a call by keys alone: look up, open, copy, confirm, full until, undo', async () => {
    const visit = await openAs('ana');
    const { page } = visit;
    await page.keyboard.insertText('iop lantern bridge ');
    await page.keyboard.type('phoenix');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.code b').textContent()).toBe('LB-AZ-01');
    await expect.poll(() => page.locator('.line.first b').textContent()).toBe('(602) 555-0104');
    await page.keyboard.press('Enter');
    await said(page).waitFor();
    expect(await clipboard(page)).toBe('(602) 555-0104');
    await page.keyboard.press('y');
    await expect.poll(() => said(page).textContent()).toBe('Summary copied.');
    const summary = await clipboard(page);
    expect(summary).toContain('Lantern Bridge Phoenix (example)\nProgram: Intensive outpatient (IOP)');
    expect(summary).not.toMatch(/0104|LB-AZ|program transfer/);
    await page.keyboard.press('l');
    await expect.poll(() => clipboard(page)).toBe(`${site.url()}/centers/lantern-bridge-phoenix-example`);
    await page.keyboard.press('c');
    await expect
      .poll(() => said(page).textContent())
      .toMatch(/^IOP at Lantern Bridge Phoenix \(example\): confirmed now/);
    await expect.poll(() => page.locator('.level .sure').textContent()).toMatch(/^Confirmed .* by you$/);
    await page.keyboard.press('f');
    await page.keyboard.press('2');
    await expect.poll(() => said(page).textContent()).toMatch(/intake full until/);
    await expect.poll(() => page.locator('#rows [aria-selected=true] .intake').textContent()).toMatch(/^Full to/);
    await page.keyboard.press('u');
    await expect.poll(() => said(page).textContent()).toMatch(/^Taken back: .*intake full until/);
    // "Does not offer" asks for confirmation; Esc cancels.
    await page.keyboard.press('d');
    await page.locator('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate("document.activeElement === document.querySelector('#rows [aria-selected=true]')")).toBe(
      true,
    );
    expectNoFaults(visit);
  }, 120_000);

  test('with single keys off the palette and the buttons do the same, and the switch is remembered', async () => {
    const { page } = await openAs('ana');
    await page.getByRole('switch').uncheck();
    await page.reload();
    await page.getByRole('switch').waitFor();
    await lookUp(page, 'php lantern bridge phoenix');
    await page.keyboard.press('Enter');
    await page.locator('.code').waitFor();
    for (const key of ['c', 'y', '/', '1', 'm', '?']) await page.keyboard.press(key);
    expect(await said(page).count()).toBe(0);
    expect(await page.locator('dialog').count()).toBe(0);
    expect(await page.locator('.map-box').count()).toBe(0);
    // The agent uses the command palette.
    await page.keyboard.press('Control+k');
    await page.keyboard.type('confirmed');
    await page.keyboard.press('Enter');
    await expect.poll(() => said(page).textContent()).toMatch(/^PHP at .*: confirmed now/);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('summary');
    await page.keyboard.press('Enter');
    await expect.poll(() => said(page).textContent()).toBe('Summary copied.');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('does not');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Does not offer PHP' }).click();
    await expect.poll(() => said(page).textContent()).toMatch(/does not offer it/);
    // The agent uses the buttons.
    await page.locator('.said [data-do=undo]').click();
    await expect.poll(() => said(page).textContent()).toMatch(/^Taken back/);
    await page.locator('[data-do=full]').click();
    await page.getByRole('button', { name: '1 week' }).click();
    await expect.poll(() => said(page).textContent()).toMatch(/intake full until/);
    await page.locator('[data-do=link]').click();
    await expect.poll(() => said(page).textContent()).toBe('Link copied.');
    await page.locator('[data-do=filter]').click();
    await page.keyboard.type('medicaid');
    await page.keyboard.press('Enter');
    await page.locator('.chip', { hasText: 'Medicaid' }).waitFor();
  }, 120_000);

  test('axe finds nothing in any view, by day and at night', async () => {
    const visit = await openConsole(site.open);
    const { page } = visit;
    const look = statesInTurn(page);
    await look();
    await signIn(page, 'ana');
    await lookUp(page, 'iop 85004 medicaid evening');
    await page.keyboard.press('Enter');
    await page.locator('.transfer, .fine').first().waitFor();
    await look();
    for (const key of ['Control+k', 'a', 'f', 'd', 'j']) {
      await page.keyboard.press(key);
      await page.locator('dialog').waitFor();
      await look('dialog');
      await page.keyboard.press('Escape');
      await page.locator('dialog').waitFor({ state: 'detached' });
    }
    // This search leaves out evenings, because few listings have them and there would be only one center to compare.
    await lookUp(page, 'iop 85004 within 250 miles');
    await page.keyboard.press('Enter');
    for (const key of ['x', 'ArrowDown', 'x', 'v']) await page.keyboard.press(key);
    await page.locator('.compare table').waitFor();
    await look();
    await page.keyboard.press('v');
    await page.keyboard.press('m');
    await page.locator('.map svg.picture').waitFor();
    await look();
    await page.keyboard.press('m');
    for (const text of ['springfield', 'iop', 'i want to die 85004', 'detox yoga spanish 85004 within 1 mile']) {
      await page.locator('#box').fill(text);
      await look();
    }
    await stopApi(page.context());
    await lookUp(page, 'iop 85004 within 250 miles');
    await page.keyboard.press('Enter');
    await page.keyboard.press('c');
    await page.locator('.bar.lamp', { hasText: 'No connection' }).waitFor();
    await look();
    expectNoFaults(visit);
  }, 240_000);

  test('J shows the shortest paths from the caller through the levels that are switched on', async () => {
    const visit = await openConsole(site.open);
    const { page } = visit;
    await lookUp(page, 'detox 85004 medicaid');
    await page.keyboard.press('Enter');
    await page.keyboard.press('j');
    await page.locator('.path').first().waitFor();
    const levels = () => page.locator('.path').first().locator('li > b').allTextContents();
    expect((await levels()).length).toBe(5);
    const before = page.url();
    await page.locator('.paths [aria-pressed=true]', { hasText: 'PHP' }).click();
    expect((await levels()).length).toBe(4);
    expect(page.url()).toBe(before);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/console-paths.png` });
    await page.locator('.path li button').first().click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(await page.locator('#pane h2').textContent()).not.toBe('');
    await page.setViewportSize(phone);
    await page.keyboard.press('j');
    await page.locator('.path').first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/console-paths-phone.png` });
    expectNoFaults(visit);
  }, 120_000);

  test('on a phone the list and the center take turns, and nothing scrolls sideways', async () => {
    const { page } = await openConsole(site.open, { viewport: phone });
    await lookUp(page, 'iop 85004');
    await expectNoSidewaysScroll(page);
    await page.locator('#rows tbody tr').nth(1).click();
    await page.locator('#pane h2').waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.locator('.back').click();
    await page.locator('#rows').waitFor();
    await expectAccessible(page);
    // With a keyboard, or at 400 % zoom on a desktop, the focus moves to the center instead of the box.
    await page.locator('#box').focus();
    for (const key of ['Enter', 'y']) await page.keyboard.press(key);
    await expect.poll(() => said(page).textContent()).toBe('Summary copied.');
    expect(await page.locator('#box').inputValue()).toBe('iop 85004');
  }, 120_000);

  test('a CRM opens a center by its id alone; the next search forgets it', async () => {
    const { page } = await openConsole(site.open, { hash: '#center=lantern-bridge-phoenix-example' });
    await page.getByRole('heading', { name: 'Lantern Bridge Phoenix (example)' }).waitFor();
    await signIn(page, 'ana');
    await expect.poll(() => page.locator('.code b').textContent()).toBe('LB-AZ-01');
    // Key presses apply to the opened center, although the box had the focus before.
    await page.locator('#box').focus();
    await page.evaluate("location.hash = '#center=lantern-bridge-denver-example'");
    await page.getByRole('heading', { name: 'Lantern Bridge Denver (example)' }).waitFor();
    await page.keyboard.press('y');
    await expect.poll(() => said(page).textContent()).toBe('Summary copied.');
    expect(await page.locator('#box').inputValue()).toBe('');
    await page.locator('#box').fill('iop 85004');
    await expect.poll(() => page.url()).toBe(`${site.url()}/console`);
    expect(await page.title()).toBe('Console');
    await page.evaluate("location.hash = '#center=no-such-center'");
    await expect.poll(() => said(page).textContent()).toMatch(/^No listed center has this id/);
  }, 120_000);

  test('what is typed before the listings and the sign-in are there is kept, and searched once they come', async () => {
    const { page } = await openAs('ana');
    const context = page.context();
    // With listings kept on this computer, the page can be used before it has asked who is signed in.
    const held: (() => void)[] = [];
    await context.route('**/console/settings.json', async (route) => {
      await new Promise<void>((resolve) => held.push(resolve));
      await route.continue();
    });
    await page.reload();
    await page.locator('#box[readonly]').waitFor();
    await lookUp(page, 'iop 85004');
    const rows = await page.locator('#rows tbody').innerText();
    await expect.poll(() => held.length).toBe(1);
    held.shift()?.();
    await page.locator('.sign-in').waitFor();
    expect(await page.locator('#box').inputValue()).toBe('iop 85004');
    expect(await page.locator('#rows tbody').innerText()).toBe(rows);
    // If nothing was typed, the page redirects and returns signed in.
    await context.unroute('**/console/settings.json');
    await page.reload();
    await page.locator('.who-in').waitFor();

    const other = await openNew(site.url());
    await other.page.locator('#box').fill('iop 85004');
    await other.page.locator('.hint[role=status]').waitFor();
    expect(await other.page.locator('#rows').count()).toBe(0);
    other.letListingsCome();
    await other.page.locator('#rows').waitFor({ timeout: 60_000 });
    expect(await other.page.locator('#box').inputValue()).toBe('iop 85004');

    /** Opens a page on a computer without cached listings, where the listings load slowly. */
    async function openNew(url: string) {
      let letListingsCome = () => {};
      const coming = new Promise<void>((resolve) => {
        letListingsCome = resolve;
      });
      const fresh = await context.browser()?.newContext();
      if (fresh === undefined) throw new Error('the context has no browser');
      await fresh.route('**/v1/dataset', async (route) => {
        await coming;
        await route.continue();
      });
      const page = await fresh.newPage();
      await page.goto(`${url}/console`);
      await page.locator('.sign-in').waitFor({ timeout: 60_000 });
      return { page, letListingsCome: () => letListingsCome() };
    }
  }, 180_000);

  test('two agents at once: the second sees the first’s change with both versions, and decides', async () => {
    const [first, second] = [await openAs('ana'), await openAs('lee')];
    for (const { page } of [first, second]) {
      await lookUp(page, 'op lantern bridge denver');
      await page.keyboard.press('Enter');
      await page.locator('.code').waitFor();
    }
    await first.page.keyboard.press('c');
    await expect.poll(() => said(first.page).textContent(), { timeout: 30_000 }).toMatch(/confirmed now/);
    await second.page.keyboard.press('f');
    await second.page.keyboard.press('1');
    const conflict = second.page.locator('.conflict');
    await conflict.waitFor();
    expect(await conflict.textContent()).toMatch(/confirmed now.*by ana.*intake full until.*by you/);
    await expectAccessible(second.page);
    await conflict.getByRole('button', { name: 'Record mine' }).click();
    await conflict.waitFor({ state: 'detached' });
    await expect.poll(() => said(second.page).textContent(), { timeout: 30_000 }).toMatch(/intake full until/);
    await expect.poll(() => second.page.locator('.level .sure').textContent()).toMatch(/by ana$/);
  }, 180_000);

  test('an outage leaves search as it was, also after a reload; keys wait and go out later', async () => {
    const visit = await openAs('ana');
    const { page } = visit;
    const context = page.context();
    await lookUp(page, 'iop 85004');
    const before = await page.locator('#rows tbody').innerText();
    await stopApi(context);
    await page.keyboard.press('Enter');
    const bar = page.locator('.bar.lamp', { hasText: 'No connection since' });
    // An answer that was already on its way still counts as a connection. The console notices the loss when the next
    // center is opened.
    await expect
      .poll(
        async () => {
          const isShown = await bar.isVisible();
          if (!isShown) await page.keyboard.press('ArrowDown');
          return isShown;
        },
        { interval: 1_500, timeout: 30_000 },
      )
      .toBe(true);
    expect(await bar.textContent()).toMatch(/You search the copy of .* \(.* old\)\. Public facts only\./);
    await page.keyboard.press('c');
    await expect.poll(() => bar.textContent(), { timeout: 30_000 }).toMatch(/1 key press waits/);
    // The console says this after it has stored the key press. The bar counts the key press earlier.
    await page.locator('.said', { hasText: 'It waits on this computer' }).waitFor();
    expect(await page.locator('.transfer').textContent()).toMatch(/^Not shown without a connection/);
    // IndexedDB's content is enough to start again.
    await page.reload();
    await settled(page);
    await lookUp(page, 'iop 85004');
    const after = await page.locator('#rows tbody').innerText();
    expect(after.split('\n').length).toBe(before.split('\n').length);
    await page.locator('.bar.lamp', { hasText: '1 key press waits' }).waitFor();
    await startApi(context);
    await page.reload();
    await page.locator('.who-in').waitFor();
    await expect
      .poll(() => page.locator('.bar.lamp').allTextContents(), { timeout: 60_000 })
      .not.toContainEqual(expect.stringMatching(/waits/));
    expectNoFaults(visit);
  }, 240_000);
});
