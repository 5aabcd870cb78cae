import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Visit, VisitOptions } from '../web/browser.ts';

export const wide = { width: 1440, height: 900 };

/** Opens the console as a person who may be signed out, and waits until the listings are loaded. */
export async function openConsole(
  open: (options: VisitOptions) => Promise<Visit>,
  options: Omit<VisitOptions, 'path'> & { hash?: string } = {},
): Promise<Visit> {
  const { hash = '', ...context } = options;
  const visit = await open({
    viewport: wide,
    permissions: ['clipboard-read', 'clipboard-write'],
    ...context,
    path: `/console${hash}`,
  });
  await settled(visit.page);
  return visit;
}

/** The page is loaded twice, because the sign-in service redirects back to it. */
export async function settled(page: Page): Promise<void> {
  await page.locator('.person button').waitFor({ timeout: 60_000 });
  await page.locator('.hint .examples, #rows, #pane h2').first().waitFor({ timeout: 60_000 });
}

export async function signIn(page: Page, name: string): Promise<void> {
  await page.locator('.sign-in').click();
  await page.locator(`button[value=${name}]`).click();
  await page.locator('.who-in', { hasText: name }).waitFor();
  await settled(page);
  await page.locator('#box').focus();
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/**
 * Returns a function that opens the console as a signed-in person. Only the first time of each person goes through the
 * sign-in page; then the provider remembers the person, as on that person's own computer.
 */
export function signedInConsole(open: Parameters<typeof openConsole>[0]) {
  const remembered = new Map<string, Cookies>();
  return async (name: string): Promise<Visit> => {
    const cookies = remembered.get(name);
    const visit = await openConsole(open, cookies && { cookies });
    const { page } = visit;
    if (cookies === undefined) {
      await signIn(page, name);
      remembered.set(name, await page.context().cookies());
    } else {
      await page.locator('.who-in', { hasText: name }).waitFor();
      await page.locator('#box').focus();
    }
    return visit;
  };
}

/** Fills the box with a text in one step, and waits for the list of centers. */
export async function lookUp(page: Page, text: string): Promise<void> {
  await page.locator('#box').fill(text);
  await page.locator('#rows').waitFor();
}

export const said = (page: Page) => page.locator('.said p');
export const clipboard = (page: Page): Promise<string> => page.evaluate('navigator.clipboard.readText()');

/** Blocks all answers of the API; the site's own files still load. */
export async function stopApi(context: BrowserContext): Promise<void> {
  await context.route('**/v1/**', (route) => route.abort('internetdisconnected'));
}
export const startApi = (context: BrowserContext): Promise<void> => context.unroute('**/v1/**');

export function expectNoFaults({ faults }: Visit): void {
  expect(faults).toEqual([]);
}
