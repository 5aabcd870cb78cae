import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { deviceLocator } from '../../functions/device/device-locator.ts';
import { NOW, records, serveRecords } from '../support/real-records.ts';
import { noBrowser } from '../web/browser.ts';
import { launchBrowser } from '../web/launch.ts';
import { asked } from './ask-both.ts';
import { downloaded } from './files.ts';
import { type Body, questions, wrongBodies } from './questions.ts';

/** Runs in the page: a search's answer, or its problem. */
const inPage = `
  globalThis.askAll = (files, now, bodies) => {
    const locator = device.deviceLocator(files, () => now);
    return bodies.map((body) => {
      try {
        return JSON.stringify({ status: 200, body: locator.search(body) });
      } catch (error) {
        return error.name === 'DeviceProblem'
          ? JSON.stringify({ status: error.status, body: error.problem })
          : String(error.stack);
      }
    });
  };`;

test.skipIf(noBrowser !== null)(
  'a page in Chromium finds what Node finds, to the last digit: 200 searches',
  async () => {
    const { handler } = await serveRecords();
    const files = await downloaded(handler);
    const locator = deviceLocator(files, () => NOW);
    const bodies: (Body | unknown)[] = [...questions(16, 200, records), ...wrongBodies];
    const { outputFiles } = await build({
      entryPoints: ['functions/device/device-locator.ts'],
      bundle: true,
      minify: true,
      format: 'iife',
      globalName: 'device',
      platform: 'browser',
      target: 'es2024',
      write: false,
    });
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      await page.addScriptTag({ content: `${outputFiles[0]?.text}\n${inPage}` });
      const told = await page.evaluate(
        ([given, now, all]) =>
          (globalThis as unknown as { askAll(...args: unknown[]): string[] }).askAll(given, now, all as unknown[]),
        [files, NOW, bodies] as const,
      );
      expect(told.map((text) => JSON.parse(text))).toEqual(
        bodies.map((body) => JSON.parse(JSON.stringify(asked(body, locator)))),
      );
      expect(requests).toEqual([]);
    } finally {
      await browser.close();
    }
  },
);
