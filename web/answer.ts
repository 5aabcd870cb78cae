/** The API's answers as the page reads them: the client's types, narrowed to what a search of this page can get. */
import type { ListField } from '../functions/domain/fields.ts';
import type * as api from './client/types.ts';

export type { Center, Coverage, Help, Offering, Phone, Schedule } from './client/types.ts';

/** Distances from a point or a place; a search by cell is ranked here, so no range is ever shown. */
export type Result = Omit<api.Result, 'distance'> & { readonly distance?: Pick<api.Distance, 'miles'> };

/** A single change to the search that would find something. */
export type Alternative = api.Alternative & {
  /** False where the API counted for a whole cell: a point of the cell finds at most that many. */
  readonly exact?: boolean;
};

export type Answer = Pick<api.SearchAnswer, 'crisis' | 'coverage' | 'unknown' | 'next' | 'dataset' | 'help'> & {
  readonly origin: Pick<api.Origin, 'kind' | 'label'>;
  /** The fields that were searched, including those read from typed words. */
  readonly query?: unknown;
  readonly results: readonly Result[];
  /** What single changes would find; absent where the first page is full. */
  readonly alternatives?: readonly Alternative[];
};

/** The answer for a cell, not in order: no order holds for every point of it. */
export type CellAnswer = Omit<Answer, 'results'> & { readonly results: readonly Omit<Result, 'distance'>[] };

export type Place = Pick<api.Place, 'label' | 'kind'>;
/** `code` is any text: the page reads it from a select or a URL. */
export type State = { readonly code: string } & Pick<api.StateCount, 'name'> & Partial<Pick<api.StateCount, 'centers'>>;

/** Where a search starts, as fields of the API; the device's own point is no part of it. */
export type Where =
  | { readonly kind: 'place'; readonly near: string }
  | { readonly kind: 'state'; readonly state: string };

/** What narrows a search, wherever it starts: the fields that the page offers, and others that a text was read as. */
export type Narrowing = { readonly within?: string } & { readonly [Field in ListField]?: readonly string[] } & {
  readonly [other: string]: FieldValue | undefined;
};
export type FieldValue = string | number | boolean | readonly string[];

/** The body of `POST /v1/centers/search`, as this page fills it. */
export type SearchFields = Narrowing & { readonly limit: number } & (
    | { readonly near: string; readonly cursor?: string }
    | { readonly state: string; readonly cursor?: string }
    | { readonly q: string; readonly cursor?: string }
    | { readonly cell: string }
  );
