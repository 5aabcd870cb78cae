import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The kind of a test file, by what it needs besides its own process. */
export type Kind = 'unit' | 'long' | 'mocked' | 'engine' | 'browser';

const root = fileURLToPath(new URL('../..', import.meta.url));
const imports = /^(?:import|export)\s(?!type\b)[^;]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm;
/** Packages that drive a browser. */
const browsers = /^playwright-core$/;
/**
 * Matches a comment that marks a slow test. Such a test starts no other program, but takes many seconds, mostly because
 * it publishes whole datasets.
 */
const long = /^\/\/ Long: /m;
/** Matches a test that replaces modules, and therefore needs a process that has not loaded these modules yet. */
const mocking = /^vi\.mock\(/m;
/** Matches imports that start an engine, a server, a synthesis, a bundler, a thread or another command. */
const engines =
  /^(?:\.\/infra\/local\/engine\.ts|dynalite|aws-cdk-lib.*|constructs|esbuild|node:(?:child_process|worker_threads|http|net))$/;

/**
 * Sorts the test files by their imports, so that no list is needed: a file that starts to drive a browser or a command
 * moves to another project.
 */
export function testFiles(): Record<Kind, string[]> {
  const read = new Map<string, readonly string[]>();
  const files: Record<Kind, string[]> = { unit: [], long: [], mocked: [], engine: [], browser: [] };
  for (const entry of readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' }).sort())
    if (entry.endsWith('.test.ts')) files[kindOf(`test/${entry}`, read)].push(`test/${entry}`);
  return files;
}

function kindOf(file: string, read: Map<string, readonly string[]>): Kind {
  const reached = new Set([file]);
  const text = readFileSync(join(root, file), 'utf8');
  let kind: Kind = mocking.test(text) ? 'mocked' : long.test(text) ? 'long' : 'unit';
  for (const one of reached) {
    const found = read.get(one) ?? importsOf(one);
    read.set(one, found);
    for (const name of found) {
      if (browsers.test(name)) return 'browser';
      if (engines.test(name)) kind = 'engine';
      else if (/^\.\/.*\.[cm]?[jt]s$/.test(name)) reached.add(name.slice(2));
    }
  }
  return kind;
}

/** Names of packages; for the repository's own files, paths from its root, such as `./functions/geo/point.ts`. */
function importsOf(file: string): string[] {
  return [...readFileSync(join(root, file), 'utf8').matchAll(imports)].map(([, from, alone, later]) => {
    const name = from ?? alone ?? later ?? '';
    return name.startsWith('.') ? `./${normalize(join(dirname(file), name))}` : name;
  });
}
