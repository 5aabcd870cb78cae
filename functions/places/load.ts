import { readFileSync } from 'node:fs';
import { loadPlaces, type Places } from './places.ts';

let loaded: Places | undefined;

/**
 * The places of the table beside this module, read once, when first asked for. A bundle carries `places.bin` beside
 * its own file, which `import.meta.url` then names.
 */
export function places(): Places {
  loaded ??= loadPlaces(readFileSync(new URL('./places.bin', import.meta.url)));
  return loaded;
}
