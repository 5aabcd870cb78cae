import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { type Local, startLocal } from '../../infra/local/start.ts';
import { assemblyFolder } from '../support/assembly.ts';
import { noBrowser, type Visit, visit } from './browser.ts';
import type { Running } from './shared-site.ts';
import { closeContexts, sharedBrowser } from './visitors.ts';

/** A town far from every listing, with no results within 5 miles. */
export const lonely = 'Tonopah, NV';

/**
 * Gives a server and a browser to the tests of one file.
 * @param data The records to publish to a server of this file's own; null for an empty table. Without data, the file
 * uses the shared server with the usual listings, and must not record or publish anything there.
 * @returns a function that opens the page, each time as a new visitor
 */
export function withSite(data?: readonly CenterRecord[] | null) {
  let own: Local | undefined;
  let site: Running;
  let browser: Browser;

  beforeAll(async () => {
    if (noBrowser !== null) return console.warn(`The tests of the page are skipped: ${noBrowser}.`);
    const start = async (): Promise<Running> => {
      if (data === undefined) return sharedSite();
      own = await startLocal({ assembly: await assemblyFolder(), port: 0, data, log: () => {} });
      return own;
    };
    [site, browser] = await Promise.all([start(), sharedBrowser()]);
  }, 120_000);
  afterEach(closeContexts);
  afterAll(() => own?.close());

  return {
    url: () => site.url,
    open: (options?: Parameters<typeof visit>[2]): Promise<Visit> => visit(browser, site.url, options),
    /** Another website's page, such as one that embeds the finder. */
    openAt: (url: string, options?: Parameters<typeof visit>[2]): Promise<Visit> => visit(browser, url, options),
    local: () => site,
  };
}

async function sharedSite(): Promise<Running> {
  const answer = await fetch(inject('sharedSite'));
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as Running;
}
