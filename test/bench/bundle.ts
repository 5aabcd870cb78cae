import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Metafile } from 'esbuild';
import { buildHandler } from '../../infra/handler-bundle.ts';
import { loadedWith, startBytes } from '../../infra/join-start.ts';

const inTree = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export interface Bundle {
  readonly folder: string;
  /** Number of bytes that a new process loads before its first answer. */
  readonly bytes: number;
  /** Bytes in the loaded code that come from each npm package and each of our own folders, largest first. */
  readonly parts: readonly (readonly [part: string, bytes: number])[];
}

/** Bundles a handler as it is deployed, and measures the part that a new process loads before its first answer. */
export function bundle(entry: string, folder: string): Bundle {
  mkdirSync(folder, { recursive: true });
  const { outputs } = buildHandler(inTree(entry), folder, { 'places.bin': inTree('functions/places/places.bin') });
  const start = Object.keys(outputs).find((path) => path.endsWith('index.mjs'));
  if (start === undefined) throw new Error(`esbuild made nothing of ${entry}`);
  const loaded = loadedWith(start, outputs).flatMap((path) => outputs[path] ?? []);
  return { folder, bytes: startBytes(folder), parts: partsOf(loaded) };
}

function partsOf(loaded: readonly Metafile['outputs'][string][]): [string, number][] {
  const parts = new Map<string, number>();
  for (const [path, { bytesInOutput }] of loaded.flatMap(({ inputs }) => Object.entries(inputs))) {
    const part = partOf(path);
    parts.set(part, (parts.get(part) ?? 0) + bytesInOutput);
  }
  return [...parts].sort(([, a], [, b]) => b - a);
}

function partOf(path: string): string {
  const inPackage = /.*node_modules\/(@[^/]+\/[^/]+|[^/]+)/.exec(path);
  return inPackage?.[1] ?? path.split('/').slice(-3, -1).join('/');
}
