import { readFileSync } from 'node:fs';
import { loadPlaces, type Places } from './places.ts';

let loaded: Places | undefined;

/** The table beside this module. A bundle carries `places.bin` beside its own file, which `import.meta.url` then names. */
export const readTable = (): Uint8Array => readFileSync(new URL('./places.bin', import.meta.url));

/** The places of the table, read once, when first asked for. */
export function places(): Places {
  loaded ??= loadPlaces(readTable());
  return loaded;
}
