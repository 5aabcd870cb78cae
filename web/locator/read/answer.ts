/** What the API answers, as far as the finder reads it. Absent facts are null; a missing value is never "no". */

import type { Point } from '../../../functions/geo/point.ts';
import type { ListField } from '../../words/fields.ts';

export interface Phone {
  readonly number: string;
  readonly extension: string | null;
  readonly display: string;
  readonly purpose: string;
  readonly answeredBy: string;
}

export interface Schedule {
  readonly sessionsPerWeek: readonly [number, number] | null;
  readonly hoursPerSession: number | null;
  readonly hoursPerWeek: number | null;
  readonly weeks: readonly [number, number] | null;
  readonly tracks: readonly string[] | null;
}

export interface Offering {
  readonly id: string;
  readonly level: string;
  readonly label: string;
  readonly asam?: unknown;
  readonly conditions: readonly string[];
  readonly populations: readonly string[];
  /** Ages that are accepted, and who alone is served, where the API says so. */
  readonly ages?: readonly string[] | null;
  readonly genders?: readonly string[] | null;
  readonly families?: readonly string[];
  readonly only?: readonly string[];
  readonly therapies: readonly string[];
  readonly payers: readonly string[];
  readonly languages: readonly string[];
  readonly modalities: readonly string[];
  readonly schedule: Schedule | null;
  readonly housing: boolean | null;
  readonly confirmation: {
    readonly state: string;
    readonly confirmedAt: string | null;
    readonly expiresAt?: string | null;
  };
  readonly intake: { readonly state: string; readonly asOf: string | null; readonly until?: string | undefined };
  /** What admissions said that the lists cannot express. `stale` names facts too old to rely on. */
  readonly admissions?: {
    readonly denied?: readonly string[];
    readonly open?: readonly string[];
    readonly stale?: readonly string[];
  };
}

export interface Center {
  readonly id: string;
  readonly name: string;
  readonly alternateNames?: readonly string[];
  readonly organization: { readonly slug: string; readonly name: string };
  readonly sample: boolean;
  readonly address: {
    readonly street: string | null;
    readonly city: string;
    readonly state: string;
    readonly zip: string;
  };
  readonly location: { readonly lat: number; readonly lng: number; readonly accuracy: string };
  readonly phones: readonly Phone[];
  readonly website: string | null;
  readonly unknownLevels?: readonly string[];
  readonly sources: readonly { readonly name: string; readonly asOf: string }[];
}

export interface Result {
  readonly center: Center;
  readonly distance?: { readonly miles: number; readonly approximate?: boolean };
  readonly offerings: readonly Offering[];
  /** `unknown`: its listing cannot say whether it matches. Absent where only listed centers were asked for. */
  readonly certainty?: 'listed' | 'unknown';
  /** The fields to ask an unknown center about. */
  readonly ask?: readonly string[];
}

/** One single change to the search that would find something. */
export interface Alternative {
  readonly change: Readonly<Record<string, unknown>>;
  readonly count: number;
  readonly more: boolean;
  readonly nearestMiles: number | null;
  /** False where the API counted for a whole cell: one point of it finds as many at most. */
  readonly exact?: boolean;
}

interface Help {
  readonly crisis: string;
  readonly treatment: string;
  readonly emergency: string;
  readonly notice: string;
}

/** Which states are listed, and whether the search starts in one of them; `state` is null where no state is known. */
export interface Coverage {
  readonly states: readonly string[];
  readonly origin: { readonly state: string | null; readonly listed: boolean };
}

/** Where the answer measures from; a cell and a viewer have no point that is worth showing. */
export interface Start {
  readonly kind: string;
  readonly label: string;
  readonly location?: Point | null;
}

export interface Answer {
  readonly origin: Start;
  /** The fields that were searched; those read from a text among them. */
  readonly query?: unknown;
  readonly coverage?: Coverage;
  /** The text speaks of a life in danger. */
  readonly crisis?: boolean;
  readonly results: readonly Result[];
  /** Centers that may match but whose listing cannot say; at least so many where `more`. */
  readonly unknown: {
    readonly count: number;
    readonly more?: boolean;
    /** How many of them because of which field. */
    readonly because?: Readonly<Record<string, number>>;
  };
  /** What single changes would find; left out where the first page is full. */
  readonly alternatives?: readonly Alternative[];
  /** The cursor of the next page; null when nothing follows. */
  readonly next: string | null;
  readonly dataset: { readonly version: string; readonly publishedAt: string };
  readonly help: Help;
}

export interface Place {
  readonly label: string;
  readonly kind: string;
}

export interface State {
  readonly code: string;
  readonly name: string;
  readonly centers?: number;
}

export { type ListField, listFields } from '../../words/fields.ts';

/** Where a search starts, as fields of the API; the device's own point is no part of it. */
export type Where =
  | { readonly kind: 'place'; readonly near: string }
  | { readonly kind: 'state'; readonly state: string };

/** What narrows a search, wherever it starts: the fields that the page offers, and others that a text was read as. */
export type Narrowing = { readonly within?: string } & { readonly [Field in ListField]?: readonly string[] } & {
  readonly [other: string]: FieldValue | undefined;
};
export type FieldValue = string | number | boolean | readonly string[];
