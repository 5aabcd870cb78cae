import type { Point } from '../../../functions/geo/point.ts';
import type { Answer, FieldValue, Narrowing, Result, State as UsState } from '../read/answer.ts';
import type { Details } from '../read/details.ts';
import type { Problem } from '../read/problem-without.ts';
import { Vocabulary } from '../read/vocabulary.ts';

/** Where the device is: held in memory while a search starts from it, and never sent. */
export interface DevicePoint extends Point {
  /** How far off the device itself thinks it may be. */
  readonly accuracyMeters: number;
}

/** Where a search starts, once that is more than a text in the box. */
export type Origin =
  | { readonly kind: 'place'; readonly near: string }
  | { readonly kind: 'state'; readonly state: string }
  | { readonly kind: 'device'; readonly point: DevicePoint };

/** The body of a search, as it is sent. */
export type SearchFields = Readonly<Record<string, FieldValue>> & { readonly limit: number };

/** A search page by page, as far as it has come. */
export interface Found {
  readonly request: SearchFields;
  /** What narrowed it, for words over the list: a filter that was ticked since is not answered yet. */
  readonly narrowing: Narrowing;
  /** The latest page's answer; its results are in `results`. */
  readonly answer: Answer;
  /** All centers that are shown. */
  readonly results: readonly Result[];
  /** Single changes that find more, as the first page had them. */
  readonly alternatives: NonNullable<Answer['alternatives']>;
  readonly more: boolean;
  /** Whether nothing follows at all: the last page of a search from the device may not be the end. */
  readonly complete: boolean;
  /** What the device has ranked of a cell; null where the answer has its own order. */
  readonly held: Held | null;
  /** Who answered. */
  readonly from: Source;
}

/** Who searched: the API, or the listings on the visitor's device. */
export type Source = 'api' | 'device';

export interface Held {
  readonly point: DevicePoint;
  readonly limit: number;
  readonly ranked: readonly Result[];
}

export type { Problem } from '../read/problem-without.ts';

/** What must be said before the results, besides what the answer itself says. */
export type Note =
  | { readonly kind: 'again' }
  /** The API gave no answer, so the device searched. */
  | { readonly kind: 'taken-over' }
  /** The listings changed while they were shown. */
  | { readonly kind: 'renewed' }
  | { readonly kind: 'ignored'; readonly words: readonly string[] };

export type View =
  | { readonly kind: 'answer'; readonly found: Found; readonly notes: readonly Note[]; readonly anyway: boolean }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly notes: readonly Note[] }
  | { readonly kind: 'where' };

/** What is under way. `turn` counts acts: what comes back for an earlier turn is dropped. */
export interface Act {
  readonly turn: number;
  readonly kind: 'search' | 'more' | 'locate' | null;
  /** It takes long enough that a visitor is told so. */
  readonly slow: boolean;
  /** What the search asked for; null where nothing is searched. */
  readonly fields: SearchFields | null;
  /** The words that the search was asked with; null where box and filters say it all. */
  readonly words: string | null;
  readonly notes: readonly Note[];
  readonly anyway: boolean;
  /** The API gave no answer, so the device is searching. */
  readonly instead: boolean;
}

interface Suggestions {
  readonly turn: number;
  readonly labels: readonly string[];
  readonly open: boolean;
  /** The marked option; -1 is the box itself. */
  readonly active: number;
  /** A text for which nothing was found: what begins with it finds nothing either. */
  readonly deadEnd: string | null;
}

export type Refusal = 'empty' | 'long' | 'denied' | 'unfound' | 'slow';
export type Panel = 'levels' | 'filters' | 'compare';

export type { Details } from '../read/details.ts';

/** What was just copied, so that its button says so; `refused` where the browser does not let anything be copied. */
export interface Copied {
  readonly id: string;
  readonly what: 'link' | 'address' | 'refused';
}

/** What the finder knows of the listings on the visitor's device. It says nothing of a search. */
export interface OnDevice {
  /** Bytes of all files, once known. */
  readonly bytes?: number;
  /** How many of them are here, while the first download is under way; null once it ended. */
  readonly loaded?: number | null;
  /** Version of the listings that are here. */
  readonly version?: string;
  /** When they were last known to be current, in milliseconds since 1970. */
  readonly checkedAt?: number;
  /** `checking`: they are old, and are being checked. `failed`: nobody could be asked. */
  readonly check?: 'current' | 'checking' | 'failed';
}

/** All that the finder knows. Nothing else holds anything of a visitor, and `forget` empties it. */
export interface State {
  /** What the host's attributes preselect. */
  readonly base: Narrowing;
  /** What the host's attributes ask for in every search, and a visitor cannot change. */
  readonly fixed: Narrowing;
  /** Only the device searches: nothing of a search may be in a request. */
  readonly onlyDevice: boolean;
  readonly device: OnDevice;
  readonly text: string;
  readonly origin: Origin | null;
  /** Narrowing fields by who set them: a tap, or words that were read. A tap counts for more. */
  readonly chosen: Narrowing;
  readonly read: Narrowing;
  readonly suggestions: Suggestions;
  readonly act: Act;
  readonly refused: Refusal | null;
  readonly view: View | null;
  /** `words`: what was typed, kept off the screen, to be searched after all. */
  readonly crisis: { readonly language: 'en' | 'es' | null; readonly words: string | null } | null;
  readonly panel: Panel | null;
  /** Null until a visitor chooses: then a wide window shows the map beside the list. */
  readonly mapShown: boolean | null;
  readonly opened: string | null;
  /** The center that is pointed at in the list or on the map. */
  readonly pointed: string | null;
  readonly compared: readonly string[];
  readonly details: Readonly<Record<string, Details | 'loading' | 'failed'>>;
  readonly copied: Copied | null;
  /** The last page that was added: how many, and where it begins. */
  readonly added: { readonly from: number; readonly count: number } | null;
  readonly moreFailed: boolean;
  /** Seconds until a search may be tried again. */
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

/** Every field that narrows the search now. */
export function narrowingOf({ read, chosen }: State): Narrowing {
  return { ...read, ...chosen };
}

/** The results that are shown; empty where there are none. */
export function shownResults({ view }: State): readonly Result[] {
  return view?.kind === 'answer' ? view.found.results : [];
}

/** True if the map is shown: as chosen, else wherever there is room beside the list. */
export function isMapShown(state: State, wide: boolean): boolean {
  return (state.mapShown ?? wide) && shownResults(state).length > 0;
}

/** Whether centers whose listing cannot say are in the list too. */
export function includesUnknown(state: State): boolean {
  return narrowingOf(state).include !== undefined;
}
