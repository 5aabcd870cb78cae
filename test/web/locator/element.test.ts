import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, noBrowser } from '../browser.ts';
import { withSite } from '../site.ts';

/** Styles and scripts with which a careless website affects everything on its pages. */
const hostile = `
  html { font-size: 10px }
  * { box-sizing: content-box; letter-spacing: .2em; text-transform: uppercase; line-height: 3 }
  a, button, input, li, h2, h3, p { display: inline; color: red; background: yellow; font: 40px cursive; margin: 30px; float: right }
  program-locator { color: red; font: 40px cursive; text-align: right; direction: rtl; visibility: visible }`;

const html = (site: string, body: string, style = '') => `<!doctype html><html lang="en"><meta charset="utf-8">
  <meta name="viewport" content="width=device-width"><title>A provider</title>${style === '' ? '' : `<style>${style}</style>`}
  <main><h1>A provider</h1>${body}</main><script type="module" src="${site}/locator.js"></script>`;

describe.skipIf(noBrowser !== null)('the element on a website of another origin', () => {
  const site = withSite();
  let host: Server;
  let origin: string;
  let answer: { body: string; policy?: string } = { body: '' };

  beforeAll(async () => {
    host = createServer((request, response) => {
      request.resume();
      const policy = answer.policy === undefined ? {} : { 'content-security-policy': answer.policy };
      response.writeHead(request.url === '/' ? 200 : 404, { 'content-type': 'text/html', ...policy }).end(answer.body);
    });
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    host?.closeAllConnections();
    await new Promise((resolve) => host?.close(resolve));
  });

  async function open(body: string, policy?: string, style?: string) {
    const visit = await site.open({ path: '/client.js' });
    answer = { body: html(site.url(), body, style), ...(policy === undefined ? {} : { policy }) };
    visit.requests.length = 0;
    await visit.page.goto(origin);
    return visit;
  }
  async function search(page: Page, text: string, at = 0) {
    const finder = page.locator('program-locator').nth(at);
    await finder.locator('#near').fill(text);
    await finder.locator('#near').press('Enter');
    await finder.locator('#results:not([aria-busy]) #results-heading').waitFor();
    return finder;
  }

  test('works under a strict policy with Trusted Types, and sends nothing anywhere else', async () => {
    const policy = `default-src 'none'; script-src ${site.url()}; connect-src ${site.url()}; require-trusted-types-for 'script'; trusted-types 'none'`;
    const own = '<program-locator level="iop" phone="+16025550142 Desert Willow admissions">Call 988</program-locator>';
    const { page, requests, faults } = await open(own, policy);
    const finder = await search(page, '85004');
    expect(await finder.locator('#results-heading').textContent()).toContain('listing IOP');
    expect(await finder.locator('article').count()).toBe(10);
    // The website's own line comes first, is marked, and is not a result.
    const line = finder.locator('.own');
    expect(await line.textContent()).toContain('This website’s own line');
    expect(await line.locator('a').getAttribute('href')).toBe('tel:+16025550142');
    expect(await finder.locator('#centers').textContent()).not.toContain('Desert Willow');
    expect(new Set(requests.map(({ url }) => new URL(url).origin))).toEqual(new Set([origin, site.url()]));
    expect(page.url()).toBe(`${origin}/`);
    expect(await page.context().cookies()).toEqual([]);
    expect((await page.context().storageState({ indexedDB: true })).origins).toEqual([]);
    await expectAccessible(page);
    expect(faults).toEqual([]);
  }, 90_000);

  test('looks the same among hostile styles, whatever the size of the website’s text', async () => {
    const { page } = await open('<program-locator></program-locator>', undefined, hostile);
    const finder = await search(page, '85004');
    const look = await finder
      .locator('.card h3')
      .first()
      .evaluate((one) => {
        const { fontSize, letterSpacing, textTransform, direction, float } = Reflect.get(
          globalThis,
          'getComputedStyle',
        )(one);
        return { fontSize, letterSpacing, textTransform, direction, float };
      });
    expect(look).toEqual({
      fontSize: '18px',
      letterSpacing: 'normal',
      textTransform: 'none',
      direction: 'ltr',
      float: 'none',
    });
    await expectNoSidewaysScroll(page);
  }, 90_000);

  test('several on a page know nothing of each other, and a script that is loaded twice does no harm', async () => {
    const two = '<program-locator></program-locator><program-locator lang="es"></program-locator>';
    const { page, faults } = await open(`${two}<script type="module" src="${site.url()}/locator.js?again"></script>`);
    const first = await search(page, '85004', 0);
    const second = page.locator('program-locator').nth(1);
    expect(await second.locator('#near').inputValue()).toBe('');
    expect(await second.getByText('¿Qué busca y dónde?').count()).toBe(1);
    await search(page, '80202', 1);
    expect(await second.locator('#results-heading').textContent()).toContain('centros');
    expect(await first.locator('#near').inputValue()).toBe('85004');
    expect(faults).toEqual([]);
  }, 90_000);

  test('tells the website of what happens, and of no place', async () => {
    const { page } = await open('<program-locator></program-locator>');
    await page.evaluate(`window.heard = [];
      for (const name of ['search', 'results', 'call', 'error'])
        document.addEventListener('locator-' + name, (event) => heard.push([name, event.detail]));
      document.addEventListener('click', (event) => event.composedPath().some(({ localName }) => localName === 'a') && event.preventDefault());`);
    const finder = await search(page, 'iop near 85004');
    await finder.locator('article .call').first().click();
    const heard = (await page.evaluate('heard')) as [string, unknown][];
    expect(heard.map(([name]) => name)).toEqual(['search', 'results', 'call']);
    expect(JSON.stringify(heard)).not.toMatch(/85004|Phoenix|tel:|33\.|112\./);
  }, 90_000);

  test('keeps a search for Back only where the website asks for it', async () => {
    for (const [attribute, kept] of [
      ['', false],
      ['history', true],
    ] as const) {
      const { page } = await open(`<program-locator ${attribute}></program-locator>`);
      await search(page, '85004');
      await page.reload();
      const finder = page.locator('program-locator');
      await finder.locator('#near').waitFor();
      if (kept) await finder.locator('#centers').waitFor();
      expect([attribute, await finder.locator('#near').inputValue()]).toEqual([attribute, kept ? '85004' : '']);
      expect(await page.evaluate('JSON.stringify(history.state)')).toMatch(kept ? /85004/ : /^null$/);
    }
  }, 90_000);
});
