import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noBrowser } from './browser.ts';
import { closeContexts, newVisitor, sharedBrowser } from './visitors.ts';

/** Everything that a page can leave in a browser. */
const leave = `(async () => {
  localStorage.left = sessionStorage.left = 'left';
  document.cookie = 'left=left; max-age=1000';
  await (await caches.open('left')).put('/kept', new Response('left'));
  await new Promise((resolve, reject) => {
    const asked = indexedDB.open('left');
    asked.onerror = reject;
    asked.onsuccess = () => { asked.result.close(); resolve(); };
  });
})()`;
const left = `(async () => ({
  stored: [localStorage.length, sessionStorage.length, document.cookie, history.length],
  caches: await caches.keys(),
  databases: (await indexedDB.databases()).length,
  granted: (await navigator.permissions.query({ name: 'geolocation' })).state,
  clock: String(Date).includes('native code'),
}))()`;
const options = { viewport: { width: 500, height: 400 } };

describe.skipIf(noBrowser !== null)('a visitor of the browser that tests share', () => {
  let server: Server;
  let url: string;
  let sent = 0;
  /** What a page finds stored in a context that nobody has used. */
  let nothing: unknown;
  const visit = async (context: BrowserContext) => {
    const page = await context.newPage();
    await page.goto(url);
    return page;
  };

  beforeAll(async () => {
    server = createServer((_, answer) => {
      sent += 1;
      answer.setHeader('cache-control', 'max-age=1000').setHeader('content-type', 'text/html').end('<p>Page');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    if (noBrowser !== null) return;
    nothing = await (await visit(await (await sharedBrowser()).newContext(options))).evaluate(left);
    await closeContexts();
  });
  afterAll(() => server?.close());

  test('has nothing of the one before, whose process it uses', async () => {
    const first = await newVisitor(await sharedBrowser(), options);
    const page = await visit(first);
    await page.evaluate(leave);
    await first.grantPermissions(['geolocation']);
    await first.route('**/*', (route) => route.abort());
    await first.setOffline(true);
    expect(await page.evaluate(left)).not.toEqual(nothing);
    await closeContexts();

    const second = await newVisitor(await sharedBrowser(), options);
    expect(second).toBe(first);
    const before = sent;
    expect(await (await visit(second)).evaluate(left)).toEqual(nothing);
    expect(sent).toBe(before + 1);
    await closeContexts();
  });

  test('is another than the one beside it, and than one of another kind', async () => {
    const browser = await sharedBrowser();
    const all = [options, options, { ...options, locale: 'es-US' }];
    const contexts = await Promise.all(all.map((one) => newVisitor(browser, one)));
    expect(new Set(contexts).size).toBe(3);
    await closeContexts();
  });

  test('is a new one after a clock was set', async () => {
    const first = await newVisitor(await sharedBrowser(), options);
    await first.clock.install();
    await closeContexts();
    const second = await newVisitor(await sharedBrowser(), options);
    expect(second).not.toBe(first);
    expect(await (await visit(second)).evaluate(left)).toEqual(nothing);
    await closeContexts();
  });
});
