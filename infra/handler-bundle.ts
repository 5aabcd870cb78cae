import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync, type Metafile } from 'esbuild';
import { uncompiledSchemas } from './uncompiled-schemas.ts';

/** Files that the handler reads from its own folder, by the name that it knows them by. */
export type FilesBeside = Readonly<Record<string, string>>;

/**
 * As ES modules these evaluate every one of their exports when they load, an HTTP client of 30 ms among them that nothing
 * here uses; required, they do not. A new container's first answer comes a tenth sooner.
 */
const builtIns = Object.fromEntries(
  ['http', 'https', 'crypto'].flatMap((name) => {
    const file = fileURLToPath(new URL(`built-ins/${name}.cjs`, import.meta.url));
    return [name, `node:${name}`].map((specifier) => [specifier, file]);
  }),
);

/**
 * Some of the SDK's dependencies are CommonJS and call require() for Node's own modules. The long name is one that the
 * minifier gives to nothing else.
 */
const requireForSdk =
  "import{createRequire as requireOfNode}from'node:module';const require=requireOfNode(import.meta.url);";

/**
 * Builds a handler into a folder: `index.mjs` with what every start needs, and beside it a file for each part that is
 * imported when it is first asked for, so that a new container neither reads nor parses it. Bundling the AWS SDK too
 * starts faster than loading the runtime's own copy.
 */
export function buildHandler(entry: string, outFolder: string, beside: FilesBeside): Metafile {
  const { metafile } = buildSync({
    entryPoints: { index: entry },
    outdir: outFolder,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    target: 'node24',
    minify: true,
    sourcemap: true,
    // Names and lines are enough to read a stack trace; the sources themselves would double the package.
    sourcesContent: false,
    mainFields: ['module', 'main'],
    alias: builtIns,
    // A new container's first answer comes a tenth sooner without compiled schemas.
    banner: { js: requireForSdk + uncompiledSchemas },
    metafile: true,
    logLevel: 'error',
  });
  for (const file of Object.keys(metafile.outputs)) if (file.endsWith('.mjs')) withoutIdleRequire(file);
  for (const [name, file] of Object.entries(beside)) copyFileSync(file, join(outFolder, name));
  return metafile;
}

/** Takes require() out of a file that never calls it. Its line stays, so the source map still fits. */
function withoutIdleRequire(file: string): void {
  const code = readFileSync(file, 'utf8');
  const rest = code.replace(requireForSdk, '');
  if (rest !== code && !/\brequire\b/.test(rest)) writeFileSync(file, rest);
}
