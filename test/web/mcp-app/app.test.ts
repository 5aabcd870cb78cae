import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { appFile, appModule } from '../../../infra/tools/mcp-app/write.ts';
import { call } from '../../support/gateway-call.ts';
import { PUBLIC_URL, serveRecords } from '../../support/real-records.ts';
import { desktop, faultsIn, phone } from '../browser.ts';
import { closeContexts, sharedBrowser } from '../visitors.ts';

const { handler } = await serveRecords();

async function ask(method: string, params: object): Promise<{ [member: string]: unknown }> {
  const { body } = await call(handler, '/mcp', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  });
  return JSON.parse(body).result;
}
const callTool = (name: string, given: object) => ask('tools/call', { name, arguments: given });

interface Content {
  readonly uri: string;
  readonly mimeType: string;
  readonly text: string;
  readonly _meta: unknown;
}
const { contents } = (await ask('resources/read', { uri: 'ui://locator' })) as unknown as { contents: Content[] };
const [content] = contents;
const html = content?.text ?? '';

test('is what `npm run mcp-app` writes', async () => {
  expect((await readFile(appFile, 'utf8')) === (await appModule())).toBe(true);
});

test('is a resource of the protocol’s extension, which may connect to nothing', async () => {
  expect(content).toMatchObject({ uri: 'ui://locator', mimeType: 'text/html;profile=mcp-app' });
  expect(JSON.stringify(content?._meta)).not.toMatch(/Domains|permissions/);
  expect(html).toContain(`data-site="${PUBLIC_URL}"`);
  expect(html.length).toBeLessThan(110_000);
  const { resources } = (await ask('resources/list', {})) as { resources: { uri: string }[] };
  expect(resources.map(({ uri }) => uri)).toEqual(['ui://locator']);
  const { tools } = (await ask('tools/list', {})) as { tools: { name: string; _meta?: unknown }[] };
  const shown = tools.filter(({ _meta }) => _meta !== undefined);
  expect(shown.map(({ name }) => name)).toEqual(['find_programs_near', 'find_care_paths', 'get_center']);
  for (const { _meta } of shown) expect(_meta).toEqual({ ui: { resourceUri: 'ui://locator' } });
});

/** A host's policy for a resource without domains. */
const policy =
  "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; media-src 'self' data:; connect-src 'none'";

/** A host: a page that shows the resource in a sandbox and posts the tool's result. */
const hostPage = `<!doctype html><html lang="en"><head><title>Host</title></head><body style="margin:0">
<iframe title="Cards" sandbox="allow-scripts" src="/app" style="width:100%;border:0"></iframe><script>
const frame = document.querySelector('iframe');
window.heard = [];
const post = (message) => frame.contentWindow.postMessage({ jsonrpc: '2.0', ...message }, '*');
addEventListener('message', ({ data, source }) => {
  if (source !== frame.contentWindow) return;
  heard.push(data);
  if (data.method === 'ui/initialize') post({ id: data.id, result: { protocolVersion: '2026-01-26',
    hostInfo: { name: 'test', version: '1' }, hostCapabilities: { openLinks: {} }, hostContext: window.given.context } });
  if (data.method === 'ui/notifications/initialized') {
    post({ method: 'ui/notifications/tool-input', params: { arguments: {} } });
    if (window.given.result) post({ method: 'ui/notifications/tool-result', params: window.given.result });
  }
  if (data.method === 'ui/notifications/size-changed') frame.style.height = data.params.height + 'px';
  if (data.method === 'ui/open-link') post({ id: data.id, result: {} });
});
</script></body></html>`;

