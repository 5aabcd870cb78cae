import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { startLocal } from '../../local/start.ts';
import { runAtlas } from '../atlas/program.ts';

/**
 * `npm run pictures`: takes the screenshots of the documentation with Debian's Chromium, over the public listings only,
 * so that they always show the current pages. `.github/DEMO.md` shows the numbered ones in order.
 */
const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = join(root, '.github/pictures');
const data = join(root, 'data/centers');
const desktop = { width: 1280, height: 860 };
const phone = { width: 390, height: 844 };

const series = { finder, center, console: consoleOfAgents, map, demo };
type Series = keyof typeof series;
const { positionals } = parseArgs({ allowPositionals: true });
const isSeries = (name: string): name is Series => Object.hasOwn(series, name);
const unknown = positionals.filter((name) => !isSeries(name));
if (unknown.length > 0) {
  console.error(
    `There are no pictures named ${unknown.join(', ')}: give some of ${Object.keys(series).join(', ')}, or none for all.`,
  );
  process.exit(1);
}
const named = positionals.filter(isSeries);
const asked = named.length > 0 ? named : Object.keys(series).filter(isSeries);

const local = await startLocal({ data, log: () => {}, progress: (line) => console.log(line) });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const atlas = await mkdtemp(join(tmpdir(), 'locator-pictures-'));
try {
  await mkdir(folder, { recursive: true });
  for (const name of asked) await series[name]();
} finally {
  await browser.close();
  await local.close();
  await rm(atlas, { recursive: true, force: true });
}

async function open(address: string, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-US', ...options });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

async function take(page: Page, name: string): Promise<void> {
  // Waits, because fonts and the map's outlines are drawn a moment after they arrive.
  await page.evaluate('document.fonts.ready');
  await page.waitForTimeout(600);
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  console.log(`.github/pictures/${name}.png: ${(await stat(path)).size} bytes`);
}

async function search(page: Page, text: string): Promise<void> {
  await page.locator('#near').fill(text);
  await page.locator('#near').press('Enter');
  await page.locator('#results:not([aria-busy]) #results-heading:focus').waitFor();
}

async function finder(): Promise<void> {
  const page = await open(local.url, { viewport: desktop });
  await search(page, 'iop near 85004');
  await take(page, 'finder');
  await page.context().close();
}

async function center(): Promise<void> {
  const found = await fetch(`${local.url}/v1/centers?near=85004&level=iop&limit=1`);
  const { results } = (await found.json()) as {
    readonly results: readonly { readonly center: { readonly id: string } }[];
  };
  const id = results[0]?.center.id;
  if (id === undefined) throw new Error('no center was found near 85004');
  const page = await open(`${local.url}/centers/${id}`, { viewport: desktop });
  await take(page, 'center');
  await page.context().close();
}

async function consoleOfAgents(): Promise<void> {
  const page = await open(`${local.url}/console`, { viewport: { width: 1440, height: 860 } });
  await page.locator('.sign-in').click({ timeout: 60_000 });
  await page.locator('button[value=ana]').click();
  await page.locator('.hint .examples').waitFor({ timeout: 60_000 });
  await page.keyboard.press('/');
  await page.keyboard.type('iop 85004 medicaid');
  await page.locator('#rows tbody tr').first().waitFor();
  await take(page, 'console');
  await page.context().close();
}

async function map(): Promise<void> {
  const tell = (line: string): void => console.log(line);
  if ((await runAtlas(['--out', atlas, '--force', '--data', data], { print: tell, tell })) !== 0)
    throw new Error('the atlas was not written');
  const page = await open(pathToFileURL(join(atlas, 'index.html')).href, { viewport: desktop });
  await page.evaluate(
    `[...document.querySelectorAll('h2')].find((h) => h.textContent.startsWith('Where care')).scrollIntoView()`,
  );
  await take(page, 'map');
  await page.context().close();
}

async function demo(): Promise<void> {
  const page = await open(local.url, { viewport: phone, isMobile: true, hasTouch: true });
  await take(page, 'demo-1');
  await page.locator('#near').fill('iop medicaid near tucs');
  await page.locator('[role=option]').first().waitFor();
  await take(page, 'demo-2');
  await search(page, 'iop medicaid near Tucson, AZ');
  await take(page, 'demo-3');
  await page
    .getByRole('button', { name: /^More about / })
    .first()
    .click();
  await take(page, 'demo-4');
  await page.locator('#near').fill('i want to die');
  await page.locator('#near').press('Enter');
  await page.locator('#crisis-heading, .crisis').first().waitFor();
  await take(page, 'demo-5');
}
