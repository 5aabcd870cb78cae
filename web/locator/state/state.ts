import type { Point } from '../../../functions/geo/point.ts';
import type { Answer, FieldValue, Narrowing, Result, State as UsState } from '../read/answer.ts';
import type { Details } from '../read/details.ts';
import type { Problem } from '../read/problem-without.ts';
import { Vocabulary } from '../read/vocabulary.ts';

/** The device's location. It is kept in memory while a search starts from it, and is never sent. */
export interface DevicePoint extends Point {
  /** Error of the location in meters, as the device estimates it. */
  readonly accuracyMeters: number;
}

/** The place that a search starts from, if the visitor chose it and did not only type a text. */
export type Origin =
  | { readonly kind: 'place'; readonly near: string }
  | { readonly kind: 'state'; readonly state: string }
  | { readonly kind: 'device'; readonly point: DevicePoint };

/** The body of a search request. */
export type SearchFields = Readonly<Record<string, FieldValue>> & { readonly limit: number };

/** A search with the pages that are loaded so far. */
export interface Found {
  readonly request: SearchFields;
  /**
   * The filters that these results were searched with, for the texts above the list. The visitor may have changed
   * filters since.
   */
  readonly narrowing: Narrowing;
  /** The answer with the latest page. The centers of all pages are in `results`. */
  readonly answer: Answer;
  /** The centers of all loaded pages. */
  readonly results: readonly Result[];
  /** Single changes to the search that find more, as the first page's answer lists them. */
  readonly alternatives: NonNullable<Answer['alternatives']>;
  readonly more: boolean;
  /** True if no more results exist. If the device ranks the centers of a cell, its last page may not be the end. */
  readonly complete: boolean;
  /** The centers of a cell, ranked by the device. Null if the answer's own order is used. */
  readonly held: Held | null;
  /** Who answered: the API or the device. */
  readonly from: Source;
}

/** Who can answer a search: the API, or the listings on the visitor's device. */
export type Source = 'api' | 'device';

export interface Held {
  readonly point: DevicePoint;
  readonly limit: number;
  readonly ranked: readonly Result[];
}

export type { Problem } from '../read/problem-without.ts';

/** Notes above the results, in addition to those that follow from the answer. */
export type Note =
  | { readonly kind: 'again' }
  /** The API gave no answer, so the device searched. */
  | { readonly kind: 'taken-over' }
  /** The listings changed, and the search was repeated. */
  | { readonly kind: 'renewed' }
  | { readonly kind: 'ignored'; readonly words: readonly string[] };

export type View =
  | { readonly kind: 'answer'; readonly found: Found; readonly notes: readonly Note[]; readonly anyway: boolean }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly notes: readonly Note[] }
  | { readonly kind: 'where' };

/** The running action of the visitor. `turn` counts actions, so that results of earlier ones can be ignored. */
export interface Act {
  readonly turn: number;
  readonly kind: 'search' | 'more' | 'locate' | null;
  /** True if the action takes so long that a note says so. */
  readonly slow: boolean;
  /** The request of the running search; null if none is running. */
  readonly fields: SearchFields | null;
  /** The typed words of the running search. Null if the place and the filters say everything. */
  readonly words: string | null;
  readonly notes: readonly Note[];
  readonly anyway: boolean;
  /** True if the API gave no answer and the device searches instead. */
  readonly instead: boolean;
}

interface Suggestions {
  readonly turn: number;
  readonly labels: readonly string[];
  readonly open: boolean;
  /** Position of the marked suggestion; -1 if none is. */
  readonly active: number;
  /** A text that got no suggestions. Longer texts that begin with it get none either. */
  readonly deadEnd: string | null;
}

export type Refusal = 'empty' | 'long' | 'denied' | 'unfound' | 'slow';
export type Panel = 'levels' | 'filters' | 'compare';

export type { Details } from '../read/details.ts';

/** What was copied last, so that its button says so. `refused` if the browser did not allow it. */
export interface Copied {
  readonly id: string;
  readonly what: 'link' | 'address' | 'refused';
}

