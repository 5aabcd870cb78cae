import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { manifestFile } from '../../../infra/tools/element/manifest.ts';
import { readManifest } from '../../../web/embed/manifest.ts';
import { iframeOf, policyOf, scriptOf, tagOf } from '../../../web/embed/snippets.ts';
import { desktop, noBrowser, phone, searchFor, withoutListings } from '../browser.ts';
import { withSite } from '../site.ts';
import { hostHtml, startHost } from './host.ts';

const chosen = {
  level: 'iop',
  phone: '+16023441200 Desert Willow admissions',
  benefits: '+16023441201 Free insurance check',
} as const;

/** A theme that styles every element, more aggressively than real ones. */
const hostileCss = `<style>
  html { font-size: 62.5% } * { box-sizing: content-box !important; font-family: cursive !important; letter-spacing: .3em }
  body { line-height: 3; text-transform: uppercase; text-align: right; word-break: break-all; direction: ltr }
  a, button, input, h1, h2, h3, li, div, p, section, article { all: unset; color: red !important; background: yellow !important; display: inline !important;
    position: absolute; inset: 0; opacity: .2; visibility: hidden; float: left; pointer-events: none }
  program-locator { display: inline !important; float: right; font-size: 40px; color: red; text-indent: -9999px; white-space: nowrap; cursor: none }
  [id] { display: none !important } #theme, #theme program-locator { display: block !important; visibility: visible; opacity: 1; position: static; pointer-events: auto }
</style>`;