describe('in a host', () => {
  let server: Server;
  let browser: Browser;
  let url = '';
  beforeAll(async () => {
    server = createServer(({ url: path }, response) => {
      const isApp = path === '/app';
      response.setHeader('content-type', 'text/html; charset=utf-8');
      if (isApp) response.setHeader('content-security-policy', policy);
      response.end(isApp ? html : hostPage);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    browser = await sharedBrowser();
  });
  afterEach(closeContexts);
  afterAll(async () => {
    await new Promise((resolve) => server?.close(resolve));
  });

  async function show(
    result: object | null,
    context: object,
    viewport = desktop,
  ): Promise<{ page: Page; asked: string[]; faults: string[] }> {
    const page = await (await browser.newContext({ viewport })).newPage();
    const [asked, faults]: [string[], string[]] = [[], []];
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => {
      if (/Refused|Content Security Policy/i.test(message.text())) faults.push(message.text());
    });
    await page.addInitScript(`window.given = ${JSON.stringify({ result, context })}`);
    await page.goto(url);
    return { page, asked, faults };
  }
  const cards = (page: Page) => page.frameLocator('iframe').locator('article.card');
  async function shot(page: Page, name: string): Promise<void> {
    if (process.env.SHOTS === undefined) return;
    await page.waitForTimeout(500);
    await page.screenshot({ path: `${process.env.SHOTS}/mcp-app-${name}.png` });
  }

  test.each([
    ['light', desktop, 'desktop'],
    ['dark', phone, 'phone'],
  ] as const)(
    '%s on a %o shows the finder’s cards, asks nobody, and axe finds nothing',
    async (theme, viewport, device) => {
      const result = await callTool('find_programs_near', { near: '85004', level: ['iop'], limit: 4 });
      const { page, asked, faults } = await show(result, { theme, locale: 'en-US' }, viewport);
      await cards(page).first().waitFor();
      expect(await cards(page).count()).toBe(4);
      const { results } = result.structuredContent as { results: { center: { name: string } }[] };
      expect(await page.frameLocator('iframe').locator('h3').allTextContents()).toEqual(
        results.map(({ center }) => center.name.replaceAll(' – ', '\u00a0– ')),
      );
      expect(await page.frameLocator('iframe').locator('.help').textContent()).toContain('988');
      expect(await page.evaluate('document.querySelector("iframe").offsetHeight')).toBeGreaterThan(300);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      expect(asked).toEqual([url, `${url}app`]);
      expect(faults).toEqual([]);
      await shot(page, `${device}-${theme}`);
      const [, app] = page.frames();
      expect(await app?.locator('.app').count()).toBe(1);
      expect(app && (await faultsIn(app, '.app'))).toEqual([]);
    },
    60_000,
  );

  test('has the host open numbers and pages of centers', async () => {
    const result = await callTool('get_center', { id: 'lantern-bridge-phoenix-example' });
    const { page } = await show(result, {});
    await cards(page).locator('a.more').click();
    await cards(page).locator('a[href^=tel]').first().click();
    const opened = async () =>
      (await page.evaluate(
        'heard.filter(({ method }) => method === "ui/open-link").map(({ params }) => params.url)',
      )) as string[];
    await expect.poll(opened).toHaveLength(2);
    expect(await opened()).toEqual([
      `${PUBLIC_URL}/centers/lantern-bridge-phoenix-example`,
      expect.stringMatching(/^tel:\+1\d{10}/),
    ]);
  }, 60_000);

  test('shows paths, Spanish words, a fault in words, and helplines first in a crisis', async () => {
    const paths = await callTool('find_care_paths', { near: '85004', levels: ['sober-living', 'iop'], limit: 2 });
    const spanish = await show(paths, { locale: 'es-MX' }, phone);
    await cards(spanish.page).first().waitFor();
    expect(await cards(spanish.page).count()).toBe(4);
    expect(await spanish.page.frameLocator('iframe').locator('h1').first().textContent()).toContain('Recorrido 1');
    await spanish.page.frameLocator('iframe').getByText('Solo para personas de 18 a 64 años').first().waitFor();
    await shot(spanish.page, 'paths-phone');

    const wrong = await show(await callTool('find_programs_near', { near: 'Peoria' }), {});
    await wrong.page.frameLocator('iframe').locator('.said', { hasText: 'Peoria, IL' }).waitFor();

    const crisis = await show(await callTool('find_programs_near', { q: 'i want to die 85004', limit: 1 }), {});
    await crisis.page.frameLocator('iframe').locator('.crisis a[href="tel:988"]').first().waitFor();
    await shot(crisis.page, 'crisis');
  }, 60_000);
});
