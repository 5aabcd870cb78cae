import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';

const inTree = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export interface Bundle {
  readonly folder: string;
  readonly bytes: number;
  /** Bytes of the bundle by npm package, and the project's own by folder, largest first. */
  readonly parts: readonly (readonly [part: string, bytes: number])[];
}

/** Repeats the options of infra/search-function.ts, which hands them to esbuild through CDK. */
export async function bundle(entry: string, folder: string): Promise<Bundle> {
  mkdirSync(folder, { recursive: true });
  const { metafile } = await build({
    entryPoints: [inTree(entry)],
    outfile: join(folder, 'index.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    minify: true,
    sourcemap: true,
    sourcesContent: false,
    mainFields: ['module', 'main'],
    banner: { js: "import{createRequire as c}from'node:module';const require=c(import.meta.url);" },
    metafile: true,
    logLevel: 'error',
  });
  copyFileSync(inTree('functions/places/places.bin'), join(folder, 'places.bin'));
  const output = Object.entries(metafile.outputs).find(([path]) => path.endsWith('.mjs'))?.[1];
  if (output === undefined) throw new Error(`esbuild made nothing of ${entry}`);
  return { folder, bytes: output.bytes, parts: partsOf(output) };
}

function partsOf({ inputs }: Metafile['outputs'][string]): [string, number][] {
  const parts = new Map<string, number>();
  for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
    const part = partOf(path);
    parts.set(part, (parts.get(part) ?? 0) + bytesInOutput);
  }
  return [...parts].sort(([, a], [, b]) => b - a);
}

function partOf(path: string): string {
  const inPackage = /.*node_modules\/(@[^/]+\/[^/]+|[^/]+)/.exec(path);
  return inPackage?.[1] ?? path.split('/').slice(-3, -1).join('/');
}
