import type { AgentCenterAnswer } from '../../client/types.ts';
import { emptyQuery, type Found, type Opened, type Query } from '../engine/found.ts';
import type { Act, Press, TeamState } from '../ports.ts';

export type Tab = 'lookup' | 'worklist' | 'progress';

/** What is over the list. One at a time. */
export type Panel =
  | { readonly kind: 'palette'; readonly text: string; readonly at: number }
  | { readonly kind: 'filter'; readonly text: string; readonly at: number }
  | { readonly kind: 'until'; readonly state: 'full' | 'closed' }
  /** "Does not offer" asks once. */
  | { readonly kind: 'deny' }
  | { readonly kind: 'history' }
  | { readonly kind: 'corrections' }
  | { readonly kind: 'waiting' };

/** What only the team sees of the open center. */
export type Details = 'loading' | 'failed' | AgentCenterAnswer;

/** What a key did, in one line, with what takes it back. */
export interface Line {
  readonly says: Says;
  readonly undo: Act | null;
}

export type Says =
  | { readonly kind: 'act'; readonly act: Act; readonly name: string; readonly level: string; readonly waits: boolean }
  | {
      readonly kind: 'undone';
      readonly act: Act;
      readonly name: string;
      readonly level: string;
      readonly waits: boolean;
    }
  /** Somebody had recorded a later key press. */
  | { readonly kind: 'history'; readonly act: Act; readonly name: string; readonly level: string }
  | { readonly kind: 'refused'; readonly detail: string }
  | { readonly kind: 'copied'; readonly what: 'summary' | 'link' | 'number'; readonly text: string }
  | { readonly kind: 'copy-refused' }
  | { readonly kind: 'marked'; readonly name: string; readonly count: number }
  | { readonly kind: 'most-marked' }
  | { readonly kind: 'nothing-to-undo' }
  | { readonly kind: 'sign-in-first' }
  | { readonly kind: 'no-target' }
  | { readonly kind: 'no-center' };

/** A fact that this agent recorded since the page was opened; it is shown before the listings have it. */
export interface OwnFact {
  readonly value: Act['facts'][string];
  readonly at: string;
}
/** A key press that is on its way. */
export interface Pending {
  readonly press: Press;
  /** U was pressed meanwhile: it is taken back as soon as it is known what became of it. */
  readonly undone: boolean;
}
/** By `center/offering`, then by field. */
export type Own = Readonly<Record<string, Readonly<Record<string, OwnFact>>>>;

export interface ListingsState {
  readonly isOpen: boolean;
  readonly centers: number;
  /** When they were last known to be current, in milliseconds since 1970. */
  readonly checkedAt: number | null;
  /** When they could not be asked for first, since they last could. */
  readonly offlineSince: number | null;
  readonly loading: { readonly bytes: number; readonly all: number } | null;
  /** Whether this computer keeps them for an outage. */
  readonly isKept: boolean;
}

export interface Settings {
  /** Single keys do something (WCAG 2.1.4 asks for a switch). */
  readonly singleKeys: boolean;
  /** What Enter does with the intake line. */
  readonly enter: 'copy' | 'dial';
}

export interface State {
  readonly tab: Tab;
  readonly query: Query;
  readonly found: Found;
  /** How long the lookup took. */
  readonly ms: number | null;
  /** The center in the pane; null where there is none. */
  readonly chosen: string | null;
  readonly opened: Opened | null;
  /** The agent opened it, by a key or a click: private fields are asked for then, not while a search is being typed. */
  readonly isOpen: boolean;
  readonly details: Details | null;
  /** The level that keys record of, where the agent changed it. */
  readonly level: string | null;
  readonly marked: readonly string[];
  readonly view: 'list' | 'compare';
  readonly map: boolean;
  readonly panel: Panel | null;
  readonly line: Line | null;
  readonly undos: readonly Act[];
  /** Key presses of which it is not known yet what became of them, the latest last. */
  readonly pending: readonly Pending[];
  readonly own: Own;
  readonly settings: Settings;
  readonly listings: ListingsState;
  readonly team: TeamState;
}

/** Up to so many centers are compared. */
export const MOST_MARKED = 3;

export function startState(settings: Settings, team: TeamState): State {
  return {
    tab: 'lookup',
    query: emptyQuery,
    found: { kind: 'empty' },
    ms: null,
    chosen: null,
    opened: null,
    isOpen: false,
    details: null,
    level: null,
    marked: [],
    view: 'list',
    map: false,
    panel: null,
    line: null,
    undos: [],
    pending: [],
    own: {},
    settings,
    listings: { isOpen: false, centers: 0, checkedAt: null, offlineSince: null, loading: null, isKept: true },
    team,
  };
}

/** Rows of the list, of which there are none while a place is asked for. */
export const rowsOf = ({ found }: Pick<State, 'found'>) => (found.kind === 'rows' ? found.rows : []);

/** What was asked of offerings. */
export const fieldsOf = ({ found }: Pick<State, 'found'>) => (found.kind === 'rows' ? found.fields : {});

/** Since when there is no connection, in milliseconds since 1970; null while there is one. */
export function offlineSince({ listings, team }: Pick<State, 'listings' | 'team'>): number | null {
  const times = [listings.offlineSince, team.offlineSince === null ? null : Date.parse(team.offlineSince)];
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}
