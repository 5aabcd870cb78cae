import type { Level } from '../../../functions/domain/level-of-care.ts';
import type { AgentCenterAnswer } from '../../client/types.ts';
import { emptyQuery, type Found, type Opened, type PathsFor, type Query } from '../engine/found.ts';
import type { Act, Press, TeamState } from '../ports.ts';

export type Tab = 'lookup' | 'worklist' | 'progress';

/** The panel over the list. At most one is open. */
export type Panel =
  | { readonly kind: 'palette'; readonly text: string; readonly at: number }
  | { readonly kind: 'filter'; readonly text: string; readonly at: number }
  | { readonly kind: 'until'; readonly state: 'full' | 'closed' }
  /** Asks for confirmation before "Does not offer" is recorded. */
  | { readonly kind: 'deny' }
  /** Paths through several levels. `found` is null until they are computed. */
  | { readonly kind: 'paths'; readonly levels: readonly Level[]; readonly found: PathsFor | null }
  | { readonly kind: 'history' }
  | { readonly kind: 'corrections' }
  | { readonly kind: 'waiting' };

/** The open center's private fields, or the state of loading them. */
export type Details = 'loading' | 'failed' | AgentCenterAnswer;

/** The result of the last key, shown in one line with its undo. */
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
  /** Somebody else had already recorded a later key press, so this one changed nothing. */
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

/** A fact that this agent recorded since opening the page. It is shown before the listings have it. */
interface OwnFact {
  readonly value: Act['facts'][string];
  readonly at: string;
}
/** A key press whose act is being sent. */
export interface Pending {
  readonly press: Press;
  /** True if U was pressed before the act's result arrived. The act is undone when it does. */
  readonly undone: boolean;
}
/** Facts that this agent recorded, keyed by `center/offering`, then by field. */
export type Own = Readonly<Record<string, Readonly<Record<string, OwnFact>>>>;

export interface ListingsState {
  readonly isOpen: boolean;
  readonly centers: number;
  /** When the listings were last known to be current, in milliseconds since 1970. */
  readonly checkedAt: number | null;
  /** When the listings first failed to load, if they have not loaded since. In milliseconds since 1970. */
  readonly offlineSince: number | null;
  readonly loading: { readonly bytes: number; readonly all: number } | null;
  /** True if this computer stored the listings for an outage. */
  readonly isKept: boolean;
}

export interface Settings {
  /** True if single keys are on (WCAG 2.1.4 requires a switch). */
  readonly singleKeys: boolean;
  /** What Enter does with the phone number of an open center. */
  readonly enter: 'copy' | 'dial';
}

export interface State {
  readonly tab: Tab;
  readonly query: Query;
  readonly found: Found;
  /** Duration of the last lookup in milliseconds. */
  readonly ms: number | null;
  /** Id of the center in the pane. Null if there is none. */
  readonly chosen: string | null;
  readonly opened: Opened | null;
  /**
   * True if the agent opened the center with a key or click. Only then are private fields read,
   * never while the agent types.
   */
  readonly isOpen: boolean;
  readonly details: Details | null;
  /** The level that the agent switched the recording keys to. Null if the agent has not. */
  readonly level: string | null;
  readonly marked: readonly string[];
  readonly view: 'list' | 'compare';
  readonly map: boolean;
  readonly panel: Panel | null;
  readonly line: Line | null;
  readonly undos: readonly Act[];
  /** Key presses whose acts are being sent, the latest last. */
  readonly pending: readonly Pending[];
  readonly own: Own;
  readonly settings: Settings;
  readonly listings: ListingsState;
  readonly team: TeamState;
}

/** Maximum number of centers that can be compared. */
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

/** The rows of the list. Empty while the console asks for a place. */
export const rowsOf = ({ found }: Pick<State, 'found'>) => (found.kind === 'rows' ? found.rows : []);

/** The filters of the search. */
export const fieldsOf = ({ found }: Pick<State, 'found'>) => (found.kind === 'rows' ? found.fields : {});

/** When the API or the listings stopped answering, in milliseconds since 1970. Null while both answer. */
export function offlineSince({ listings, team }: Pick<State, 'listings' | 'team'>): number | null {
  const times = [listings.offlineSince, team.offlineSince === null ? null : Date.parse(team.offlineSince)];
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}
