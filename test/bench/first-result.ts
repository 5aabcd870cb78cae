/**
 * Measures how long a visitor on a slow phone waits for the first center, by the API and on the device, over the public
 * listings. Prints times, bytes and memory. `npm run bench:first-result -- --rounds 5`
 */
import { parseArgs } from 'node:util';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { startLocal } from '../../infra/local/start.ts';
import { launchBrowser, noBrowser, phone } from '../web/browser.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } });
const rounds = Number(values.rounds);

/** Fast 3G and a processor four times slower: a cheap phone on a bad line. */
const slow = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };

type Mode = 'api' | 'device';
interface Sample {
  readonly what: string;
  readonly ms: number;
  readonly bytes: number;
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;

/** Throttles a page; `bytes()` is what it received since it was last asked. */
async function throttled(page: Page): Promise<{ tools: CDPSession; bytes: () => number }> {
  const tools = await page.context().newCDPSession(page);
  await tools.send('Network.enable');
  await tools.send('Network.emulateNetworkConditions', slow);
  await tools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  let received = 0;
  tools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    received += encodedDataLength;
  });
  const bytes = () => {
    const sum = received;
    received = 0;
    return sum;
  };
  return { tools, bytes };
}

/** Milliseconds from Enter to the first card of a new search. */
async function searched(page: Page, place: string): Promise<number> {
  await page.locator('#near').fill(place);
  const heading = await page
    .locator('#results-heading')
    .textContent({ timeout: 100 })
    .catch(() => null);
  const startedAt = performance.now();
  await page.locator('#near').press('Enter');
  await page.waitForFunction(
    (before) => {
      const root = document.querySelector('program-locator')?.shadowRoot;
      const now = root?.querySelector('#results-heading')?.textContent ?? null;
      return now !== before && root?.querySelector('#results:not([aria-busy]) article') != null;
    },
    heading,
    { polling: 'raf', timeout: 120_000 },
  );
  return performance.now() - startedAt;
}

async function opened(page: Page, url: string, mode: Mode): Promise<void> {
  await page.goto(url);
  await page.locator('#near').waitFor();
  await page.evaluate((search) => document.querySelector('program-locator')?.setAttribute('search', search), mode);
}

async function heapOf(tools: CDPSession): Promise<number> {
  await tools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await tools.send('Runtime.getHeapUsage');
  return usedSize;
}

/** A first visit, a second search of it, and a second visit with what the browser kept. */
async function visits(browser: Browser, url: string, mode: Mode): Promise<{ samples: Sample[]; heap: number }> {
  const context = await browser.newContext({ viewport: phone, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const { tools, bytes } = await throttled(page);
  const samples: Sample[] = [];
  const measure = async (what: string, place: string) => {
    bytes();
    const ms = await searched(page, place);
    samples.push({ what, ms, bytes: bytes() });
  };
  await opened(page, url, mode);
  await measure('first search', '85004');
  await measure('next search', '80202');
  const heap = await heapOf(tools);
  await opened(page, url, mode);
  await measure('first search of the next visit', '98101');
  await context.close();
  return { samples, heap };
}

if (noBrowser !== null) throw new Error(noBrowser);
const [site, browser] = await Promise.all([startLocal({ port: 0, log: () => {} }), launchBrowser()]);
try {
  for (const mode of ['api', 'device'] as const) {
    const all: Sample[] = [];
    const heaps: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const { samples, heap } = await visits(browser, site.url, mode);
      all.push(...samples);
      heaps.push(heap);
    }
    for (const what of new Set(all.map((one) => one.what))) {
      const own = all.filter((one) => one.what === what);
      const [ms, bytes] = [median(own.map((one) => one.ms)), median(own.map((one) => one.bytes))];
      console.log(
        `${mode.padEnd(6)}  ${what.padEnd(30)}  ${Math.round(ms).toString().padStart(6)} ms  ${kb(bytes).padStart(9)}`,
      );
    }
    console.log(
      `${mode.padEnd(6)}  memory of scripts               ${(median(heaps) / 1e6).toFixed(1).padStart(6)} MB`,
    );
  }
} finally {
  await browser.close();
  await site.close();
}
// The server's workers keep a process alive that has nothing more to do.
process.exit();
