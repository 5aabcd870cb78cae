import type { State } from '../../../functions/domain/state.ts';
import { type Outlines, type Region, readOutlines, readRegion } from './outlines.ts';

type RegionFile = { readonly default: Parameters<typeof readRegion>[0] };

/** Where a map gets its outlines from. */
export interface OutlineSource {
  /** The outlines of the states. @throws what `import()` throws when the file does not come */
  outlines(): Promise<Outlines>;
  /** Counties and towns of a state. */
  region(state: State): Promise<Region>;
}

/** One file a state, named one by one so that the bundler makes a file of each. */
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

/** The outlines of the states. @throws what `import()` throws when the file does not come */
export async function loadOutlines(): Promise<Outlines> {
  return readOutlines((await import('./data/outlines.json', { with: { type: 'json' } })).default);
}

/** Counties and towns of a state. The module loader keeps what came, and asks again for what did not. */
export async function loadRegion(state: State): Promise<Region> {
  return readRegion((await files[state]()).default);
}

/** A file a state, loaded when the map shows it: what is loaded says where the visitor looks. */
export const byState: OutlineSource = { outlines: loadOutlines, region: loadRegion };
