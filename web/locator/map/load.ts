import type { State } from '../../../functions/domain/state.ts';
import { type Outlines, type Region, readOutlines, readRegion } from './outlines.ts';

type RegionFile = { readonly default: Parameters<typeof readRegion>[0] };

/** The source of a map's outlines. */
export interface OutlineSource {
  /**
   * The outlines of the states.
   * @throws the error of `import()` if the file does not load
   */
  outlines(): Promise<Outlines>;
  /** Loads counties and towns of a state. */
  region(state: State): Promise<Region>;
}

/** Each file has its own literal path, so that the bundler makes a file for each state. */
const files: Readonly<Record<State, () => Promise<RegionFile>>> = {
  AZ: () => import('./data/AZ.json', { with: { type: 'json' } }),
  CA: () => import('./data/CA.json', { with: { type: 'json' } }),
  CO: () => import('./data/CO.json', { with: { type: 'json' } }),
  IL: () => import('./data/IL.json', { with: { type: 'json' } }),
  NV: () => import('./data/NV.json', { with: { type: 'json' } }),
  NJ: () => import('./data/NJ.json', { with: { type: 'json' } }),
  OK: () => import('./data/OK.json', { with: { type: 'json' } }),
  WA: () => import('./data/WA.json', { with: { type: 'json' } }),
};

/**
 * The outlines of the states.
 * @throws the error of `import()` if the file does not load
 */
export async function loadOutlines(): Promise<Outlines> {
  return readOutlines((await import('./data/outlines.json', { with: { type: 'json' } })).default);
}

/** Loads counties and towns of a state. The module loader keeps what it loaded, and tries again after a failure. */
export async function loadRegion(state: State): Promise<Region> {
  return readRegion((await files[state]()).default);
}

/** One file per state, loaded when the map shows the state. The requests therefore reveal where the visitor looks. */
export const byState: OutlineSource = { outlines: loadOutlines, region: loadRegion };
