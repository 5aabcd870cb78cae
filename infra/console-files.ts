import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { buildSync } from 'esbuild';
import { consolePage } from '../web/console/page/page.ts';
import { consoleCss } from '../web/console/style/console.ts';
import { browserBundle } from './browser-bundle.ts';
import { IMMUTABLE_FOLDER } from './locator-files.ts';
import { uncompiledSchemas } from './uncompiled-schemas.ts';

export const hasConsole = (webFolder: string): boolean => existsSync(join(webFolder, 'console'));

/**
 * Builds the files of `/console`: its page, its styles, its script, and chunks with a hash of their content in their
 * names.
 */
export function buildConsole(outFolder: string, webFolder: string): void {
  const folder = join(outFolder, 'console');
  const { metafile } = buildSync({
    entryPoints: { 'console/main': join(webFolder, 'console', 'shell', 'main.ts') },
    outdir: outFolder,
    ...browserBundle,
    splitting: true,
    banner: { js: uncompiledSchemas },
    metafile: true,
    chunkNames: `${IMMUTABLE_FOLDER}/console-[hash]`,
  });
  const main = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint?.endsWith('shell/main.ts'));
  const first = (main?.[1].imports ?? []).filter(({ kind }) => kind === 'import-statement');
  mkdirSync(folder, { recursive: true });
  const web = ({ path }: { readonly path: string }) => `/${relative(outFolder, path).split(sep).join('/')}`;
  writeFileSync(join(folder, 'index.html'), consolePage(first.map(web)));
  writeFileSync(join(folder, 'console.css'), consoleCss);
}
