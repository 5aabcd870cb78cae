import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { buildSync, type Metafile } from 'esbuild';
import { notFoundDocument } from '../functions/faces/pages/error-page.ts';
import { pageCss } from '../web/pages/style.ts';
import { homePage } from '../web/site/home.ts';
import { browserBundle } from './browser-bundle.ts';

/**
 * Folder of the files with a hash of their content in their names. They never change, so everybody may cache them
 * forever.
 */
export const IMMUTABLE_FOLDER = 'locator';

/** The files that the home page of each language preloads. */
export type Preload = Readonly<Record<'en' | 'es', readonly string[]>>;

/**
 * Builds the finder: a short `locator.js`, and chunks under `locator/` with a hash of their content in their names.
 * Parts that are loaded later (the other language, the map) have their own chunks.
 * @returns paths that the finder's first render needs, for the page to preload
 */
export function buildLocator(outFolder: string, webFolder: string): Preload {
  const entry = join(webFolder, 'locator.ts');
  const { metafile } = buildSync({
    entryPoints: [entry],
    outdir: outFolder,
    ...browserBundle,
    splitting: true,
    metafile: true,
    chunkNames: `${IMMUTABLE_FOLDER}/[name]-[hash]`,
  });
  const helpers = dropHelpers(metafile);
  const web = (file: string) => `/${relative(outFolder, file).split(sep).join('/')}`;
  const needed = (source: string) => neededFirst(metafile, source).filter((file) => file !== helpers);
  const first = needed('locator.ts');
  return { en: first.map(web), es: [...new Set([...first, ...needed('start.es.ts')])].map(web) };
}

/**
 * Removes the import of esbuild's helpers for CommonJS from files that use none of them. esbuild writes it into every
 * file, which would cost a request and 376 bytes of the first load.
 * @returns the path of the helpers' file; undefined if there is none
 */
function dropHelpers({ outputs }: Metafile): string | undefined {
  // The helpers' file is the one that esbuild creates without sources and imports.
  const isHelpers = ({ inputs, imports }: Metafile['outputs'][string]) =>
    Object.keys(inputs).length === 0 && imports.length === 0;
  const [helpers] = Object.entries(outputs).find(([, output]) => isHelpers(output)) ?? [];
  if (helpers === undefined) return undefined;
  const name = basename(helpers).replaceAll('.', '\\.');
  const ofNothing = new RegExp(`import"\\./(?:${IMMUTABLE_FOLDER}/)?${name}";`, 'g');
  for (const file of Object.keys(outputs)) writeFileSync(file, readFileSync(file, 'utf8').replace(ofNothing, ''));
  return helpers;
}

/** Lists the static imports of a source's bundle, direct and indirect. Includes the bundle itself if it is a chunk. */
function neededFirst({ outputs }: Metafile, source: string): readonly string[] {
  const [name = '', entry] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint?.endsWith(source)) ?? [];
  const found = new Set<string>();
  const add = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    for (const { path, kind } of outputs[file]?.imports ?? []) if (kind === 'import-statement') add(path);
  };
  if (name.includes(`/${IMMUTABLE_FOLDER}/`)) add(name);
  else for (const { path } of entry?.imports ?? []) add(path);
  return [...found];
}

/** The page for unknown URLs. It is only served in that case, with status 404. */
export const NOT_FOUND = 'not-found.html';

/** Writes the home page in each language, the page for unknown URLs, and the styles of pages that the handler draws. */
export function buildHome(outFolder: string, preload: Preload, reportTo?: string): void {
  writeFileSync(join(outFolder, 'index.html'), homePage('en', preload.en, reportTo));
  mkdirSync(join(outFolder, 'es'), { recursive: true });
  writeFileSync(join(outFolder, 'page.css'), pageCss);
  writeFileSync(join(outFolder, NOT_FOUND), notFoundDocument());
  writeFileSync(join(outFolder, 'es', 'index.html'), homePage('es', preload.es, reportTo));
}

export const hasLocator = (webFolder: string): boolean => existsSync(join(webFolder, 'locator.ts'));
