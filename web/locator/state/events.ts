import type { Answer, FieldValue, Narrowing, State as UsState } from '../read/answer.ts';
import type { Vocabulary } from '../read/vocabulary.ts';
import type {
  Copied,
  Details,
  DevicePoint,
  Found,
  OnDevice,
  Origin,
  Panel,
  Problem,
  Refusal,
  SearchFields,
  Source,
  State,
} from './state.ts';

/** Everything that can happen to the finder: by a visitor, by the host, or from a request. */
export type Event =
  // Events of the box.
  | { readonly type: 'typed'; readonly text: string }
  | { readonly type: 'suggested'; readonly turn: number; readonly labels: readonly string[] }
  | { readonly type: 'marked'; readonly index: number }
  | { readonly type: 'suggestion-taken'; readonly index: number }
  | { readonly type: 'suggestions-closed' }
  // Events of searches.
  | { readonly type: 'submitted' }
  | { readonly type: 'locate' }
  | { readonly type: 'located'; readonly turn: number; readonly point: DevicePoint }
  | { readonly type: 'unlocated'; readonly turn: number; readonly why: Refusal }
  | { readonly type: 'place-taken'; readonly label: string }
  | { readonly type: 'state-taken'; readonly code: string; readonly label: string }
  /**
   * An answer of a search arrived.
   * @param from Who answered.
   * @default the API
   */
  | { readonly type: 'answered'; readonly turn: number; readonly answer: Answer; readonly from?: Source }
  /** The API gave no answer, so the device is searching. */
  | { readonly type: 'instead'; readonly turn: number }
  | { readonly type: 'failed'; readonly turn: number; readonly problem: Problem }
  | { readonly type: 'slow'; readonly turn: number }
  | { readonly type: 'ticked'; readonly turn: number }
  | { readonly type: 'more' }
  | { readonly type: 'anyway' }
  | { readonly type: 'retry' }
  | { readonly type: 'crisis-search' }
  // Events of the listings on the device.
  | { readonly type: 'device'; readonly told: OnDevice }
  | { readonly type: 'download-allowed' }
  /**
   * The shown search was repeated in newer listings.
   * @param found The results that it replaces; ignored if they are no longer shown.
   */
  | { readonly type: 'renewed'; readonly found: Found; readonly answers: readonly Answer[] }
  // Changes of filters.
  | { readonly type: 'chosen'; readonly field: string; readonly value: FieldValue | null; readonly stay?: boolean }
  | { readonly type: 'changed'; readonly change: Readonly<Record<string, unknown>> }
  | { readonly type: 'removed'; readonly field: string }
  | { readonly type: 'cleared' }
  // Changes of the view.
  | { readonly type: 'panel'; readonly panel: Panel | null }
  /** A panel was closed after choices in it that did not search at once. Repeats the search if there is one. */
  | { readonly type: 'panel-done' }
  | { readonly type: 'map'; readonly shown: boolean }
  | { readonly type: 'map-chosen'; readonly id: string }
  | { readonly type: 'opened'; readonly id: string | null }
  | { readonly type: 'pointed'; readonly id: string | null }
  | { readonly type: 'compared'; readonly id: string }
  | { readonly type: 'compare-cleared' }
  | { readonly type: 'details'; readonly id: string; readonly details: Details | 'failed' }
  | { readonly type: 'share'; readonly id: string }
  | { readonly type: 'copy-address'; readonly id: string }
  | { readonly type: 'copied'; readonly copied: Copied | null }
  | { readonly type: 'print' }
  | { readonly type: 'called'; readonly own: boolean }
  | { readonly type: 'edit' }
  // All other events.
  | { readonly type: 'vocabulary'; readonly vocabulary: Vocabulary }
  | { readonly type: 'states'; readonly states: readonly UsState[] }
  | {
      readonly type: 'settings';
      readonly base: Narrowing;
      readonly fixed: Narrowing;
      readonly onlyDevice: boolean;
    }
  | { readonly type: 'restored'; readonly kept: Kept }
  | { readonly type: 'forget' };

/** What the attribute `history` keeps in the browser's history. Never a device's location. */
export interface Kept {
  readonly text: string;
  readonly origin: Exclude<Origin, { readonly kind: 'device' }> | null;
  readonly chosen: Narrowing;
  readonly read: Narrowing;
}

/** Work for the element after an event, in addition to rendering. */
export type Effect =
  | { readonly do: 'search'; readonly turn: number; readonly fields: SearchFields }
  /** Repeats the shown search with as many pages, because the listings on the device changed. */
  | { readonly do: 'renew'; readonly found: Found }
  | { readonly do: 'allow-download' }
  | { readonly do: 'locate'; readonly turn: number }
  | { readonly do: 'suggest'; readonly turn: number; readonly text: string }
  | { readonly do: 'details'; readonly id: string; readonly level: string | null }
  | { readonly do: 'share'; readonly id: string; readonly name: string }
  | { readonly do: 'copy'; readonly id: string; readonly text: string }
  | { readonly do: 'print' }
  /** Aborts running requests. */
  | { readonly do: 'stop' }
  | { readonly do: 'tick'; readonly turn: number }
  | { readonly do: 'focus'; readonly on: Focus }
  | {
      readonly do: 'emit';
      readonly name: 'search' | 'results' | 'call' | 'error';
      readonly detail: Readonly<Record<string, unknown>>;
    };

/**
 * What gets the focus.
 * @property card Position of the center in the list.
 */
export type Focus = 'heading' | 'box' | 'crisis' | 'panel' | 'panel-button' | { readonly card: number };

export type Next = readonly [State, ...Effect[]];
