import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { signInAs } from '../../../infra/tools/token/sign-in.ts';
import { records } from '../../support/real-records.ts';
import { sampled } from '../../support/runs.ts';
import { desktop, expectAccessible, expectNoSidewaysScroll, noBrowser, phone, quietLaunch } from '../../web/browser.ts';
import { withSite } from '../../web/site.ts';
import { center, opened, signIn, watchRequests } from '../signed-in.ts';

const link = `/console#center=${center}`;
const hidden = records.find((one) => one.center.id === center)?.private;

/** Runs a command of the console by its label. */
async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.locator('dialog input').fill(words);
  await page.keyboard.press('Enter');
}

const looks = [
  { viewport: phone, colorScheme: 'dark' },
  { viewport: desktop, colorScheme: 'light' },
] as const;

/**
 * Checks that the page fits on a desktop and a phone, and that it is accessible on the one chosen by `turn`; under
 * `ALL=1`, on both. The phone's screen remains set.
 */
async function expectLooks(page: Page, turn: 0 | 1): Promise<void> {
  const looked = sampled(looks, 2, turn);
  for (const look of looks.toReversed()) {
    await page.setViewportSize(look.viewport);
    await page.emulateMedia({ colorScheme: look.colorScheme });
    if (looked.includes(look)) await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
}

/** Narrows the worklist to one state, and waits until it shows nothing else. */
async function onlyArizona(page: Page): Promise<void> {
  await page.getByLabel('State').selectOption('AZ');
  await page.locator('.worklist table[aria-busy="false"]').waitFor();
  await expect
    .poll(() => page.locator('.worklist tbody th .soft').allTextContents())
    .toSatisfy((where: string[]) => where.length > 0 && where.every((one) => one.endsWith(', AZ')));
}

describe.skipIf(noBrowser !== null)('the views of leads and editors', () => {
  const site = withSite(records);

  test('are accessible on a phone at night and on a desktop by day, and fit', async () => {
    const { page, faults } = await site.open({ path: link, ...looks[0] });
    await signIn(page, 'editor');
    await opened(page);
    await page.getByRole('button', { name: 'Worklist' }).click();
    await page.locator('.worklist table').waitFor();
    await onlyArizona(page);
    await expectLooks(page, 0);
    await page.getByRole('button', { name: 'Progress' }).click();
    await page.locator('.leads-charts').waitFor();
    await page.locator('summary', { hasText: 'The same in numbers' }).click();
    await expectLooks(page, 1);
    await page.getByRole('button', { name: 'Lookup' }).click();
    await command(page, 'history of');
    await page.locator('.leads-lines').waitFor();
    await expectLooks(page, 1);
    await page.keyboard.press('Escape');
    await command(page, 'correct this');
    await page.locator('#correction-fact').selectOption('phones.0.number');
    await page.locator('#correction-value').fill('(602) 555-0177');
    await page.locator('.leads-preview .will .differs').waitFor();
    await expectLooks(page, 0);
    expect(faults).toEqual([]);
  });

  test('by keyboard alone: an editor corrects a number, the public has it, and takes it back in one press', async () => {
    const { page } = await site.open({ path: link, viewport: desktop });
    await signIn(page, 'editor');
    await opened(page);
    await command(page, 'correct this');
    await page.locator('#correction-fact').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('Phone 1');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('602-555-0177');
    await page.keyboard.press('Tab');
    await page.keyboard.insertText('The website has another number.');
    const preview = page.locator('.leads-preview .will .differs');
    await expect.poll(() => preview.textContent()).toContain('(602) 555-0177');
    await page.keyboard.press('Enter');
    await page.locator('.leads-said', { hasText: 'Corrected' }).waitFor();
    const publicPhone = async () => {
      const answer = await fetch(`${site.url()}/v1/centers/${center}`);
      return ((await answer.json()) as { center: { phones: { number: string }[] } }).center.phones[0]?.number;
    };
    const before = records.find((one) => one.center.id === center)?.center.phones[0]?.number;
    await expect.poll(publicPhone).toBe('+16025550177');
    await page.getByRole('button', { name: 'Take back the correction of Phone 1' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.leads-said', { hasText: 'Taken back' }).waitFor();
    await expect.poll(publicPhone).toBe(before);
    await page.keyboard.press('Escape');
    await command(page, 'history of');
    await page.locator('.leads-lines', { hasText: 'The website has another number.' }).waitFor();
  });

  test('a worklist is filtered by state and level, and its center opens in Lookup', async () => {
    const { page } = await site.open({ path: '/console', viewport: desktop });
    await signIn(page, 'lead');
    await page.getByRole('button', { name: 'Worklist' }).click();
    await page.locator('.worklist table').waitFor();
    await page.getByLabel('Level').selectOption('iop');
    await onlyArizona(page);
    const first = page.locator('.worklist tbody th button').first();
    const name = await first.textContent();
    await first.click();
    await page.locator('.center-pane h2', { hasText: name ?? '' }).waitFor({ timeout: 60_000 });
  });

  test('two agents: the second sees both versions and decides; an outage keeps key presses and sends them once', async () => {
    const { page } = await site.open({ path: link, viewport: desktop });
    const seen = watchRequests(page);
    await page.clock.install();
    await signIn(page, 'agent');
    await opened(page);
    const offering = `${center}-op`;
    const token = await signInAs('lead', site.local().issuer);
    const facts = `${site.url()}/v1/agent/centers/${center}/offerings/${offering}/facts`;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'if-match': '*' };
    const other = await fetch(facts, { method: 'PUT', headers, body: JSON.stringify({ facts: { level: 'no' } }) });
    expect(other.status).toBe(200);
    await page.locator('[data-do="confirm"]').first().click();
    await page.locator('.conflict', { hasText: 'lee' }).waitFor();
    await page.getByRole('button', { name: 'Record mine' }).click();
    await page.locator('.conflict').waitFor({ state: 'detached' });
    const level = async () => {
      const answer = await fetch(`${site.url()}/v1/agent/centers/${center}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const { offerings } = (await answer.json()) as {
        offerings: { id: string; recorded: { facts: Record<string, { value: unknown; by: string }> } }[];
      };
      const { value, by } = offerings.find(({ id }) => id === offering)?.recorded.facts.level ?? {};
      return [value, by];
    };
    await expect.poll(level).toEqual(['yes', 'ana']);

    await page.context().setOffline(true);
    await page.locator('.bar', { hasText: 'No connection' }).waitFor();
    await page.locator('[data-do="undo"]').first().click();
    await page.locator('.bar', { hasText: '1 key press waits' }).waitFor();
    const sent = () => seen.filter(({ all }) => all.startsWith('PUT') && all.includes('/facts')).length;
    await page.context().setOffline(false);
    await expect.poll(() => page.locator('.bar', { hasText: 'waits' }).count(), { timeout: 60_000 }).toBe(0);
    const after = sent();
    await expect.poll(level).toEqual(['no', 'ana']);
    // The wait is longer than the page's longest pause before it sends an act again.
    await page.clock.fastForward(60_000);
    await page.waitForTimeout(300);
    expect(sent()).toBe(after);
  });

  test('neither a token nor a private field is in any file of the browser', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'locator-profile-'));
    const context = await chromium.launchPersistentContext(profile, { ...quietLaunch, viewport: desktop });
    try {
      const [page = await context.newPage()] = context.pages();
      const seen = watchRequests(page);
      await page.goto(`${site.url()}${link}`);
      await signIn(page, 'editor');
      await opened(page);
      await command(page, 'correct this');
      await page.locator('#private-notes').fill('zqprivatenote about the center');
      await page.getByRole('button', { name: 'Save for the team' }).click();
      await page.locator('.leads-said', { hasText: 'Saved' }).waitFor();
      await page.keyboard.press('Escape');
      await page.context().setOffline(true);
      await page.locator('[data-do="confirm"]').first().click();
      await page.locator('.bar', { hasText: 'waits' }).waitFor();
      const all = seen.map((one) => one.all).join('\n');
      const [, signature = ''] = /bearer [\w-]+\.[\w-]+\.([\w-]+)/i.exec(all) ?? [];
      expect(signature.length).toBeGreaterThan(100);
      await context.close();
      const { facilityCode, warmTransferNote, directIntakeLine } = hidden ?? {};
      const secrets = [
        facilityCode,
        warmTransferNote,
        directIntakeLine?.number.slice(2),
        'zqprivatenote',
        signature.slice(0, 60),
      ];
      for (const secret of secrets) expect(secret?.length ?? 0).toBeGreaterThan(4);
      // The search through the files finds the queued act, so it would also find a secret.
      expect(await holding(profile, ['pressedAt'])).not.toEqual([]);
      expect(await holding(profile, secrets as string[])).toEqual([]);
    } finally {
      await context.close().catch(() => {});
      await rm(profile, { recursive: true, force: true });
    }
  }, 300_000);
});

/** The files that contain one of the words, in UTF-8 or UTF-16. */
async function holding(folder: string, words: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name));
    for (const word of words)
      for (const encoding of ['utf8', 'utf16le'] as const)
        if (bytes.includes(Buffer.from(word, encoding))) found.push(`${entry.name}: ${word}`);
  }
  return found;
}
