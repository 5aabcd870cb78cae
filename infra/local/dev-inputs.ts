import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { defaultSources } from '../sources.ts';
import type { Inputs } from './dev-work.ts';

export const repository = fileURLToPath(new URL('../..', import.meta.url));
const infra = (name: string): string => join(repository, 'infra', name);

/**
 * Finds the files from which each part and the template are built, by their imports.
 * @throws esbuild's error for a syntax error or a missing import
 */
export async function readInputs(): Promise<Inputs> {
  const { handler, publisher, places, document, web } = defaultSources;
  const [search, publish, site, template] = await Promise.all([
    importsOf(handler),
    importsOf(publisher),
    importsOf(infra('reference-pages.ts')),
    importsOf(infra('app.ts')),
  ]);
  const webFiles = readdirSync(web, { recursive: true, encoding: 'utf8' }).map((name) => join(web, name));
  const add = (set: Set<string>, ...paths: string[]): Set<string> => {
    for (const path of paths) set.add(relative(repository, path));
    return set;
  };
  const ofSite = add(site, document, ...webFiles);
  return {
    parts: { search: add(search, places, document), publisher: add(publish, places), site: ofSite },
    // Changes in the site's files do not change the template, because synthesis only reads them to build the site.
    template: new Set([...template].filter((path) => !ofSite.has(path))),
  };
}

async function importsOf(entry: string): Promise<Set<string>> {
  const { metafile } = await build({
    entryPoints: [entry],
    absWorkingDir: repository,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    write: false,
    outdir: 'never-written',
    metafile: true,
    logLevel: 'silent',
  });
  return new Set(Object.keys(metafile.inputs));
}
