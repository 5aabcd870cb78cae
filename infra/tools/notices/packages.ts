import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import * as z from 'zod';

/** A package whose code is in a bundle. */
export interface Package {
  readonly name: string;
  readonly version: string;
  /** The license in SPDX's notation, such as `MIT` or `(MIT OR Apache-2.0)`. */
  readonly license: string;
  /** The texts that must be distributed with the package's code: license and notice. */
  readonly texts: readonly string[];
}

const manifestSchema = z.object({ name: z.string(), version: z.string(), license: z.string() });

/** Lists the packages whose code is in a bundle of these modules, by name and version. @throws if one has no license */
export function bundledPackages(entries: readonly string[], platform: 'node' | 'browser'): Package[] {
  const { metafile } = buildSync({
    entryPoints: [...entries],
    bundle: true,
    write: false,
    outdir: 'not-written',
    platform,
    format: 'esm',
    mainFields: platform === 'node' ? ['module', 'main'] : ['browser', 'module', 'main'],
    metafile: true,
    logLevel: 'error',
  });
  const taken = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  const folders = new Set(taken.flatMap((path) => folderOf(path) ?? []));
  return [...folders].map(readPackage).sort((a, b) => keyOf(a).localeCompare(keyOf(b)));
}

export const keyOf = ({ name, version }: Pick<Package, 'name' | 'version'>): string => `${name}@${version}`;

/** Finds the folder of the package that a file belongs to; undefined for our own files. */
function folderOf(path: string): string | undefined {
  return /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
}

function readPackage(folder: string): Package {
  const parsed = manifestSchema.safeParse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  if (!parsed.success) throw new Error(`${folder} does not say its license:\n${z.prettifyError(parsed.error)}`);
  const texts = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|notice|copying)/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  const { name, version, license } = parsed.data;
  return { name, version, license, texts };
}
