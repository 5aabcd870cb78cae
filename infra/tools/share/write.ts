import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { pageWords } from '../../../web/words/page.ts';

/**
 * `npm run share`: renders the preview image of shared links, one per language, with Debian's Chromium. It names no
 * center, so that people who see the link in a message learn no more than from the link's own text.
 */
const web = new URL('../../../web/', import.meta.url);
/** Width and height that Open Graph readers show without cropping, in pixels. */
const size = { width: 1200, height: 630 };

const horizon = readFileSync(new URL('horizon.svg', web), 'utf8');

const pictureOf = ({ title, lead }: { readonly title: string; readonly lead: string }): string => `<!doctype html>
<style>
  body { display: flow-root; margin: 0; inline-size: 1200px; block-size: 630px; position: relative; overflow: hidden; color: #f4f7f6;
    font-family: "Noto Sans", sans-serif; background: linear-gradient(#0f2430, #1c4a57); }
  h1 { margin: 72px 80px 24px; max-inline-size: 960px; font: 700 88px/1.12 "Noto Serif", serif; text-wrap: balance; }
  p { margin: 0 80px; font-size: 38px; color: #cfe0e0; max-inline-size: 1040px; }
  div { position: absolute; inset: auto 0 0; block-size: 128px; display: flex; }
  svg { flex: none; inline-size: 1280px; block-size: 128px; }
</style>
<h1>${title}</h1><p>${lead}</p><div>${horizon}</div>`;

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  const page = await browser.newPage({ viewport: size });
  for (const language of ['en', 'es'] as const) {
    await page.setContent(pictureOf(pageWords[language]));
    const picture = await page.screenshot({ type: 'png' });
    const path = fileURLToPath(new URL(`share-${language}.png`, web));
    writeFileSync(path, picture);
    console.log(`web/share-${language}.png: ${picture.length} bytes`);
  }
} finally {
  await browser.close();
}
