import { anything, type Choice } from './choices.ts';
import type { AtlasZip } from './data.ts';

/** What the reader chose on the page. It is neither stored nor sent. */
export interface AtlasState {
  readonly choice: Choice;
  /** Distances above this many miles are far. */
  readonly far: number;
  /** Postal code of the chosen state; null for all states. */
  readonly state: string | null;
  /** The ZIP as the reader typed it. */
  readonly typed: string;
  readonly chosen: AtlasZip | null;
}

export const firstState: AtlasState = { choice: anything, far: 30, state: null, typed: '', chosen: null };

export type Change = (change: Partial<AtlasState>) => void;
