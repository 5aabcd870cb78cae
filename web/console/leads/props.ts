import type { AgentCenterAnswer } from '../../client/types.ts';
import type { TeamState } from '../ports.ts';
import type { AgentCalls } from '../team/calls.ts';

/** What the views for leads and editors get: the team's state, and calls to the API. */
export interface Desk {
  readonly state: TeamState;
  readonly calls: Omit<AgentCalls, 'ask' | 'record'>;
  /** Runs a call and notes whether the API answered it. */
  watch<Answer>(call: () => Promise<Answer>): Promise<Answer>;
}

export interface LeadsProps {
  readonly desk: Desk;
  /** Opens a center in the Lookup view. */
  readonly open: (id: string) => void;
}

export interface CenterProps {
  readonly desk: Desk;
  /** Id of the center that the view is about. */
  readonly id: string;
  /** Called with the center after each read, so that the rest of the screen shows the same version. */
  readonly fresh?: (center: AgentCenterAnswer) => void;
  readonly close?: () => void;
}
