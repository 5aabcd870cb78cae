import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { loadRecords } from '../../../data/records/load.ts';
import { unpackCenter } from '../../../functions/dataset/packed-center.ts';
import { atlasFile } from '../../../infra/tools/atlas/atlas-file.ts';
import { makePage } from '../../../infra/tools/atlas/make.ts';
import { nearestOf, survey } from '../../../infra/tools/atlas/survey.ts';
import { allChoices, anything, type Choice } from '../../../web/atlas/choices.ts';
import { openAtlas } from '../../../web/atlas/data.ts';
import { readZips } from '../../../web/atlas/reading.ts';
import { bandShares, calls, farPlaces, tally } from '../../../web/atlas/tallies.ts';
import { asked } from '../../../web/atlas/words.ts';
import {
  desktop,
  expectAccessible,
  expectAccessibleByDayAndNight,
  expectNoSidewaysScroll,
  noBrowser,
  phone,
} from '../browser.ts';
import { closeContexts, sharedBrowser } from '../visitors.ts';

const NOW = Date.parse('2026-11-29T12:00:00Z');
const surveyed = survey(await loadRecords('test/fixtures/listings'), { states: ['NV', 'OK'], now: NOW });
const zips = openAtlas(JSON.parse(JSON.stringify(await atlasFile(surveyed))));
const sum = (list: readonly { readonly people: number }[]): number => list.reduce((all, { people }) => all + people, 0);

describe('what the page holds', () => {
  test('says the nearest centers of every choice as the survey does', () => {
    for (const choice of allChoices) {
      const readings = readZips(zips, choice, 30);
      for (let at = 0; at < readings.length; at += 37) {
        const [reading, zip] = [readings[at], surveyed.zips[at]];
        if (reading === undefined || zip === undefined) throw new Error('a ZIP is missing');
        const { listed, may } = nearestOf(zip, choice, surveyed);
        expect([reading.zip.zip, reading.listed?.center.name, reading.may?.center.name]).toEqual([
          ...[zip.zip, listed && unpackCenter(listed.center.row).name, may && unpackCenter(may.center.row).name].map(
            (one) => one ?? undefined,
          ),
        ]);
        expect(Math.abs((reading.listed?.miles ?? 0) - (listed?.miles ?? 0))).toBeLessThan(0.0051);
      }
    }
  });

  test('counts everybody once: near, to be asked, beyond the border or far', () => {
    for (const far of [15, 30, 60])
      for (const choice of [anything, { ...anything, age: 'children', payer: 'medicaid' } satisfies Choice]) {
        const readings = readZips(zips, choice, far);
        const { people, near, ask, border, far: beyond } = tally(readings);
        expect(near + ask + border + beyond).toBe(people);
        expect(people).toBe(sum(surveyed.zips));
        expect(sum(farPlaces(readings))).toBe(people - near);
        expect(sum(calls(readings))).toBe(ask);
        expect(bandShares(readings).reduce((all, share) => all + share, 0)).toBeCloseTo(1, 9);
      }
  });

  test('calls a ZIP far only where neither a center in doubt nor another state is near', () => {
    for (const { standing, listed, may, zip } of readZips(zips, anything, 30)) {
      const near = { listed: (listed?.miles ?? Infinity) <= 30, may: (may?.miles ?? Infinity) <= 30 };
      const wanted = near.listed ? 'near' : near.may ? 'ask' : zip.border.miles <= 30 ? 'border' : 'far';
      expect([zip.zip, standing]).toEqual([zip.zip, wanted]);
    }
  });

  test('names a choice in a sentence', () => {
    expect(asked({ payer: 'medicaid', age: 'adults', language: 'es' })).toBe(
      'an intensive outpatient program that takes Medicaid for adults (26–64) in Spanish',
    );
    expect(asked(anything)).toBe('an intensive outpatient program');
  });
});

const looks = [
  { look: 'a phone', viewport: phone },
  { look: 'a desktop', viewport: desktop },
] as const;

