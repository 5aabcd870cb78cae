import type { Center, Offering } from '../../locator/read/answer.ts';

export type { Center, Offering } from '../../locator/read/answer.ts';

/** Fields of a search, as `POST /v1/centers/search` takes them. */
export type Fields = Readonly<Record<string, FieldValue>>;
export type FieldValue = string | number | boolean | readonly string[];

/** What an agent asks for: the text of the box, and what was added or taken away beside it. */
export interface Query {
  readonly text: string;
  /** Filters added beside the text: values of a field are added to those that the text names. */
  readonly added: Readonly<Record<string, readonly string[]>>;
  /** Parts of the text that were taken away, as `field` or `field:value`. */
  readonly dropped: readonly string[];
  /** Centers whose listing cannot say are shown too. */
  readonly withUnknown: boolean;
  /** Reads the whole text as a name. */
  readonly asName: boolean;
  /** Pages of rows. */
  readonly pages: number;
}

export const emptyQuery: Query = { text: '', added: {}, dropped: [], withUnknown: false, asName: false, pages: 1 };

/** One thing that was understood, and what removes it. */
export interface Chip {
  readonly field: string;
  /** The value; of the place its label. */
  readonly value: string;
  /** `field` or `field:value`, for {@link Query.dropped}. */
  readonly drops: string;
  /** The place was completed from a beginning, or is the town of an area code. */
  readonly from?: string;
}

/** One center of the list. */
export interface Row {
  readonly center: Center;
  readonly miles: number | null;
  /** Its point is only that of its ZIP. */
  readonly approximate: boolean;
  /** All its offerings that nobody denied. */
  readonly offerings: readonly Offering[];
  /** Those that match what was asked. */
  readonly matched: readonly Offering[];
  /** The fields to ask about, where the listing cannot say whether it matches; null where it can. */
  readonly ask: readonly string[] | null;
  /** The street tells it from another row of the same name. */
  readonly twin: boolean;
}

export type Found =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'rows';
      readonly rows: readonly Row[];
      readonly chips: readonly Chip[];
      /** What was searched, without the text. */
      readonly fields: Fields;
      readonly unknown: { readonly count: number; readonly more: boolean };
      readonly more: boolean;
      /** Words that were not understood. */
      readonly ignored: readonly string[];
      /** So many centers have the text in their name, where it was read as something else. */
      readonly named: number;
      /** Single changes that find something, where little was found. */
      readonly changes: readonly Change[];
      readonly from: { readonly lat: number; readonly lng: number; readonly label: string } | null;
      readonly crisis: boolean;
    }
  /** The place may be one of several. */
  | {
      readonly kind: 'which';
      readonly places: readonly string[];
      readonly chips: readonly Chip[];
      readonly crisis: boolean;
    }
  /** No place was named yet. */
  | {
      readonly kind: 'where';
      readonly chips: readonly Chip[];
      readonly ignored: readonly string[];
      readonly crisis: boolean;
    }
  /** It cannot be searched, and why. */
  | { readonly kind: 'problem'; readonly detail: string; readonly chips: readonly Chip[]; readonly crisis: boolean };

/** One single change to a search. */
export interface Change {
  /** The field to loosen. */
  readonly field: string;
  /** A wider radius; null drops the field. */
  readonly to: string | null;
  readonly count: number;
  readonly more: boolean;
  readonly nearestMiles: number | null;
}

/** The next level up or down for this caller, at the nearest center that fits everything else asked. */
export interface StepFor {
  readonly level: string;
  readonly center: { readonly id: string; readonly name: string };
  readonly miles: number | null;
  /** One of the points is only that of a ZIP. */
  readonly approximate: boolean;
}

/** A center as the pane shows it. */
export interface Opened {
  readonly center: Center;
  readonly offerings: readonly Offering[];
  readonly up: StepFor | null;
  readonly down: StepFor | null;
}
