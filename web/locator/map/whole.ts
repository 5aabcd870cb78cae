import type { State } from '../../../functions/domain/state.ts';
// These imports lack the attribute that load.ts has, so that the bundler puts all outlines into one file.
import AZ from './data/AZ.json';
import CA from './data/CA.json';
import CO from './data/CO.json';
import IL from './data/IL.json';
import NJ from './data/NJ.json';
import NV from './data/NV.json';
import OK from './data/OK.json';
import outlines from './data/outlines.json';
import WA from './data/WA.json';
import type { OutlineSource } from './load.ts';
import { readOutlines, readRegion } from './outlines.ts';

const regions: Readonly<Record<State, Parameters<typeof readRegion>[0]>> = { AZ, CA, CO, IL, NV, NJ, OK, WA };

/** All outlines in one file: loading it does not reveal where the visitor looks. */
export const whole: OutlineSource = {
  outlines: async () => readOutlines(outlines),
  region: async (state) => readRegion(regions[state]),
};
