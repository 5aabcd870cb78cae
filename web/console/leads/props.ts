import type { AgentCenterAnswer } from '../../client/types.ts';
import type { TeamState } from '../ports.ts';
import type { AgentCalls } from '../team/calls.ts';

/** What the views of leads and editors work with. */
export interface Desk {
  readonly state: TeamState;
  readonly calls: Omit<AgentCalls, 'ask' | 'record'>;
  /** Runs a call, and notes whether the API answers. */
  watch<Answer>(call: () => Promise<Answer>): Promise<Answer>;
}

export interface LeadsProps {
  readonly desk: Desk;
  /** Shows a center in Lookup. */
  readonly open: (id: string) => void;
}

export interface CenterProps {
  readonly desk: Desk;
  /** The center's id. */
  readonly id: string;
  /** Gets what was read of the center, so that everything else on the screen shows it too. */
  readonly fresh?: (center: AgentCenterAnswer) => void;
  readonly close?: () => void;
}
