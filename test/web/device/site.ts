import type { Server } from 'node:http';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { CenterRecord } from '../../../functions/domain/record.ts';
import { noBrowser, type Visit } from '../browser.ts';
import { hostHtml, startHost } from '../embed/host.ts';
import { withSite } from '../site.ts';

export type Mode = 'api' | 'device';

/**
 * Runs our server, and another website that embeds the finder in both modes and both languages.
 * @param data See `withSite`.
 */
export function withFinders(data?: readonly CenterRecord[]) {
  const site = withSite(data);
  let host: { readonly url: string; readonly server: Server };
  beforeAll(async () => {
    if (noBrowser !== null) return;
    const page = (attributes: string) => ({
      html: hostHtml(
        `<main><h1>A provider</h1><program-locator ${attributes}></program-locator></main><script type="module" src="${site.url()}/locator.js"></script>`,
      ),
    });
    host = await startHost({
      '/api': page(''),
      '/device': page('search="device"'),
      '/api-es': page('lang="es"'),
      '/device-es': page('search="device" lang="es"'),
    });
  });
  afterAll(() => host?.server.close());

  return {
    ...site,
    /** A new visitor at the embedded finder, before any input. */
    async finder(mode: Mode | 'api-es' | 'device-es', options: BrowserContextOptions = {}): Promise<Visit> {
      const visit = await site.openAt(host.url, { path: `/${mode}`, ...options });
      await visit.page.locator('#near').waitFor();
      return visit;
    },
  };
}

/** Types a text, presses Enter, and waits until the page shows results or a problem. */
export async function ask(page: Page, text: string): Promise<void> {
  await page.locator('#near').fill(text);
  await page.locator('#near').press('Enter');
  await page.locator('#results:not([aria-busy]) #results-heading:focus').waitFor();
}

export const heading = (page: Page): Promise<string | null> => page.locator('#results-heading').textContent();

/** Waits until the device's files are loaded. */
export async function filesAreHere({ page, requests }: Visit): Promise<void> {
  while (!requests.some(({ url }) => url.includes('/v1/dataset/places/'))) await page.waitForTimeout(50);
  await page.waitForLoadState('networkidle');
}

/** Makes the browser ask websites to save data. */
export async function saveData(page: Page): Promise<void> {
  const tools = await page.context().newCDPSession(page);
  await tools.send('Emulation.setDataSaverOverride', { dataSaverEnabled: true });
}
