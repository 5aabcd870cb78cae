import type { Event } from '../state/events.ts';
import type { State } from '../state/state.ts';

/** Groups of commands in the palette. */
const groups = ['center', 'call', 'search', 'view', 'console'] as const;
export type Group = (typeof groups)[number];

/** One action of the console. A key, the palette or a button can run it. */
export interface Command {
  /** Name of the command's label in the word catalog. */
  readonly name: string;
  readonly group: Group;
  /** The key as it is shown, such as `Shift F`. Null if the command has no key. */
  readonly key: string | null;
  /** True for a single letter or sign, which the single-key switch turns off (WCAG 2.1.4). */
  readonly isSingle: boolean;
  /** True if the command can run now. */
  readonly when: (state: State) => boolean;
  /**
   * Returns the event to send.
   * @param now ISO 8601, UTC.
   */
  readonly event: (state: State, now: string) => Event;
  /** Returns the values for the placeholders in the label, such as the level or a question. */
  readonly about?: (state: State) => About;
}

/** Values for the placeholders in a command's label. */
interface About {
  readonly level?: string;
  readonly field?: string;
  readonly value?: string;
}
