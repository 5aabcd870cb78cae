import type { MaskName } from './index-nodes.ts';

/** Counts of a whole dataset: for the taxonomy, the states and the planner's estimates. */
export interface Summary {
  readonly centers: number;
  readonly byState: Readonly<
    Record<string, { readonly centers: number; readonly byLevel: Readonly<Record<string, number>> }>
  >;
  /** Centers that have a value in some offering: `values.payer.medicaid`, named insurers among the payers. */
  readonly values: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** By position in the list of levels: how many centers offer it, and for each bit of each mask how many of those have it. */
  readonly levels: readonly LevelCounts[];
}

export interface LevelCounts {
  readonly offered: number;
  /** Without the masks of fields that are newer than the dataset. */
  readonly bits: Readonly<Partial<Record<MaskName, readonly number[]>>>;
  readonly insurers: Readonly<Record<string, number>>;
  readonly languages: Readonly<Record<string, number>>;
}
