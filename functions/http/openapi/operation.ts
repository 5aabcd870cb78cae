import type * as z from 'zod';
import type { ProblemKind } from '../problem-kinds.ts';

/** The documentation of a parameter. */
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
  /** A named schema, or null for text whose form `description` explains. */
  readonly schema: z.ZodType | null;
}

/** Another form of errors than problem documents. */
export interface ErrorForm {
  /** Prefix of the names of such answers. */
  readonly name: string;
  /** Media type of these errors. */
  readonly type: string;
  readonly schema: z.ZodType;
  /** Errors that are only in this form. */
  readonly instead: readonly ProblemKind[];
  /** Errors that are in this form or a problem document. */
  readonly beside: readonly ProblemKind[];
}

/** The documentation of a route, beyond its method and path. */
export interface Operation<Tag extends string = string> {
  readonly tag: Tag;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly ParameterNote[];
  /** The type is JSON by default. */
  readonly body?: { readonly schema: z.ZodType; readonly description: string; readonly type?: string };
  /** Description of the 200 answer. */
  readonly success: string;
  /** By media type. */
  readonly formats: Readonly<Record<string, Format>>;
  /** Description of the 202 answer, if there is one. */
  readonly accepted?: string;
  /** True if a client may cache the answer and get a 304. */
  readonly kept: boolean;
  /** True if it takes an access token. */
  readonly signedIn?: true;
  /** True if its 200 has the version as `ETag`, although nobody may cache it. */
  readonly tagged?: true;
  /** In addition to those of every route. */
  readonly problems: readonly ProblemKind[];
  readonly errors?: ErrorForm;
}

/** A face's part of the OpenAPI document. */
export interface FaceDocument<Name extends string, Tag extends string> {
  /** Description of each tag, in the order of the reference. */
  readonly tags: Readonly<Record<Tag, string>>;
  readonly operations: Readonly<Record<Name, Operation<Tag>>>;
}
