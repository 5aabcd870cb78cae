import type { ComponentChild } from 'preact';
import type { Event } from '../state/events.ts';
import type { State } from '../state/state.ts';

/** What the parts are drawn from. They are pure: the same props give the same tree. */
export interface Props {
  readonly state: State;
  readonly send: (event: Event) => void;
  /** Milliseconds since 1970, when it was drawn. */
  readonly now: number;
  /** The time now, for what is pressed; in UTC. */
  readonly clock: () => string;
  /** A center's name, as the listings in memory have it; its id where they do not. */
  readonly nameOf: (center: string) => string;
  /** Views that others draw; null before their code is here. */
  readonly views: Views | null;
  /** The map of the rows; null before its code is here. */
  readonly map: ((props: Props) => ComponentChild) | null;
}

/** Views of leads and editors, drawn in the frame of the console. */
export interface Views {
  worklist(props: Props): ComponentChild;
  progress(props: Props): ComponentChild;
  history(props: Props): ComponentChild;
  corrections(props: Props): ComponentChild;
}
