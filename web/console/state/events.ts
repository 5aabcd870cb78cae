import type { Level } from '../../../functions/domain/level-of-care.ts';
import type { Fields, Found, Opened, PathsFor, Query } from '../engine/found.ts';
import type { Act, Press, Sent, TeamState } from '../ports.ts';
import type { Details, ListingsState, Panel, Settings, Tab } from './state.ts';

/** Everything that can happen in the console. */
export type Event =
  | { readonly type: 'typed'; readonly text: string }
  | { readonly type: 'found'; readonly found: Found; readonly ms: number }
  | { readonly type: 'drop'; readonly drops: string }
  | { readonly type: 'add'; readonly field: string; readonly value: string }
  /** Applies a change that was offered: drops a field, or sets it. */
  | { readonly type: 'change'; readonly field: string; readonly to: string | null }
  | { readonly type: 'place'; readonly label: string }
  | { readonly type: 'as-name' }
  | { readonly type: 'unknown' }
  | { readonly type: 'more' }
  | { readonly type: 'box' }
  /** Moves the focus from the box to the rows and opens the chosen center. */
  | { readonly type: 'rows' }
  | { readonly type: 'move'; readonly by: number }
  | { readonly type: 'choose'; readonly at: number }
  | { readonly type: 'open'; readonly id: string }
  | { readonly type: 'opened'; readonly id: string; readonly opened: Opened | null }
  | { readonly type: 'details'; readonly id: string; readonly details: Details }
  | { readonly type: 'level'; readonly level: string }
  | { readonly type: 'next-level' }
  | { readonly type: 'step'; readonly to: 'up' | 'down' }
  /** Opens the panel of paths, or changes the levels in it. */
  | { readonly type: 'paths'; readonly levels: readonly Level[] }
  | { readonly type: 'paths-found'; readonly found: PathsFor }
  | { readonly type: 'mark'; readonly id?: string }
  | { readonly type: 'compare' }
  | { readonly type: 'list' }
  | { readonly type: 'map' }
  /** Closes the center and shows the list again, on screens that have room for only one of them. */
  | { readonly type: 'close' }
  | { readonly type: 'tab'; readonly tab: Tab }
  | { readonly type: 'panel'; readonly panel: Panel | null }
  | { readonly type: 'confirm'; readonly at: string }
  | { readonly type: 'deny'; readonly at: string }
  | {
      readonly type: 'intake';
      readonly state: 'open' | 'full' | 'closed';
      readonly until: string | null;
      readonly at: string;
    }
  | { readonly type: 'answer'; readonly key: string; readonly value: 'yes' | 'no'; readonly at: string }
  | { readonly type: 'undo' }
  | { readonly type: 'sent'; readonly sent: Sent /** The act that was undone. */; readonly undone: Act | null }
  | { readonly type: 'decide'; readonly id: string; readonly keep: 'mine' | 'theirs' }
  | { readonly type: 'dismiss'; readonly id: string }
  | { readonly type: 'enter' }
  | { readonly type: 'summary' }
  | { readonly type: 'link'; readonly for: 'caller' | 'team' }
  | {
      readonly type: 'copied';
      readonly what: 'summary' | 'link' | 'number';
      readonly text: string;
      readonly done: boolean;
    }
  | { readonly type: 'hide-line' }
  | { readonly type: 'settings'; readonly settings: Settings }
  | { readonly type: 'listings'; readonly listings: Partial<ListingsState>; readonly isNew: boolean }
  | { readonly type: 'team'; readonly team: TeamState }
  /** Something that the agent requested failed. */
  | { readonly type: 'failed'; readonly detail: string }
  /** Requests the listings again after a failure. */
  | { readonly type: 'again' }
  | { readonly type: 'sign-in' }
  | { readonly type: 'sign-out' };

/** A point that distances are measured from, in degrees. */
interface Place {
  readonly lat: number;
  readonly lng: number;
}

/** Work for the page after a change of the state. Its results come back as events. */
export type Effect =
  | { readonly type: 'look'; readonly query: Query }
  | { readonly type: 'open'; readonly id: string; readonly level: string | null; readonly fields: Fields | null }
  | {
      readonly type: 'paths';
      readonly levels: readonly Level[];
      readonly from: Place;
      readonly fields: Fields;
      readonly withUnknown: boolean;
    }
  | { readonly type: 'details'; readonly id: string }
  | { readonly type: 'send'; readonly press: Press }
  | { readonly type: 'undo'; readonly act: Act }
  | { readonly type: 'decide'; readonly id: string; readonly keep: 'mine' | 'theirs' }
  | { readonly type: 'dismiss'; readonly id: string }
  | { readonly type: 'copy'; readonly what: 'summary' | 'link' | 'number'; readonly text: string }
  | { readonly type: 'copy-link'; readonly id: string; readonly for: 'caller' | 'team' }
  | { readonly type: 'copy-summary' }
  | { readonly type: 'dial'; readonly href: string }
  | { readonly type: 'focus'; readonly on: 'box' | 'rows' | 'pane' | 'compare' | 'back' }
  | { readonly type: 'keep-settings'; readonly settings: Settings }
  /** Removes the center's id from the URL, because the agent looks at something else now. */
  | { readonly type: 'forget-address' }
  | { readonly type: 'again' }
  | { readonly type: 'sign-in' }
  | { readonly type: 'sign-out' };

export interface Stepped {
  readonly state: import('./state.ts').State;
  readonly effects: readonly Effect[];
}
