import { anything, type Choice } from './choices.ts';
import type { AtlasZip } from './data.ts';

/** What is chosen on the page. Nothing of it is stored or sent. */
export interface AtlasState {
  readonly choice: Choice;
  /** More miles than this is far. */
  readonly far: number;
  /** Postal code; null for all. */
  readonly state: string | null;
  /** As typed. */
  readonly typed: string;
  readonly chosen: AtlasZip | null;
}

export const firstState: AtlasState = { choice: anything, far: 30, state: null, typed: '', chosen: null };

export type Change = (change: Partial<AtlasState>) => void;
