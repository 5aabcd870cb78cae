import { mkdir, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { scriptOf, tagOf } from '../../../web/embed/snippets.ts';
import { type StoryCommand, story, storyCenter, storyTag } from '../../../web/embed/story.ts';
import { data } from '../../data/command.ts';
import { temporaryFolder } from '../../data/folder.ts';
import { expectAccessible, noBrowser, phone } from '../browser.ts';
import { withSite } from '../site.ts';
import { hostHtml, startHost } from './host.ts';

/** Files and folders that the story names. */
const local = new Set(['own-centers.csv', 'mapping.json', 'own']);

describe.skipIf(noBrowser !== null)('the operator’s story', () => {
  const site = withSite(null);
  let server: Server | undefined;
  afterAll(() => server?.close());

  test('each step runs, and its visitor sees the confirmed program with both own lines', async () => {
    const folder = await temporaryFolder();
    await mkdir(folder, { recursive: true });
    const run = ({ args }: StoryCommand) => {
      const { tableName, endpoint } = site.local();
      const real = args.map((arg) => (arg === 'TABLE' ? tableName : local.has(arg) ? join(folder, arg) : arg));
      return data(...real, ...(args.includes('TABLE') ? ['--endpoint', endpoint] : []));
    };
    for (const { does } of story) {
      for (const one of does) {
        if (one.kind === 'file') {
          await writeFile(join(folder, one.name), one.text);
          continue;
        }
        const { code, stdout, stderr } = await run(one);
        expect({ code, stderr: code === 0 ? '' : stderr }, one.args.join(' ')).toEqual({ code: 0, stderr: '' });
        expect(stdout + stderr).toContain(one.prints);
      }
    }

    const url = site.url();
    const host = await startHost({
      '/': { html: hostHtml(`<main><h1>Find us</h1>${scriptOf(url)}${tagOf(url, storyTag)}</main>`) },
    });
    server = host.server;
    const { page, faults } = await site.openAt(host.url, { viewport: phone });
    const card = page.locator('#centers article').first();
    await card.waitFor();
    expect(await page.locator('#centers article').count()).toBe(1);
    expect(await card.locator('h3').getAttribute('id')).toBe(`center-${storyCenter}`);
    expect(await card.textContent()).toMatch(/Desert Willow Central.*Confirmed/s);
    expect(await card.textContent()).not.toContain('Not confirmed');
    const lines = await page.locator('.own').allTextContents();
    expect(lines.map((line) => /Desert Willow admissions|Free insurance check/.exec(line)?.[0])).toEqual([
      'Desert Willow admissions',
      'Free insurance check',
    ]);
    await expectAccessible(page);
    expect(faults).toEqual([]);
  });

  test('its page shows every file and every command, and is accessible', async () => {
    const { page, faults } = await site.open({ path: '/embed/story' });
    const shown = await page.locator('main pre').allTextContents();
    for (const one of story.flatMap(({ does }) => does))
      expect(shown).toContain(one.kind === 'file' ? one.text : `npm run data -- ${one.args.join(' ')}`);
    await expectAccessible(page);
    expect(faults).toEqual([]);
  });
});
