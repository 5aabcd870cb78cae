import type { ComponentChild } from 'preact';
import type { Event } from '../state/events.ts';
import type { State } from '../state/state.ts';

/** Input of all parts. Parts are pure: the same props draw the same tree. */
export interface Props {
  readonly state: State;
  readonly send: (event: Event) => void;
  /**
   * True while the page may still leave by itself to sign in. The box then accepts no letters, because they would be
   * lost.
   */
  readonly isHeld: boolean;
  /** When the parts were drawn, in milliseconds since 1970. */
  readonly now: number;
  /** Returns the current time in UTC, for key presses. */
  readonly clock: () => string;
  /** Returns a center's name from the listings in memory, or its id if they do not have it. */
  readonly nameOf: (center: string) => string;
  /** The views of leads and editors. Null until their code has loaded. */
  readonly views: Views | null;
  /** The component that draws the rows on a map. Null until its code has loaded. */
  readonly map: ((props: Props) => ComponentChild) | null;
}

/** Views of leads and editors, shown in the console's frame. */
export interface Views {
  worklist(props: Props): ComponentChild;
  progress(props: Props): ComponentChild;
  history(props: Props): ComponentChild;
  corrections(props: Props): ComponentChild;
}