/** Facts about the listings on the visitor's device, with nothing of a search. */
export interface OnDevice {
  /** Bytes of all files; unknown before the list was read. */
  readonly bytes?: number;
  /** Number of bytes loaded so far during the first download. Null after it. */
  readonly loaded?: number | null;
  /** Version of the listings on the device. */
  readonly version?: string;
  /** When the listings were last known to be current, in milliseconds since 1970. */
  readonly checkedAt?: number;
  /** `checking`: the listings are old and are being checked. `failed`: no server answered. */
  readonly check?: 'current' | 'checking' | 'failed';
}

/** All data of the finder. Nothing else holds anything about a visitor, and `forget` empties it. */
export interface State {
  /** Filters that the host's attributes preselect. */
  readonly base: Narrowing;
  /** Filters that the host's attributes set for every search, and that a visitor cannot change. */
  readonly fixed: Narrowing;
  /** True if only the device searches: no request may contain anything of a search. */
  readonly onlyDevice: boolean;
  readonly device: OnDevice;
  readonly text: string;
  readonly origin: Origin | null;
  /** Filters by where they come from: chosen by the visitor, or understood from words. Chosen ones take precedence. */
  readonly chosen: Narrowing;
  readonly read: Narrowing;
  readonly suggestions: Suggestions;
  readonly act: Act;
  readonly refused: Refusal | null;
  readonly view: View | null;
  /**
   * Null if there is no crisis. `words` is the typed text, which is hidden but may still be searched; null if it was
   * already sent.
   */
  readonly crisis: { readonly language: 'en' | 'es' | null; readonly words: string | null } | null;
  readonly panel: Panel | null;
  /** True or false as the visitor chose. Null before: a wide window then shows the map next to the list. */
  readonly mapShown: boolean | null;
  readonly opened: string | null;
  /** Id of the center that is highlighted in the list and on the map. */
  readonly pointed: string | null;
  readonly compared: readonly string[];
  readonly details: Readonly<Record<string, Details | 'loading' | 'failed'>>;
  readonly copied: Copied | null;
  /** The last page that was added: the position of its first center, and how many it has. */
  readonly added: { readonly from: number; readonly count: number } | null;
  readonly moreFailed: boolean;
  /** Seconds until the search may be tried again. */
  readonly wait: number;
  readonly vocabulary: Vocabulary;
  readonly states: readonly UsState[];
}

export function startState(base: Narrowing = {}, fixed: Narrowing = {}, onlyDevice = false): State {
  return {
    base,
    fixed,
    onlyDevice,
    device: {},
    text: '',
    origin: null,
    chosen: base,
    read: {},
    suggestions: { turn: 0, labels: [], open: false, active: -1, deadEnd: null },
    act: { turn: 0, kind: null, slow: false, fields: null, words: null, notes: [], anyway: false, instead: false },
    refused: null,
    view: null,
    crisis: null,
    panel: null,
    mapShown: null,
    opened: null,
    pointed: null,
    compared: [],
    details: {},
    copied: null,
    added: null,
    moreFailed: false,
    wait: 0,
    vocabulary: new Vocabulary(),
    states: [],
  };
}

/** All current filters, chosen or understood from words. */
export function narrowingOf({ read, chosen }: State): Narrowing {
  return { ...read, ...chosen };
}

/** The centers of the shown results. Empty if there are none. */
export function shownResults({ view }: State): readonly Result[] {
  return view?.kind === 'answer' ? view.found.results : [];
}

/**
 * True if the map is shown: there are results, and the visitor chose the map, or chose nothing and the finder is wide.
 */
export function isMapShown(state: State, wide: boolean): boolean {
  return (state.mapShown ?? wide) && shownResults(state).length > 0;
}

/** True if the list includes centers whose listing does not say whether they match. */
export function includesUnknown(state: State): boolean {
  return narrowingOf(state).include !== undefined;
}
