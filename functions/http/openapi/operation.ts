import type * as z from 'zod';
import type { ProblemKind } from '../problem-kinds.ts';
import type { FieldNote } from './field-notes.ts';
import type { HeaderName } from './headers.ts';

export type Tag = 'Search' | 'Centers' | 'Reference' | 'HSDS' | 'Service';

/** What each tag gathers, in the order that the reference shows. */
export const tags: Readonly<Record<Tag, string>> = {
  Search: 'Find the nearest centers that offer a program, by place, state, name or what people type.',
  Centers: 'One center: everything it offers, and where to go on from there.',
  Reference: 'Places, filter values and states: what a search can be made of.',
  HSDS: 'The same centers in the objects and pages of Open Referral’s Human Services Data Specification 3.0.',
  Service: 'Whether the service is well, and this document.',
};

export interface ParameterNote extends FieldNote {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header';
  /** The schema that parses it; lists are comma-separated in a query. */
  readonly schema: z.ZodType;
  readonly required?: boolean;
}

/** One format of a successful answer. */
export interface Format {
  /** A named schema, or null for text whose shape `description` tells. */
  readonly schema: z.ZodType | null;
}

/** What the document says of a route, beside its method and path. */
export interface Operation {
  readonly tag: Tag;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly ParameterNote[];
  readonly body?: { readonly schema: z.ZodType; readonly description: string };
  /** What a 200 is. */
  readonly success: string;
  /** By media type. */
  readonly formats: Readonly<Record<string, Format>>;
  /** On a 200, beside those that its like has. */
  readonly headers?: readonly HeaderName[];
  /** Whether a caller may keep the answer, and be told with 304 that it still holds. */
  readonly kept: boolean;
  /** Beside those that every route can answer. */
  readonly problems: readonly ProblemKind[];
}