describe.skipIf(noBrowser !== null)('the page over file://, with no network', () => {
  const folder = mkdtempSync(join(tmpdir(), 'locator-atlas-page-'));
  const file = join(folder, 'index.html');
  let browser: Browser;
  beforeAll(async () => {
    writeFileSync(file, await makePage(surveyed, ['A directory (2023-04-01)']));
    browser = await sharedBrowser();
  });
  afterEach(closeContexts);
  afterAll(() => rmSync(folder, { recursive: true }));
  async function open(given: BrowserContextOptions = {}) {
    const page = await (await browser.newContext({ viewport: desktop, offline: true, ...given })).newPage();
    const [requests, faults]: [string[], string[]] = [[], []];
    page.on('request', (one) => requests.push(one.url()));
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await page.goto(pathToFileURL(file).href);
    return { page, requests, faults };
  }

  test.each(looks)(
    'on $look has no accessibility fault by day and at night, no sideways scroll, and asks for nothing',
    async (look) => {
      const { page, requests, faults } = await open({ viewport: look.viewport });
      await page.locator('.panel').nth(1).waitFor();
      expect(await page.locator('.panel').count()).toBe(2);
      await expectAccessibleByDayAndNight(page);
      await expectNoSidewaysScroll(page);
      expect([requests.length, faults]).toEqual([1, []]);
      await page.close();
    },
  );

  test('shows another choice in the sentence, the map and the tables, with the keyboard alone', async () => {
    const { page, faults } = await open();
    const finding = page.locator('.finding');
    const before = await finding.innerText();
    const dots = await page
      .locator('path.dots')
      .evaluateAll((paths) => paths.map((one) => one.getAttribute('d')).join());
    await page.locator('#payer').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => finding.innerText()).toContain('that takes Medicaid');
    expect(await finding.innerText()).not.toBe(before);
    expect(
      await page.locator('path.dots').evaluateAll((paths) => paths.map((one) => one.getAttribute('d')).join()),
    ).not.toBe(dots);
    const readings = readZips(zips, { ...anything, payer: 'medicaid' }, 30);
    expect(await page.locator('#places tbody tr th').allInnerTexts()).toEqual(
      farPlaces(readings)
        .slice(0, 25)
        .map(({ place }) => place),
    );
    expect(await page.locator('#calls tbody tr').count()).toBe(Math.min(25, calls(readings).length));
    await page.selectOption('#state', 'NV');
    await expect.poll(() => page.locator('.panel').count()).toBe(1);
    expect(await page.locator('#places tbody tr th').allInnerTexts()).toEqual(
      farPlaces(readings.filter(({ zip }) => zip.state === 'NV'))
        .slice(0, 25)
        .map(({ place }) => place),
    );
    expect(faults).toEqual([]);
    await page.close();
  });

  test('finds a ZIP that is typed, and the ZIP of a dot that is clicked', async () => {
    const { page } = await open();
    const found = page.locator('.found');
    await page.locator('#zip').fill('89406');
    await expect.poll(() => found.innerText()).toContain('Fallon, NV 89406');
    expect(await page.locator('circle.chosen').count()).toBe(1);
    await expectAccessible(page);
    await page.locator('#zip').fill('10001');
    await expect.poll(() => found.innerText()).toBe('10001 is not a ZIP of these states.');
    await page.locator('#zip').fill('89406');
    const dot = await page.locator('circle.chosen').boundingBox();
    await page.locator('#zip').fill('');
    await page.mouse.click((dot?.x ?? 0) + (dot?.width ?? 0) / 2, (dot?.y ?? 0) + (dot?.height ?? 0) / 2);
    await expect.poll(() => page.locator('#zip').inputValue()).toMatch(/^894\d\d$/);
    await page.close();
  });

  test('says where the numbers are without a script', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    expect(await page.locator('#atlas').innerText()).toContain('zips.csv');
    await page.close();
  });
});
