import type * as z from 'zod';
import type { ProblemKind } from '../problem-kinds.ts';

/** The documentation of a parameter. */
export interface ParameterNote {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header';
  readonly description: string;
  readonly example: unknown;
  /** The schema that parses the parameter. In a query, lists are separated by commas. */
  readonly schema: z.ZodType;
  readonly required?: boolean;
}

/** One format of a successful answer. */
export interface Format {
  /** A schema with a name. Null for an answer that is not JSON: its form is explained in `description`. */
  readonly schema: z.ZodType | null;
}

/** A face's own form of errors, other than problem documents. */
export interface ErrorForm {
  /** Beginning of the names of these answers in the document. */
  readonly name: string;
  /** Media type of these errors. */
  readonly type: string;
  readonly schema: z.ZodType;
  /** Kinds of errors that are always in this form. */
  readonly instead: readonly ProblemKind[];
  /** Kinds of errors that are in this form or a problem document, depending on the request. */
  readonly beside: readonly ProblemKind[];
}

/** The documentation of a route, beyond its method and path. */
export interface Operation<Tag extends string = string> {
  readonly tag: Tag;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly ParameterNote[];
  /** The request's body. Its media type is JSON by default. */
  readonly body?: { readonly schema: z.ZodType; readonly description: string; readonly type?: string };
  /** Description of the 200 answer. */
  readonly success: string;
  /** Formats of the 200 answer, by media type. */
  readonly formats: Readonly<Record<string, Format>>;
  /** Description of the 202 answer, if there is one. */
  readonly accepted?: string;
  /** True if a client may cache the answer and get a 304. */
  readonly kept: boolean;
  /** True if the route requires an access token. */
  readonly signedIn?: true;
  /** True if the 200 answer has a version as `ETag`, although nobody may cache it. */
  readonly tagged?: true;
  /** Kinds of errors in addition to those that every route can return. */
  readonly problems: readonly ProblemKind[];
  readonly errors?: ErrorForm;
}

/** A face's part of the OpenAPI document. */
export interface FaceDocument<Name extends string, Tag extends string> {
  /** Description of each tag, in the order of the reference. */
  readonly tags: Readonly<Record<Tag, string>>;
  readonly operations: Readonly<Record<Name, Operation<Tag>>>;
}
