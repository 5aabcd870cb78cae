import type { Center, Offering } from '../../locator/read/answer.ts';

export type { Center, Offering } from '../../locator/read/answer.ts';

/** Search fields, in the form of `POST /v1/centers/search`. */
export type Fields = Readonly<Record<string, FieldValue>>;
export type FieldValue = string | number | boolean | readonly string[];

/** What the agent is searching for: the text in the box, plus filters added or removed outside it. */
export interface Query {
  readonly text: string;
  /** Filters added outside the text, by field. They are combined with the values that the text names. */
  readonly added: Readonly<Record<string, readonly string[]>>;
  /** Parts of the text that the agent removed, each as `field` or `field:value`. */
  readonly dropped: readonly string[];
  /** Also shows centers that may match but whose listing does not say. */
  readonly withUnknown: boolean;
  /** Reads the whole text as a center's name. */
  readonly asName: boolean;
  /** How many pages of rows to show. */
  readonly pages: number;
}

export const emptyQuery: Query = { text: '', added: {}, dropped: [], withUnknown: false, asName: false, pages: 1 };

/** One thing the search understood, with a button that removes it. */
export interface Chip {
  readonly field: string;
  /** The value's label; for a place, the place's label. */
  readonly value: string;
  /** What to add to {@link Query.dropped} to remove this chip: `field` or `field:value`. */
  readonly drops: string;
  /** The typed text, if the place was completed from it or stands in for an area code. */
  readonly from?: string;
}

/** One center in the list of results. */
export interface Row {
  readonly center: Center;
  readonly miles: number | null;
  /** True if the location is only the middle of the center's ZIP. */
  readonly approximate: boolean;
  /** All offerings, except those that somebody said the center does not offer. */
  readonly offerings: readonly Offering[];
  /** The offerings that match the search. */
  readonly matched: readonly Offering[];
  /** Fields to ask the center about because its listing does not say whether it matches. Null if the listing says. */
  readonly ask: readonly string[] | null;
  /** True if another row has the same name, so the street is shown too. */
  readonly twin: boolean;
}

export type Found =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'rows';
      readonly rows: readonly Row[];
      readonly chips: readonly Chip[];
      /** The search without its text. */
      readonly fields: Fields;
      readonly unknown: { readonly count: number; readonly more: boolean };
      readonly more: boolean;
      /** Words the search did not understand. */
      readonly ignored: readonly string[];
      /** How many centers have the text in their name, when it was read as something else. */
      readonly named: number;
      /** Single changes to the search that would find something. Offered if it found little. */
      readonly changes: readonly Change[];
      readonly from: { readonly lat: number; readonly lng: number; readonly label: string } | null;
      readonly crisis: boolean;
    }
  /** The place is ambiguous: it may be one of several. */
  | {
      readonly kind: 'which';
      readonly places: readonly string[];
      readonly chips: readonly Chip[];
      readonly crisis: boolean;
    }
  /** The text names no place yet. */
  | {
      readonly kind: 'where';
      readonly chips: readonly Chip[];
      readonly ignored: readonly string[];
      readonly crisis: boolean;
    }
  /** The search is not possible; `detail` says why. */
  | { readonly kind: 'problem'; readonly detail: string; readonly chips: readonly Chip[]; readonly crisis: boolean };

/** One change to a search. */
export interface Change {
  /** The field to change or drop. */
  readonly field: string;
  /** A wider radius. Null to drop the field. */
  readonly to: string | null;
  readonly count: number;
  readonly more: boolean;
  readonly nearestMiles: number | null;
}

/** The next level up or down for this caller, at the nearest center that meets every other filter. */
export interface StepFor {
  readonly level: string;
  readonly center: { readonly id: string; readonly name: string };
  readonly miles: number | null;
  /** True if the location of either center is only the middle of its ZIP. */
  readonly approximate: boolean;
}

/** A path for the caller through one center of each level. */
export interface PathFor {
  readonly miles: number;
  readonly approximate: boolean;
  /** Whom all centers of the path accept, in words. Null if that includes everybody whom the search asked for. */
  readonly onlyFor: string | null;
  readonly legs: readonly LegFor[];
}

export interface LegFor {
  readonly level: string;
  readonly center: Center;
  /** Distance from the previous center; for the first center, from the caller's place. */
  readonly miles: number;
  readonly approximate: boolean;
  /** Fields to ask the center about first. Empty if the listing says that it fits. */
  readonly ask: readonly string[];
}

export interface PathsFor {
  /** The payer that all centers of a path take, or null for any. */
  readonly payer: string | null;
  readonly paths: readonly PathFor[];
  /** Changes that make the shortest path shorter. */
  readonly changes: readonly { readonly field: 'include' | 'payer' | 'population'; readonly miles: number }[];
}

/** A center, with everything the pane shows. */
export interface Opened {
  readonly center: Center;
  readonly offerings: readonly Offering[];
  readonly up: StepFor | null;
  readonly down: StepFor | null;
}