describe.skipIf(noBrowser !== null)('the finder on another website', () => {
  const site = withSite();
  let host: { url: string; server: Server };

  beforeAll(async () => {
    if (noBrowser !== null) return;
    const url = site.url();
    const markup = `${scriptOf(url)}${tagOf(url, chosen)}`;
    const strict = `default-src 'none'; img-src data:; ${policyOf(url)}; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'`;
    const sandboxed = hostHtml(markup).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    host = await startHost({
      '/strict': { html: hostHtml(`<h1>Strict</h1>${markup}`), headers: { 'content-security-policy': strict } },
      '/theme': { html: hostHtml(`<div id="theme">${markup}</div>`, hostileCss) },
      '/sandbox': {
        html: hostHtml(
          `<iframe sandbox="allow-scripts" allow="geolocation 'none'" title="Finder" width="800" height="900" srcdoc="${sandboxed}"></iframe>`,
        ),
      },
      '/frame': { html: hostHtml(iframeOf(url, { ...chosen, lang: 'es' })) },
      '/frame-of-home': {
        html: hostHtml(
          `<iframe src="${url}/" title="Home"></iframe><iframe src="${url}/embed" title="Embed"></iframe>`,
        ),
      },
      '/twice': {
        html: hostHtml(`${scriptOf(url)}${scriptOf(`${url}`)}${tagOf(url, {})}${tagOf(url, { lang: 'es' })}`),
      },
    });
  });
  afterAll(() => host?.server.close());

  const open = async (path: string, viewport = desktop) => {
    const visited = await site.openAt(host.url, { path, viewport });
    const violations: string[] = [];
    visited.page.on('console', (message) => {
      if (message.type() === 'error') violations.push(message.text());
    });
    return { ...visited, violations };
  };

  /**
   * Uses the finder as a visitor: searches, opens a card, and sees the website's own lines. Only expected hosts are
   * asked.
   */
  async function works(inside: Page | FrameLocator, keyboard: Page): Promise<void> {
    const box = inside.locator('#near');
    await box.fill('85004');
    await keyboard.keyboard.press('Enter');
    await inside.locator('#centers article').first().waitFor();
    expect(await inside.locator('.own').count()).toBe(2);
    expect(await inside.locator('.own').first().textContent()).toContain('Desert Willow admissions');
    // The list of centers never contains the website's own phone line.
    expect(await inside.locator('#centers .own').count()).toBe(0);
    await inside
      .getByRole('button', { name: /^More about / })
      .first()
      .click();
    await inside.locator('.opened .programs').waitFor();
    for (const href of ['tel:988', 'tel:911'])
      expect(await inside.locator(`a[href="${href}"]`).first().isVisible()).toBe(true);
  }

  const onlyOurs = (requests: readonly { readonly url: string }[]) => {
    const others = requests
      .map(({ url }) => url)
      .filter((url) => !url.startsWith(site.url()) && !url.startsWith(host.url));
    expect(others.filter((url) => !/^(?:data|about):/.test(url))).toEqual([]);
  };

  test.each([
    ['/strict', phone],
    ['/strict', desktop],
    ['/theme', phone],
    ['/theme', desktop],
  ] as const)('works at %s with nothing refused', async (path, viewport) => {
    const { page, faults, violations, requests } = await open(path, viewport);
    await works(page, page);
    expect({ faults, violations }).toEqual({ faults: [], violations: [] });
    onlyOurs(requests);
    expect(await page.context().cookies()).toEqual([]);
  });

  test('keeps its crisis line on one row where there is room', async () => {
    const { page } = await open('/strict', phone);
    await page.locator('#near').waitFor();
    for (const width of [390, 700, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect((await page.locator('.strip').boundingBox())?.height, `${width} px`).toBeLessThanOrEqual(48);
    }
  });

  test('keeps its own look under a hostile theme', async () => {
    const { page } = await open('/theme', phone);
    await searchFor(page, '85004');
    const look = await page
      .locator('#centers h3')
      .first()
      .evaluate((title) => {
        const { color, textTransform, letterSpacing, visibility, position, textIndent } = getComputedStyle(title);
        return { color, textTransform, letterSpacing, visibility, position, textIndent };
      });
    expect(look).toMatchObject({
      textTransform: 'none',
      letterSpacing: 'normal',
      visibility: 'visible',
      position: 'static',
    });
    expect(look.color).not.toBe('rgb(255, 0, 0)');
    expect(Number.parseFloat(look.textIndent)).toBe(0);
    const { height, width } = (await page.locator('.call').first().boundingBox()) ?? { height: 0, width: 0 };
    expect(height).toBeGreaterThanOrEqual(44);
    expect(width).toBeGreaterThan(100);
  });

  test('works in a sandboxed frame without geolocation, and says what to do instead', async () => {
    const { page, faults, violations, requests } = await open('/sandbox');
    const inside = page.frameLocator('iframe');
    await works(inside, page);
    await inside.getByRole('button', { name: 'Use my location' }).click();
    await inside.locator('#near-error:not([hidden])').waitFor();
    expect(await inside.locator('#near-error').textContent()).toMatch(/ZIP code or city/);
    // Chromium itself logs that a frame may not use geolocation; this is not a violation.
    const others = violations.filter((text) => !/geolocation|Permissions policy/i.test(text));
    expect({ faults, others }).toEqual({ faults: [], others: [] });
    onlyOurs(requests);
  });

  test('two finders and a script loaded twice do not disturb each other', async () => {
    const { page, faults } = await open('/twice');
    await page.locator('program-locator').nth(1).locator('#near').waitFor();
    await page.locator('program-locator').first().locator('#near').fill('85004');
    await page.keyboard.press('Enter');
    await page.locator('program-locator').first().locator('#centers article').first().waitFor();
    expect(await page.locator('program-locator').nth(1).locator('#centers').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  test('dispatches each documented event, with nothing of the place in it', async () => {
    const { page } = await open('/strict');
    await withoutListings(page);
    const { events, members } = readManifest(readFileSync(manifestFile, 'utf8'));
    await page.evaluate(
      (names) => {
        const heard: { name: string; detail: string }[] = [];
        Object.assign(globalThis, { heard });
        for (const name of names)
          document.addEventListener(name, (event) =>
            heard.push({ name, detail: JSON.stringify((event as CustomEvent).detail) }),
          );
        document.addEventListener('click', (event) => {
          const { href } = (event.composedPath()[0] as Element).closest('a') ?? {};
          if (href?.startsWith('tel:')) event.preventDefault();
        });
      },
      events.map(({ name }) => name),
    );
    await searchFor(page, '85004');
    await page.locator('#centers .call').first().click();
    await page.context().setOffline(true);
    await searchFor(page, '80202');
    const heard = await page.evaluate<{ name: string; detail: string }[]>('globalThis.heard');
    expect([...new Set(heard.map(({ name }) => name))].sort()).toEqual(events.map(({ name }) => name).sort());
    for (const { detail } of heard) expect(detail).not.toMatch(/85004|80202|Phoenix|Denver|tel:|\d{7}/);

    const own = await page.evaluate(() => {
      const { prototype } = customElements.get('program-locator') ?? { prototype: {} };
      return Object.getOwnPropertyNames(prototype);
    });
    // Methods that browsers and the inner parts call, but websites should not.
    const internal = ['constructor', 'connectedCallback', 'disconnectedCallback', 'attributeChangedCallback', 'send'];
    const documented = members.map(({ name }) => name);
    expect(documented).toEqual(expect.arrayContaining(own.filter((name) => !internal.includes(name))));
    const missing = await page.evaluate(
      (names) => names.filter((name) => !(name in document.createElement('program-locator'))),
      documented,
    );
    expect(missing).toEqual([]);
  });

  describe('in the frame', () => {
    test('shows the settings behind #, grows with its content, and keeps links out of the frame', async () => {
      const { page, faults, violations, requests } = await open('/frame', phone);
      const inside = page.frameLocator('iframe');
      await inside.locator('#near').waitFor();
      const height = async () => (await page.locator('iframe').boundingBox())?.height ?? 0;
      const finder = async () => (await inside.locator('program-locator').boundingBox())?.height ?? 0;
      await expect.poll(async () => Math.abs((await height()) - (await finder()))).toBeLessThan(2);
      const start = await height();
      await inside.locator('#near').fill('85004');
      await page.keyboard.press('Enter');
      await inside.locator('#centers article').nth(9).waitFor();
      await expect.poll(height).toBeGreaterThan(start + 600);
      await expect.poll(async () => Math.abs((await height()) - (await finder()))).toBeLessThan(2);
      expect(await inside.locator('html').getAttribute('lang')).toBe('es');
      expect(await inside.locator('.own').first().textContent()).toContain('Desert Willow admissions');
      // Settings never reach a server, and the search is in no URL except requests for suggestions.
      const addresses = requests.map(({ url }) => url.replace(/#.*/, ''));
      expect(addresses.filter((url) => /iop|Willow/.test(url))).toEqual([]);
      expect(addresses.filter((url) => url.includes('85004') && !url.includes('/v1/places?'))).toEqual([]);
      expect({ faults, violations }).toEqual({ faults: [], violations: [] });
      onlyOurs(requests);
    });

    test('a wide frame keeps one height', async () => {
      const { page } = await open('/frame', { width: 1600, height: 900 });
      const inside = page.frameLocator('iframe');
      await inside.locator('#near').fill('85004');
      await page.keyboard.press('Enter');
      await inside.locator('#centers article').nth(9).waitFor();
      const height = async () => (await page.locator('iframe').boundingBox())?.height ?? 0;
      // If the map took the height of the window, the frame would grow, and then the map would grow again.
      const seen: number[] = [];
      const steady = () => seen.length >= 6 && new Set(seen.slice(-6)).size === 1;
      for (let look = 0; look < 40 && !steady(); look += 1) {
        await page.waitForTimeout(150);
        seen.push(await height());
      }
      expect(steady(), seen.join(' ')).toBe(true);
    });

    test('no other page shows in a frame', async () => {
      const { page } = await open('/frame-of-home');
      await page.waitForTimeout(500);
      for (const frame of page.frames().slice(1)) expect(await frame.locator('main').count()).toBe(0);
    });

    test('opened by itself it shows no finder and nobody’s number', async () => {
      const { page } = await site.open({ path: '/embed/frame#phone=%2B19005550142%20988%20Lifeline' });
      await page.waitForLoadState('networkidle');
      expect(await page.locator('program-locator').count()).toBe(0);
      expect(await page.locator('body').textContent()).not.toContain('555');
      expect(await page.getByRole('link', { name: 'Find a treatment program near you' }).getAttribute('href')).toBe(
        '/',
      );
    });
  });
});
