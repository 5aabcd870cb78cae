import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { CenterRecord } from '../../../functions/domain/record.ts';
import { bundleScripts } from '../../../infra/tools/pocket/bundle.ts';
import { fetchOfRecords } from '../../../infra/tools/pocket/from-data.ts';
import { readListings } from '../../../infra/tools/pocket/listings.ts';
import { makePocket, type Pocket } from '../../../infra/tools/pocket/make.ts';
import { phone, type Visit } from '../browser.ts';
import { closeContexts, newVisitor, sharedBrowser } from '../visitors.ts';

const AS_OF = '2026-11-23';

let scripts: ReturnType<typeof bundleScripts> | null = null;

/** Makes a pocket, as the command writes it, of all centers that a locator has. @param answer See `fetchOfRecords`. */
export async function pocketFrom(answer: typeof fetch): Promise<Pocket> {
  const listings = await readListings({ fetch: answer, url: '', progress: () => undefined });
  scripts ??= bundleScripts();
  return makePocket(listings, await scripts, null);
}

/** Makes a pocket of these records, as the command writes it. */
export const pocketOf = async (records: readonly CenterRecord[]): Promise<Pocket> =>
  pocketFrom(await fetchOfRecords(records, AS_OF));

/** Pockets on a disk, opened in a browser that has no network. */
export function withPockets() {
  const folder = mkdtempSync(join(tmpdir(), 'locator-pocket-'));
  let browser: Browser;
  beforeAll(async () => {
    browser = await sharedBrowser();
  });
  afterEach(closeContexts);
  afterAll(() => rmSync(folder, { recursive: true }));
  return {
    /** Writes a file, and returns its URL. */
    write(name: string, html: string): string {
      writeFileSync(join(folder, name), html);
      return pathToFileURL(join(folder, name)).href;
    },
    /** Opens a file, and records its requests and errors. */
    async open(url: string, given: BrowserContextOptions = {}): Promise<Visit> {
      const context = await newVisitor(browser, { viewport: phone, reducedMotion: 'reduce', ...given });
      await context.setOffline(given.offline ?? true);
      const page = await context.newPage();
      const [requests, faults]: [Visit['requests'][number][], string[]] = [[], []];
      page.on('request', (one) => requests.push({ method: one.method(), url: one.url(), body: one.postData() }));
      page.on('pageerror', (error) => faults.push(String(error)));
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      await page.goto(url);
      return { page, requests, faults };
    },
  };
}

/** Searches like a visitor who starts anew, and waits for the result. */
export async function ask(page: Page, text: string): Promise<void> {
  await page.locator('#near').waitFor();
  await page.evaluate("document.querySelector('program-locator').clear()");
  await page.locator('#near').fill(text);
  await page.locator('#near').press('Enter');
  await page.locator('#results:not([aria-busy]) #results-heading:focus').waitFor();
}

export const idsOf = (page: Page): Promise<string[]> =>
  page.locator('#centers h3').evaluateAll((all) => all.map(({ id }) => id.replace(/^center-/, '')));
