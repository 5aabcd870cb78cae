import type { State } from '../../../functions/domain/state.ts';
import { byState, type OutlineSource } from './load.ts';
import type { Outlines, Region } from './outlines.ts';

let outlines: Promise<Outlines> | null = null;
const regions = new Map<State, Promise<Region>>();

/** Outlines for pages rendered on a server. They are part of the server's code, and are read once. */
export const kept: OutlineSource = {
  outlines: () => {
    outlines ??= byState.outlines();
    return outlines;
  },
  region: (state) => {
    const region = regions.get(state) ?? byState.region(state);
    regions.set(state, region);
    return region;
  },
};
