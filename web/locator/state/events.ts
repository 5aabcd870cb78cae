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

/** Everything that can happen to the finder: by a visitor, by the host, or because something came back. */
export type Event =
  // The box.
  | { readonly type: 'typed'; readonly text: string }
  | { readonly type: 'suggested'; readonly turn: number; readonly labels: readonly string[] }
  | { readonly type: 'marked'; readonly index: number }
  | { readonly type: 'suggestion-taken'; readonly index: number }
  | { readonly type: 'suggestions-closed' }
  // Searches.
  | { readonly type: 'submitted' }
  | { readonly type: 'locate' }
  | { readonly type: 'located'; readonly turn: number; readonly point: DevicePoint }
  | { readonly type: 'unlocated'; readonly turn: number; readonly why: Refusal }
  | { readonly type: 'place-taken'; readonly label: string }
  | { readonly type: 'state-taken'; readonly code: string; readonly label: string }
  /** @param from The API unless said. */
  | { readonly type: 'answered'; readonly turn: number; readonly answer: Answer; readonly from?: Source }
  /** The API gave no answer: the device searches in its place. */
  | { readonly type: 'instead'; readonly turn: number }
  | { readonly type: 'failed'; readonly turn: number; readonly problem: Problem }
  | { readonly type: 'slow'; readonly turn: number }
  | { readonly type: 'ticked'; readonly turn: number }
  | { readonly type: 'more' }
  | { readonly type: 'anyway' }
  | { readonly type: 'retry' }
  | { readonly type: 'crisis-search' }
  // Listings on the device.
  | { readonly type: 'device'; readonly told: OnDevice }
  | { readonly type: 'download-allowed' }
  /** @param found What was searched again; nothing happens where something else is shown by now. */
  | { readonly type: 'renewed'; readonly found: Found; readonly answers: readonly Answer[] }
  // What narrows.
  | { readonly type: 'chosen'; readonly field: string; readonly value: FieldValue | null; readonly stay?: boolean }
  | { readonly type: 'changed'; readonly change: Readonly<Record<string, unknown>> }
  | { readonly type: 'removed'; readonly field: string }
  | { readonly type: 'cleared' }
  // What is looked at.
  | { readonly type: 'panel'; readonly panel: Panel | null }
  /** Closes a panel whose choices did not search yet, and searches where there is a search to run again. */
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
  // Around it.
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

/** What `history` keeps, where the host asks for it: nothing of a device's location. */
export interface Kept {
  readonly text: string;
  readonly origin: Exclude<Origin, { readonly kind: 'device' }> | null;
  readonly chosen: Narrowing;
  readonly read: Narrowing;
}

/** What the element must do besides drawing. */
export type Effect =
  | { readonly do: 'search'; readonly turn: number; readonly fields: SearchFields }
  /** Searches again what is shown, as far as it is shown, because the listings on the device changed. */
  | { readonly do: 'renew'; readonly found: Found }
  | { readonly do: 'allow-download' }
  | { readonly do: 'locate'; readonly turn: number }
  | { readonly do: 'suggest'; readonly turn: number; readonly text: string }
  | { readonly do: 'details'; readonly id: string; readonly level: string | null }
  | { readonly do: 'share'; readonly id: string; readonly name: string }
  | { readonly do: 'copy'; readonly id: string; readonly text: string }
  | { readonly do: 'print' }
  /** Gives up what is under way. */
  | { readonly do: 'stop' }
  | { readonly do: 'tick'; readonly turn: number }
  | { readonly do: 'focus'; readonly on: Focus }
  | {
      readonly do: 'emit';
      readonly name: 'search' | 'results' | 'call' | 'error';
      readonly detail: Readonly<Record<string, unknown>>;
    };

/** @param card Where in the list. */
export type Focus = 'heading' | 'box' | 'crisis' | 'panel' | 'panel-button' | { readonly card: number };

export type Next = readonly [State, ...Effect[]];
