import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { MapCenter } from '../../../web/locator/map/marker.ts';
import type { Visit } from '../browser.ts';

/** The properties of the map that are plain data. */
export interface Drawn {
  readonly centers: readonly MapCenter[];
  readonly start: { readonly location: { readonly lat: number; readonly lng: number }; readonly label: string } | null;
  readonly state?: string | null;
  readonly frame?: string;
  readonly chosen?: string | null;
  readonly pointed?: string | null;
  readonly units?: 'mi' | 'km';
  readonly language?: 'en' | 'es';
}

/** Puts the map into a shadow root, as the finder does. Calls from the map are recorded in `told`. */
const script = `
import { h, render } from 'preact';
import { mapCss, ProgramMap } from './web/locator/map/index.ts';
import { mapWords as en } from './web/words/map/en.ts';
import { mapWords as es } from './web/words/map/es.ts';
import { tokens } from './test/web/map/tokens.ts';
const root = document.querySelector('div').attachShadow({ mode: 'open' });
const sheet = new CSSStyleSheet();
sheet.replaceSync(tokens + mapCss);
root.adoptedStyleSheets = [sheet];
globalThis.told = [];
globalThis.show = ({ language = 'en', ...props }) => render(h('div', { class: 'finder' }, h(ProgramMap, {
  frame: 'first', state: null, chosen: null, pointed: null, units: 'mi', words: language === 'es' ? es : en,
  onPoint: (id) => told.push(['point', id]), onChoose: (id) => told.push(['choose', id]), ...props })), root);
`;

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
const page =
  '<!doctype html><html lang="en"><title>Map</title><link rel="stylesheet" href="/page.css"><main><h1>Map</h1><div></div></main><script type="module" src="/entry.js"></script></html>';
const pageCss = 'html,body{margin:0}h1{position:absolute;opacity:0}';

/** Serves the map alone on a page under a strict policy. */
export async function startHarness() {
  const { outputFiles } = await build({
    stdin: { contents: script, resolveDir: process.cwd(), loader: 'js' },
    entryNames: 'entry',
    outdir: '/',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'error',
  });
  const files = new Map(outputFiles.map(({ path, text }) => [path.replace('stdin', 'entry'), text]));
  const server = createServer(({ url = '/' }, response) => {
    const text = url === '/' ? page : url === '/page.css' ? pageCss : files.get(url);
    const type = url === '/' ? 'text/html' : url.endsWith('.css') ? 'text/css' : 'text/javascript';
    const headers = { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': policy };
    response.writeHead(text === undefined ? 404 : 200, headers).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { url, close: () => new Promise((resolve) => server.close(resolve)) };
}

/** Opens the page and renders the map; resolves when its towns are shown. */
export async function openMap(
  browser: Browser,
  url: string,
  drawn: Drawn,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 700, height: 660 }, ...options });
  const page = await context.newPage();
  const requests: Visit['requests'] = [];
  const faults: string[] = [];
  page.on('request', (request) => {
    requests.push({ method: request.method(), url: request.url(), body: request.postData() });
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(url);
  await show(page, drawn);
  return { page, requests, faults };
}

export async function show(page: Page, drawn: Drawn): Promise<void> {
  await page.evaluate(`show(${JSON.stringify(drawn)})`);
  await page.locator('.map .land').first().waitFor({ state: 'attached' });
}

/** The map's events so far, oldest first. */
export const told = (page: Page): Promise<unknown> => page.evaluate('told');
