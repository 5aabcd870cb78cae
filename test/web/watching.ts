import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';

/** One request, from any sender. */
export interface Seen {
  readonly url: string;
  readonly body: string;
  readonly headers: string;
}

/**
 * Records every request of the browser, from pages, frames and workers. Leaves out data and blob URLs, which reach
 * nobody.
 */
export async function watch(context: BrowserContext): Promise<Seen[]> {
  const seen: Seen[] = [];
  const attach = async (page: Page) => {
    const tools = await context.newCDPSession(page);
    await tools.send('Network.enable');
    await tools.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
    tools.on('Network.requestWillBeSent', ({ request: { url, postData = '', headers } }) => {
      if (!/^(?:data|blob|about):/.test(url)) seen.push({ url, body: postData, headers: JSON.stringify(headers) });
    });
  };
  for (const page of context.pages()) await attach(page);
  context.on('page', (page) => void attach(page));
  // A service worker's requests belong to no page.
  context.on('request', (request) => {
    if (request.serviceWorker() !== null)
      seen.push({ url: request.url(), body: request.postData() ?? '', headers: '{}' });
  });
  return seen;
}

/** The files of a folder that contain one of the words, in UTF-8 or UTF-16. */
export async function holding(folder: string, words: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name));
    for (const word of words)
      for (const encoding of ['utf8', 'utf16le'] as const)
        if (bytes.includes(Buffer.from(word, encoding))) found.push(`${entry.name}: ${word}`);
  }
  return found;
}
