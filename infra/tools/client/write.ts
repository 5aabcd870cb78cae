import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { makeTypes } from './types.ts';

const here = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const document = new URL('../../../functions/api/service/openapi.json', import.meta.url);
const modules = ['index', 'client', 'problem-error', 'types'];

/** Bundles the client into one module that any browser or Node can load, minified or readable. */
export async function bundleClient(minify: boolean): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [here('web/client/index.ts')],
    bundle: true,
    minify,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    charset: 'utf8',
    logLevel: 'error',
  });
  return outputFiles.map(({ text }) => text).join('');
}

/** Makes all generated files of the client, by path. The types come first, because the rest is built from them. */
export async function makeClient(): Promise<Map<string, string>> {
  const files = new Map([['web/client/dist/index.js', await bundleClient(false)]]);
  const folder = await mkdtemp(join(tmpdir(), 'locator-client-'));
  try {
    execFileSync(
      here('node_modules/.bin/tsc'),
      [
        '-p',
        here('web/client/tsconfig.json'),
        '--declaration',
        '--emitDeclarationOnly',
        '--noEmit',
        'false',
        '--outDir',
        folder,
      ],
      { stdio: ['ignore', 'inherit', 'inherit'] },
    );
    for (const name of modules) {
      const text = await readFile(join(folder, `${name}.d.ts`), 'utf8');
      files.set(`web/client/dist/${name}.d.ts`, text.replaceAll(/(from '\.\/[\w-]+)\.ts'/g, "$1.js'"));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return files;
}

export const makeClientTypes = (): Promise<string> => makeTypes(document);

if (import.meta.main) {
  await writeFile(here('web/client/types.ts'), await makeClientTypes());
  for (const [path, text] of await makeClient()) await writeFile(here(path), text);
  const minified = await bundleClient(true);
  console.log(`the client, minified: ${minified.length} bytes, ${gzipSync(minified, { level: 9 }).length} gzipped`);
}
