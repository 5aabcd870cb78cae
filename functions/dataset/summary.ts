import type { MaskName } from './index-nodes.ts';

/** Counts over a whole dataset, for the taxonomy, the list of states and the planner's estimates. */
export interface Summary {
  readonly centers: number;
  readonly byState: Readonly<
    Record<string, { readonly centers: number; readonly byLevel: Readonly<Record<string, number>> }>
  >;
  /**
   * Number of centers that have each value in some offering, such as `values.payer.medicaid`. Named insurers are among
   * the payers.
   */
  readonly values: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Counts for each level, in the order of the list of levels. */
  readonly levels: readonly LevelCounts[];
}

export interface LevelCounts {
  readonly offered: number;
  /**
   * By mask, then by bit: how many of the centers that offer the level have the value. Fields newer than the dataset
   * have no counts.
   */
  readonly bits: Readonly<Partial<Record<MaskName, readonly number[]>>>;
  readonly insurers: Readonly<Record<string, number>>;
  readonly languages: Readonly<Record<string, number>>;
}
