import type { Center, Offering } from '../../locator/read/answer.ts';

export type { Center, Offering } from '../../locator/read/answer.ts';

/** Search fields, in the form of the body of `POST /v1/centers/search`. */
export type Fields = Readonly<Record<string, FieldValue>>;
export type FieldValue = string | number | boolean | readonly string[];

/** What the agent is searching for: the text in the box, plus filters added or removed with buttons. */
export interface Query {
  readonly text: string;
  /** Values added outside the text, by field. They are combined with those in the text. */
  readonly added: Readonly<Record<string, readonly string[]>>;
  /** What the agent removed from the search, each as `field` or `field:value`. */
  readonly dropped: readonly string[];
  /** True to show also centers whose listing does not say whether they match. */
  readonly withUnknown: boolean;
  /** True to search for the whole text as a center's name. */
  readonly asName: boolean;
  /** Number of pages of results to show. */
  readonly pages: number;
}

export const emptyQuery: Query = { text: '', added: {}, dropped: [], withUnknown: false, asName: false, pages: 1 };

/** One thing the search understood, with a button that removes it. */
export interface Chip {
  readonly field: string;
  /** Label of the value or place. */
  readonly value: string;
  /** What to add to {@link Query.dropped} to remove this chip: `field` or `field:value`. */
  readonly drops: string;
  /** The typed text, if it was completed to this place or is an area code that this place stands for. */
  readonly from?: string;
}

/** One center in the list of results. */
export interface Row {
  readonly center: Center;
  readonly miles: number | null;
  /** True if the location is only the middle of the center's ZIP. */
  readonly approximate: boolean;
  /** All offerings, except those of which somebody recorded that the center does not offer them. */
  readonly offerings: readonly Offering[];
  /** Those of the offerings that match the search. */
  readonly matched: readonly Offering[];
  /**
   * Fields to ask the center about, because its listing does not say whether they match. Null if it says so for all.
   */
  readonly ask: readonly string[] | null;
  /** True if another row has the same name. The row then shows the street as well. */
  readonly twin: boolean;
}

export type Found =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'rows';
      readonly rows: readonly Row[];
      readonly chips: readonly Chip[];
      /** Search fields that stand for the whole search, without its text. */
      readonly fields: Fields;
      readonly unknown: { readonly count: number; readonly more: boolean };
      readonly more: boolean;
      /** Words that the search did not understand. */
      readonly ignored: readonly string[];
      /** Number of centers with the text in their name, if the text was understood as something else. */
      readonly named: number;
      /** Single changes to the search that would find something. Offered if the search found little. */
      readonly changes: readonly Change[];
      readonly from: { readonly lat: number; readonly lng: number; readonly label: string } | null;
      readonly crisis: boolean;
    }
  /** The place may be one of several, and the agent must choose. */
  | {
      readonly kind: 'which';
      readonly places: readonly string[];
      readonly chips: readonly Chip[];
      readonly crisis: boolean;
    }
  /** The search names no place yet. */
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
  /** The search field to change or drop. */
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
  /** Fields to ask the center about. Empty if its listing says that it fits. */
  readonly ask: readonly string[];
}

export interface PathsFor {
  /** The payer that all centers of the paths accept. Null if the search names none. */
  readonly payer: string | null;
  readonly paths: readonly PathFor[];
  /** Single changes of the search that would make the shortest path shorter. */
  readonly changes: readonly { readonly field: 'include' | 'payer' | 'population'; readonly miles: number }[];
}

/** An opened center, with everything that the pane shows. */
export interface Opened {
  readonly center: Center;
  readonly offerings: readonly Offering[];
  readonly up: StepFor | null;
  readonly down: StepFor | null;
}
