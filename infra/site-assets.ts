import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** Files of web/ that are sources or about them, not part of the page. */
const notServed = (name: string): boolean =>
  name.endsWith('.ts') || name === 'README.md' || name.startsWith('tsconfig') || name.startsWith('.');

/**
 * Builds the static page into `outFolder`: `main.ts` and what it imports become `main.js`, everything else in the
 * folder is copied as it is.
 */
export function buildSite(outFolder: string, webFolder: string): void {
  buildSync({
    entryPoints: [join(webFolder, 'main.ts')],
    outfile: join(outFolder, 'main.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
  });
  for (const entry of readdirSync(webFolder, { withFileTypes: true })) {
    if (notServed(entry.name)) continue;
    cpSync(join(webFolder, entry.name), join(outFolder, entry.name), {
      recursive: true,
      filter: (source) => source === join(webFolder, entry.name) || !notServed(source.split(/[/\\]/).at(-1) ?? ''),
    });
  }
}
