import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import { isAll } from '../support/runs.ts';
import { newVisitor } from './visitors.ts';

export { noBrowser, quietLaunch } from './launch.ts';

/** Axe as a script: its short text, since reading it takes longer than to run it. */
const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1280, height: 900 };

/** A visit of the page, with a record of everything that it must not do. */
export interface Visit {
  readonly page: Page;
  /** Every request, as `POST /v1/centers/search` with the full URL. */
  readonly requests: { readonly method: string; readonly url: string; readonly body: string | null }[];
  /** Exceptions, and violations of the content security policy. */
  readonly faults: string[];
}

export interface VisitOptions extends BrowserContextOptions {
  /** @default the search page */
  readonly path?: string;
  /** What the browser has from earlier visits. @default nothing */
  readonly cookies?: Parameters<BrowserContext['addCookies']>[0];
}

export async function visit(browser: Browser, url: string, given: VisitOptions = {}): Promise<Visit> {
  const { path = '/', cookies, ...options } = given;
  const context = await newVisitor(browser, { viewport: phone, reducedMotion: 'reduce', ...options });
  if (cookies !== undefined) await context.addCookies(cookies);
  const page = await context.newPage();
  const requests: Visit['requests'] = [];
  const faults: string[] = [];
  page.on('request', (request) => {
    requests.push({ method: request.method(), url: request.url(), body: request.postData() });
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (/Refused|Content Security Policy|Trusted/i.test(message.text())) faults.push(message.text());
  });
  await page.goto(path === '/' ? url : `${url}${path}`);
  if (/^\/(?:es\/)?$/.test(path) && options.javaScriptEnabled !== false) await page.locator('#near').waitFor();
  return { page, requests, faults };
}

/** Types a place and presses Enter; resolves when the page shows the answer or the problem. */
export async function searchFor(page: Page, place: string): Promise<void> {
  await page.locator('#near').fill(place);
  await page.locator('#near').press('Enter');
  await settled(page);
}

/** The device gets no listings, so it cannot take over if the API does not answer. */
export async function withoutListings(page: Page): Promise<void> {
  await page.route('**/v1/dataset', (route) => route.abort());
}

/** Waits until no search is running and the heading of the result has the focus. */
export async function settled(page: Page): Promise<void> {
  await page.locator('#results:not([aria-busy]) #results-heading:focus').waitFor();
}

/** Chooses a radius for the current search, and waits for its answer. */
export async function chooseRadius(page: Page, within: string): Promise<void> {
  const answered = page.waitForResponse('**/v1/centers/search');
  await page.locator('#filters-button').click();
  await page.locator(`#filters input[name=within][value="${within}"]`).check();
  await answered;
  await page.locator('#results:not([aria-busy])').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('#filters').waitFor({ state: 'detached' });
}

/** Chooses a level before the first search. */
export async function chooseLevel(page: Page, name: RegExp): Promise<void> {
  await page.locator('#level').click();
  await page.getByRole('radio', { name }).click();
  await page.locator('#levels').waitFor({ state: 'detached' });
}

/** What a color scheme decides; all other rules read the same in light and in dark. */
const colorRules = ['color-contrast', 'link-in-text-block'];

/**
 * Violations of the WCAG 2.2 AA rules, and of axe's good practice. Only violations are reported: describing what passed
 * takes three times as long as finding out. The page has no frames, so axe runs once, in the page itself, and is read
 * once for each page: that takes longer than to run it.
 * @param runOnly Ids of rules. @default all that stand for a promise
 */
export async function accessFaults(page: Page, runOnly?: readonly string[]): Promise<string[]> {
  if (page.frames().length !== 1) return [`${page.frames().length} frames: axe is run in one`];
  return faultsIn(page.mainFrame(), null, runOnly);
}

/** The same for one frame. @param within The element that is looked at, as a selector; null for all of the frame. */
export async function faultsIn(frame: Frame, within: string | null, runOnly?: readonly string[]): Promise<string[]> {
  if (!(await frame.evaluate("typeof globalThis.axe?.run === 'function'"))) await readAxe(frame);
  const options = {
    rules: { 'target-size': { enabled: true } },
    resultTypes: ['violations'],
    ...(runOnly && { runOnly }),
  };
  const where = within === null ? 'document' : JSON.stringify(within);
  const run = `axe.run(${where}, ${JSON.stringify(options)}).then(({ violations }) => violations)`;
  const violations = await frame.evaluate<AxeResults['violations']>(run);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/**
 * Reads axe in a frame. For a page, by the browser's own command: Playwright's `evaluate` passes the text through the
 * page's `eval`, which takes three times as long.
 */
async function readAxe(frame: Frame): Promise<void> {
  const page = frame.page();
  if (frame !== page.mainFrame()) return void (await frame.evaluate(axeSource));
  const tools = await page.context().newCDPSession(page);
  await tools.send('Runtime.evaluate', { expression: `${axeSource};0` });
  await tools.detach();
}

/** Has axe in every page that is opened from now on: for a visitor of many pages that is sooner than reading it in each. */
export const readAxeAhead = (page: Page): Promise<unknown> => page.addInitScript(axeSource);

export async function expectAccessible(page: Page): Promise<void> {
  expect(await accessFaults(page)).toEqual([]);
}

/**
 * What is on the page is accessible by day, and its colors are by night too. The page is left in light.
 * @param within The element that is new since the last look, as a selector. @default all of the page
 */
export async function expectAccessibleByDayAndNight(page: Page, within: string | null = null): Promise<void> {
  expect(await faultsIn(page.mainFrame(), within)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect((await faultsIn(page.mainFrame(), within, colorRules)).map((fault) => `in the dark, ${fault}`)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}

/**
 * Looks at a test's states one after the other: the first by day, the second at night, and so on; `ALL=1`: each by both.
 * @param part Of tests that go through the same states, one looks at the first (0) and every second one from there, the
 * other (1) at the rest; under `ALL=1` each at all. @default this test looks at all
 * @returns What looks at the state that is on the page. It takes what is new since the last look, as a selector.
 */
export function statesInTurn(page: Page, part?: 0 | 1): (within?: string) => Promise<void> {
  let states = 0;
  let looks = 0;
  return async (within) => {
    const isMine = part === undefined || states % 2 === part;
    states += 1;
    if (isAll) return expectAccessibleByDayAndNight(page, within ?? null);
    if (!isMine) return;
    const colorScheme = looks % 2 === 0 ? 'light' : 'dark';
    looks += 1;
    await page.emulateMedia({ colorScheme });
    expect(await faultsIn(page.mainFrame(), within ?? null), `state ${states} of the test, ${colorScheme}`).toEqual([]);
  };
}

export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
}
