import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { startLocal } from '../../infra/local/start.ts';
import { assemblyFolder } from '../support/assembly.ts';
import { records } from '../support/real-records.ts';
import { launchBrowser, noBrowser, type Visit, visit } from './browser.ts';

/** A town far from every listing, with no results within 5 miles. */
export const lonely = 'Tonopah, NV';

/**
 * Runs the product and a browser for the tests of one file.
 * @param data The published data; null for an empty table.
 * @returns functions that open the page, each time as a new visitor.
 */
export function withSite(data: readonly CenterRecord[] | null = records) {
  let site: Awaited<ReturnType<typeof startLocal>>;
  let browser: Browser;

  beforeAll(async () => {
    if (noBrowser !== null) return console.warn(`The tests of the page are skipped: ${noBrowser}.`);
    [site, browser] = await Promise.all([
      startLocal({ assembly: await assemblyFolder(), port: 0, data, log: () => {} }),
      launchBrowser(),
    ]);
  }, 120_000);
  afterEach(() => Promise.all((browser?.contexts() ?? []).map((context) => context.close())));
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  return {
    url: () => site.url,
    open: (options?: Parameters<typeof visit>[2]): Promise<Visit> => visit(browser, site.url, options),
    /** Another website's page, such as one that embeds the finder. */
    openAt: (url: string, options?: Parameters<typeof visit>[2]): Promise<Visit> => visit(browser, url, options),
    local: () => site,
  };
}
