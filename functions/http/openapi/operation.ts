import type * as z from 'zod';
import type { ProblemKind } from '../problem-kinds.ts';

/** What the document says of a parameter. */
export interface ParameterNote {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header';
  readonly description: string;
  readonly example: unknown;
  /** The schema that parses it; lists are comma-separated in a query. */
  readonly schema: z.ZodType;
  readonly required?: boolean;
}

/** One format of a successful answer. */
export interface Format {
  /** A named schema, or null for text whose shape `description` tells. */
  readonly schema: z.ZodType | null;
}

/** A form of errors beside problem documents. */
export interface ErrorForm {
  /** What the names of such answers begin with. */
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly schema: z.ZodType;
  /** Told in this form only. */
  readonly instead: readonly ProblemKind[];
  /** Told in this form or as a problem. */
  readonly beside: readonly ProblemKind[];
}

/** What the document says of a route, beside its method and path. */
export interface Operation<Tag extends string = string> {
  readonly tag: Tag;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly ParameterNote[];
  /** The type is JSON unless it is named. */
  readonly body?: { readonly schema: z.ZodType; readonly description: string; readonly type?: string };
  /** What a 200 is. */
  readonly success: string;
  /** By media type. */
  readonly formats: Readonly<Record<string, Format>>;
  /** What a 202 is, where there is one. */
  readonly accepted?: string;
  /** Whether a caller may keep the answer, and be told with 304 that it still holds. */
  readonly kept: boolean;
  /** True if it takes an access token. */
  readonly signedIn?: true;
  /** True if its 200 has the version as `ETag`, though nobody may keep it. */
  readonly tagged?: true;
  /** Beside those that every route can answer. */
  readonly problems: readonly ProblemKind[];
  readonly errors?: ErrorForm;
}

/** What a face puts into the OpenAPI document. */
export interface FaceDocument<Name extends string, Tag extends string> {
  /** What each tag gathers, in the order that the reference shows. */
  readonly tags: Readonly<Record<Tag, string>>;
  readonly operations: Readonly<Record<Name, Operation<Tag>>>;
}
