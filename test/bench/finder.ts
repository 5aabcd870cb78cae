/**
 * Measures the finder: the sizes of its scripts, and on a slow phone, how fast the home page loads and whether its
 * layout stays still.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startLocal } from '../../infra/local/start.ts';
import { buildSite } from '../../infra/site-assets.ts';
import { noBrowser, phone } from '../web/browser.ts';
import { launchBrowser } from '../web/launch.ts';

const kb = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

/** Gzipped bytes of the site's scripts by name. */
function scriptSizes(): ReadonlyMap<string, number> {
  const folder = mkdtempSync(join(tmpdir(), 'locator-sizes-'));
  try {
    buildSite(folder, 'web');
    const names = ['locator.js', ...readdirSync(join(folder, 'locator')).map((name) => `locator/${name}`)];
    return new Map(names.map((name) => [name, gzipSync(readFileSync(join(folder, name)), { level: 9 }).length]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Network speed of a cheap phone on a bad line ("Fast 3G"). The processor is slowed to a quarter as well. */
const slow = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };

const sizes = scriptSizes();
for (const [name, bytes] of sizes) console.log(`${kb(bytes).padStart(9)}  ${name}`);
if (noBrowser !== null) throw new Error(noBrowser);
const [site, browser] = await Promise.all([
  startLocal({ port: 0, data: 'data/examples.json', log: () => {} }),
  launchBrowser(),
]);
try {
  for (const path of ['/', '/es/']) {
    const page = await browser.newPage({ viewport: phone });
    const loaded = new Set<string>();
    page.on('request', (request) => void loaded.add(new URL(request.url()).pathname.slice(1)));
    const tools = await page.context().newCDPSession(page);
    await tools.send('Network.enable');
    await tools.send('Network.emulateNetworkConditions', slow);
    await tools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.addInitScript(`
      window.vitals = { lcp: 0, cls: 0 };
      new PerformanceObserver((list) => { for (const one of list.getEntries()) vitals.lcp = one.startTime; })
        .observe({ type: 'largest-contentful-paint', buffered: true });
      new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) vitals.cls += one.value; })
        .observe({ type: 'layout-shift', buffered: true });`);
    await page.goto(`${site.url}${path}`);
    await page.locator('#near').waitFor();
    await page.waitForTimeout(2_000);
    const { lcp, cls } = (await page.evaluate('vitals')) as { lcp: number; cls: number };
    const scripts = [...loaded].filter((name) => sizes.has(name));
    const bytes = scripts.reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0);
    console.log(`${path}  first load ${kb(bytes)} gzipped  LCP ${Math.round(lcp)} ms  CLS ${cls.toFixed(3)}`);
    const before = new Set(loaded);
    await page.locator('#near').fill('85004');
    await page.locator('#near').press('Enter');
    await page.locator('#results:not([aria-busy]) #results-heading').waitFor();
    const more = [...loaded].filter((name) => sizes.has(name) && !before.has(name));
    const added = more.reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0);
    const after = (await page.evaluate('vitals')) as { cls: number };
    console.log(`${path}  with a search ${kb(bytes + added)}  CLS ${after.cls.toFixed(3)}`);
    await page.close();
  }
} finally {
  await browser.close();
  await site.close();
}
// Exits explicitly, because the server's workers keep the process alive.
process.exit();
