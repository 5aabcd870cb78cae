import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync, type Metafile } from 'esbuild';
import { joinStart, minifiedModules } from './join-start.ts';
import { uncompiledSchemas } from './uncompiled-schemas.ts';

/** Files that the handler reads from its own folder. Keys are their names in that folder. */
export type FilesBeside = Readonly<Record<string, string>>;

/**
 * Replaces some of Node's own modules by CommonJS files (in `built-ins`). Imported as ES modules, they would load all of
 * their exports, including an HTTP client of 30 ms that we do not use. This makes the first answer of a new container a
 * tenth faster.
 */
const builtIns = Object.fromEntries(
  ['http', 'https', 'crypto'].flatMap((name) => {
    const file = fileURLToPath(new URL(`built-ins/${name}.cjs`, import.meta.url));
    return [name, `node:${name}`].map((specifier) => [specifier, file]);
  }),
);

/**
 * Defines require(), because some of the SDK's dependencies are CommonJS and call it for Node's own modules. The long
 * name `requireOfNode` cannot be one that the minifier chooses.
 */
const requireForSdk =
  "import{createRequire as requireOfNode}from'node:module';const require=requireOfNode(import.meta.url);";

/**
 * Builds a handler into a folder: `index.mjs`, `start.mjs` with what every start needs, and one more file for each part
 * that is imported on demand, so that a new container neither reads nor parses it. Bundling the AWS SDK too starts
 * faster than loading the runtime's own copy.
 * @returns esbuild's description of the files before the start was joined
 */
export function buildHandler(entry: string, outFolder: string, beside: FilesBeside): Metafile {
  const { metafile } = buildSync({
    entryPoints: { index: entry },
    outdir: outFolder,
    ...minifiedModules,
    splitting: true,
    outExtension: { '.js': '.mjs' },
    mainFields: ['module', 'main'],
    alias: builtIns,
    // Turns off the compilation of schemas, which makes the first answer of a new container a tenth faster.
    banner: { js: requireForSdk + uncompiledSchemas },
    metafile: true,
  });
  for (const file of Object.keys(metafile.outputs)) if (file.endsWith('.mjs')) withoutIdleRequire(file);
  joinStart(outFolder, metafile);
  for (const [name, file] of Object.entries(beside)) copyFileSync(file, join(outFolder, name));
  return metafile;
}

/**
 * Removes the definition of require() from a file that never calls it. Keeps its line, so that the source map stays
 * correct.
 */
function withoutIdleRequire(file: string): void {
  const code = readFileSync(file, 'utf8');
  const rest = code.replace(requireForSdk, '');
  if (rest !== code && !/\brequire\b/.test(rest)) writeFileSync(file, rest);
}
