import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Local, startLocal } from '../../infra/local/start.ts';
import { assemblyFolder } from '../support/assembly.ts';
import { noBrowser } from './browser.ts';
import { closeContexts, sharedBrowser } from './visitors.ts';

describe.skipIf(noBrowser !== null)('a page of a partner, on another origin', () => {
  let local: Local;
  let browser: Browser;
  let partner: Server;
  let origin: string;

  beforeAll(async () => {
    [local, browser] = await Promise.all([
      startLocal({ assembly: await assemblyFolder(), data: 'data/examples.json', log: () => {} }),
      sharedBrowser(),
    ]);
    partner = createServer((request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Partner</title>');
      request.resume();
    });
    await new Promise<void>((resolve) => partner.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(partner.address() as AddressInfo).port}`;
  });
  afterEach(closeContexts);
  afterAll(async () => {
    partner?.closeAllConnections();
    await new Promise((resolve) => partner?.close(resolve));
    await local?.close();
  });

  test('imports the client and searches with it', async () => {
    const page = await browser.newPage();
    await page.goto(origin);
    const names = await page.evaluate(`import('${local.url}/client.js').then((client) => Object.keys(client))`);
    expect(names).toContain('LocatorClient');
    const found = await page.evaluate(
      `import('${local.url}/client.js').then(async ({ LocatorClient }) => {
        const client = new LocatorClient({ baseUrl: '${local.url}' });
        return (await client.search({ near: 'Phoenix, AZ', limit: 1 })).results.length;
      })`,
    );
    expect(found).toBe(1);
  });

  test('can do nothing with the engine and the keys', async () => {
    const page = await browser.newPage();
    await page.goto(origin);
    for (const url of [local.endpoint, `${local.controlUrl}/apikeys`]) {
      const outcome = await page.evaluate(
        `fetch('${url}', { method: 'POST', body: '{"name":"evil"}' }).then((answer) => 'read ' + answer.status, () => 'blocked')`,
      );
      expect(outcome).toBe('blocked');
    }
    const keys = (await (await fetch(`${local.controlUrl}/apikeys`)).json()) as { item: { name: string }[] };
    expect(keys.item.map(({ name }) => name)).not.toContain('evil');
  });
});
