import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { type SimulatedMutant, withMutant } from './mutants.ts';

/** Timers that replace Node's own in the code under test. */
interface VirtualTimers {
  sleep(ms: number, value?: unknown, options?: { readonly signal?: AbortSignal }): Promise<unknown>;
}
declare global {
  var simulatedTimers: VirtualTimers | undefined;
}

const timers = `data:text/javascript,${encodeURIComponent(
  'export const setTimeout = (ms, value, options) => globalThis.simulatedTimers.sleep(ms, value, options);',
)}`;
// Caches results, because the same text is compressed and decompressed many times.
const zlib = `data:text/javascript,${encodeURIComponent(`
  import { hash } from 'node:crypto';
  import * as zlib from 'node:zlib';
  const kept = new Map();
  const once = (name) => (given, options) => {
    const key = name + (options?.maxOutputLength ?? '') + hash('sha1', given, 'base64');
    let found = kept.get(key);
    if (found === undefined) {
      if (kept.size > 20000) kept.clear();
      try { found = { value: zlib[name](given, options) }; } catch (error) { found = { error }; }
      kept.set(key, found);
    }
    if ('error' in found) throw found.error;
    return found.value;
  };
  export const deflateRawSync = once('deflateRawSync');
  export const inflateRawSync = once('inflateRawSync');
`)}`;
const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Must be called before anything of functions/ is imported. Pauses of that code then pass in virtual time, and a
 * mutant's fault can be put into its files.
 */
export function installHooks(mutant: SimulatedMutant | null): void {
  registerHooks({
    resolve(specifier, context, next) {
      const fromFunctions = context.parentURL?.startsWith(`file://${root}functions/`) ?? false;
      if (specifier === 'node:timers/promises' && fromFunctions) return { url: timers, shortCircuit: true };
      if (specifier === 'node:zlib' && context.parentURL === `file://${root}functions/dataset/content.ts`)
        return { url: zlib, shortCircuit: true };
      return next(specifier, context);
    },
    load(url, context, next) {
      const loaded = next(url, context);
      const edits = mutant?.edits.filter(({ file }) => url === `file://${root}${file}`) ?? [];
      if (edits.length === 0) return loaded;
      const source = readFileSync(fileURLToPath(url), 'utf8');
      return { ...loaded, source: withMutant(source, edits) };
    },
  });
}
