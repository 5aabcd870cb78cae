import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { PLACEHOLDER_ORIGIN } from '../../../functions/http/placeholder-origin.ts';
import { appCss } from '../../../web/mcp-app/style.ts';

const here = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
export const appFile = here('functions/faces/mcp/app/page.ts');

/** Makes the cards for chats: one HTML file that makes no requests, because script and style are inline. */
export async function appPage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [here('web/mcp-app/main.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'error',
  });
  const script = outputFiles
    .map(({ text }) => text)
    .join('')
    .trim();
  const { code } = await transform(appCss, { loader: 'css', minify: true, charset: 'ascii' });
  const [safeScript, safeStyle] = [script.replaceAll('</', '<\\/'), code.trim()];
  return (
    `<!doctype html><html lang="en" data-site="${PLACEHOLDER_ORIGIN}"><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width, initial-scale=1"><title>Treatment programs</title>' +
    `<style>${safeStyle}</style></head><body><script>${safeScript}</script></body></html>`
  );
}

/** Writes the module that the handler loads when a chat requests the page. */
export async function appModule(): Promise<string> {
  const page = JSON.stringify(await appPage());
  return `// Written by \`npm run mcp-app\` from web/mcp-app.\nexport const page: string = ${page};\n`;
}

if (import.meta.main) {
  const text = await appModule();
  await writeFile(appFile, text);
  console.log(`functions/faces/mcp/app/page.ts: ${text.length} characters`);
}
