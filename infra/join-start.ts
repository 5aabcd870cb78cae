import { rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type BuildOptions, buildSync, type Metafile } from 'esbuild';

type Outputs = Metafile['outputs'];

/** Name of the file with everything that a new container loads before its first answer. */
const START = 'start.mjs';

/**
 * Options of both builds of a handler: the first splits it into parts, the second joins those that are loaded at the
 * start.
 */
export const minifiedModules = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  minify: true,
  sourcemap: true,
  // Source maps contain only names and lines, which are enough to read a stack trace. The sources themselves would
  // double the size of the package.
  sourcesContent: false,
  logLevel: 'error',
} as const satisfies BuildOptions;

/**
 * Joins the files that a new container always loads into one file. esbuild splits code wherever parts that are loaded
 * on demand share some of it: that gives 55 files instead of one, and each must be found, read and linked. Files that
 * are loaded on demand remain, and import the joined file instead.
 * @param folder The output of esbuild with `splitting` and the entry point `index`.
 */
export function joinStart(folder: string, { outputs }: Metafile): void {
  const index = Object.keys(outputs).find((path) => basename(path) === 'index.mjs');
  if (index === undefined) throw new Error(`${folder} has no index.mjs`);
  const joined = loadedWith(index, outputs);
  const parts = Object.keys(outputs).filter((path) => path.endsWith('.mjs') && !joined.includes(path));
  const shared = joined.filter(
    (path) => path === index || parts.some((part) => importsOf(part, outputs).includes(path)),
  );
  buildSync({
    stdin: { contents: shared.map((path) => exported(path, index, outputs)).join('\n'), resolveDir: resolve(folder) },
    absWorkingDir: resolve(folder),
    outfile: START,
    ...minifiedModules,
    external: parts.map((path) => `./${basename(path)}`),
  });
  for (const path of joined) {
    const file = join(folder, basename(path));
    rmSync(`${file}.map`, { force: true });
    if (shared.includes(path)) writeFileSync(file, leadingOn(path, index, outputs));
    else rmSync(file);
  }
}

/** Returns the bytes that a new container loads before its first answer. */
export const startBytes = (folder: string): number =>
  ['index.mjs', START].reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);

/** Lists a file and all files that it imports statically, directly or indirectly. */
export function loadedWith(start: string, outputs: Outputs): readonly string[] {
  const loaded = new Set([start]);
  for (const path of loaded) for (const imported of importsOf(path, outputs)) loaded.add(imported);
  return [...loaded];
}

/** Lists the files that a file imports statically. */
function importsOf(path: string, outputs: Outputs): readonly string[] {
  const imports = outputs[path]?.imports ?? [];
  return imports.flatMap((one) => (one.kind === 'import-statement' && one.path in outputs ? [one.path] : []));
}

/**
 * Returns an export's name in the joined file. It begins with the number of its original file, because the minifier may
 * choose the same name in two files.
 */
function nameOf(name: string, path: string, index: string, outputs: Outputs): string {
  return path === index ? name : `f${Object.keys(outputs).indexOf(path)}_${name}`;
}

function exported(path: string, index: string, outputs: Outputs): string {
  const names = (outputs[path]?.exports ?? []).map((name) => `${name} as ${nameOf(name, path, index, outputs)}`);
  return `export { ${names.join(', ')} } from './${basename(path)}';`;
}

function leadingOn(path: string, index: string, outputs: Outputs): string {
  const names = (outputs[path]?.exports ?? []).map((name) => `${nameOf(name, path, index, outputs)} as ${name}`);
  return `export{${names.join(',')}}from"./${START}";\n`;
}
