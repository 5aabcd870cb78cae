import { readFileSync } from 'node:fs';
import { loadPlaces, type Places } from './places.ts';

let loaded: Places | undefined;

/**
 * Reads the table in this folder. In a bundle, `places.bin` is beside the bundle, so `import.meta.url` still finds it.
 */
export const readTable = (): Uint8Array => readFileSync(new URL('./places.bin', import.meta.url));

/** The places of the whole table. It is read on the first call. */
export function places(): Places {
  loaded ??= loadPlaces(readTable());
  return loaded;
}
