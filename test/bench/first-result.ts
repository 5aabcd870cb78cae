/**
 * Measures on a slow phone how long it takes from Enter to the first center: with the API and on the device, each with
 * empty and with filled caches.
 */
import type { Page } from 'playwright-core';
import { startLocal } from '../../infra/local/start.ts';
import { noBrowser, phone } from '../web/browser.ts';
import { launchBrowser } from '../web/launch.ts';

/** Network speed of a cheap phone on a bad line ("Fast 3G"). The processor is slowed to a quarter as well. */
const slow = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };

/** Milliseconds from Enter until the first center's phone number is shown. */
async function firstResult(page: Page, text: string): Promise<number> {
  await page.locator('#near').fill(text);
  const begun = performance.now();
  await page.locator('#near').press('Enter');
  await page.locator('#results:not([aria-busy]) #centers .call').first().waitFor();
  return performance.now() - begun;
}

async function open(page: Page, url: string, mode: string): Promise<void> {
  await page.goto(url);
  await page.locator('#near').waitFor();
  await page.evaluate(`document.querySelector('program-locator').setAttribute('search', '${mode}')`);
}

if (noBrowser !== null) throw new Error(noBrowser);
const [site, browser] = await Promise.all([startLocal({ port: 0, log: () => {} }), launchBrowser()]);
for (const mode of ['api', 'device']) {
  const context = await browser.newContext({ viewport: phone, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const tools = await context.newCDPSession(page);
  let bytes = 0;
  await tools.send('Network.enable');
  tools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await tools.send('Network.emulateNetworkConditions', slow);
  await tools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await open(page, site.url, mode);
  const cold = await firstResult(page, 'iop near 85004');
  const again = await firstResult(page, 'detox in denver');
  const received = bytes;
  await open(page, site.url, mode);
  const warm = await firstResult(page, 'iop near 85004');
  await tools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await tools.send('Runtime.getHeapUsage');
  const ms = (value: number) => `${Math.round(value)} ms`;
  console.log(
    `${mode.padEnd(6)}  first visit ${ms(cold)}, next search ${ms(again)}, next visit ${ms(warm)}; ` +
      `${Math.round(received / 1000)} KB received, heap ${(usedSize / 1e6).toFixed(1)} MB`,
  );
  await context.close();
}
await browser.close();
await site.close();
// Exits explicitly, because the server's workers keep the process alive.
process.exit();
