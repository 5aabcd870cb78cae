/**
 * From here on: the parts of the API's answers that the finder reads. A fact that is absent is null or missing, which
 * never means "no".
 */

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
  /**
   * From here to `only`: accepted ages and genders, families, and the only groups served. Absent or null if the API
   * gives none.
   */
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
  /** Facts from admissions that the lists above cannot express. `stale` names those that are too old to rely on. */
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
  /** `unknown`: the listing does not say whether the center matches. Absent unless the search includes such centers. */
  readonly certainty?: 'listed' | 'unknown';
  /** If `certainty` is `unknown`, the fields to ask the center about. */
  readonly ask?: readonly string[];
}

/** A single change to the search that would find something, with the number of centers. */
export interface Alternative {
  readonly change: Readonly<Record<string, unknown>>;
  readonly count: number;
  readonly more: boolean;
  readonly nearestMiles: number | null;
  /** False if the API counted over a whole cell. From a single point in the cell, the true number is this or less. */
  readonly exact?: boolean;
}

interface Help {
  readonly crisis: string;
  readonly treatment: string;
  readonly emergency: string;
  readonly notice: string;
}

/**
 * Which states are listed, and whether the search starts in one of them. `state` is null if the origin's state is
 * unknown.
 */
export interface Coverage {
  readonly states: readonly string[];
  readonly origin: { readonly state: string | null; readonly listed: boolean };
}

/** Where distances are measured from. If it is a cell or a guessed location, there is no exact point to show. */
export interface Start {
  readonly kind: string;
  readonly label: string;
  readonly location?: Point | null;
}

export interface Answer {
  readonly origin: Start;
  /** The fields that were searched, including those that the API understood from a text. */
  readonly query?: unknown;
  readonly coverage?: Coverage;
  /** True if the text expresses danger to a life. */
  readonly crisis?: boolean;
  readonly results: readonly Result[];
  /** Number of centers whose listing does not say whether they match. If `more` is true, there may be more. */
  readonly unknown: {
    readonly count: number;
    readonly more?: boolean;
    /** For each field, the number of centers whose listing leaves it open. */
    readonly because?: Readonly<Record<string, number>>;
  };
  /** What single changes to the search would find. Absent if the first page is full. */
  readonly alternatives?: readonly Alternative[];
  /** The cursor of the next page; null on the last page. */
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

/** The place where a search starts, as a field of an API request. The device's own point is never one. */
export type Where =
  | { readonly kind: 'place'; readonly near: string }
  | { readonly kind: 'state'; readonly state: string };

/** The filters of a search: fields that have a control, and other fields that the API understood from a text. */
export type Narrowing = { readonly within?: string } & { readonly [Field in ListField]?: readonly string[] } & {
  readonly [other: string]: FieldValue | undefined;
};
export type FieldValue = string | number | boolean | readonly string[];
