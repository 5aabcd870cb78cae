import type { Event } from '../state/events.ts';
import type { State } from '../state/state.ts';

/** Where a command is listed. */
export const groups = ['center', 'call', 'search', 'view', 'console'] as const;
export type Group = (typeof groups)[number];

/** One thing that a key, the palette or a button does. */
export interface Command {
  /** Its words are under this name in the catalog. */
  readonly name: string;
  readonly group: Group;
  /** The key as it is shown, such as `Shift F`; null where only the palette and buttons do it. */
  readonly key: string | null;
  /** Whether the key is a single letter or sign, which the switch turns off (WCAG 2.1.4). */
  readonly isSingle: boolean;
  /** Whether it does something now. */
  readonly when: (state: State) => boolean;
  /** @param now In UTC. */
  readonly event: (state: State, now: string) => Event;
  /** Fills the words, such as the level or a question. */
  readonly about?: (state: State) => About;
}

/** What a command is about, where its words name something. */
export interface About {
  readonly level?: string;
  readonly field?: string;
  readonly value?: string;
}
