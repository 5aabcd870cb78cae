import type * as z from 'zod';
import type { FieldNote } from '../../faces/v1/parameters/field-notes.ts';
import type { ProblemKind } from '../problem-kinds.ts';

export type Tag = 'Search' | 'Centers' | 'Reference' | 'FHIR' | 'HSDS' | 'MCP' | 'Service';

/** What each tag gathers, in the order that the reference shows. */
export const tags: Readonly<Record<Tag, string>> = {
  Search: 'Find the nearest centers that offer a program, by place, state, name or what people type.',
  Centers: 'One center: everything it offers, and where to go on from there.',
  Reference: 'Places, filter values and states: what a search can be made of.',
  FHIR: 'The same centers in the resources of HL7’s FHIR R4: see its CapabilityStatement at `/fhir/metadata`.',
  HSDS: 'The same centers in the objects and pages of Open Referral’s Human Services Data Specification 3.0.',
  MCP: 'Tools for language models, by the Model Context Protocol (modelcontextprotocol.io).',
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
  /** What a 202 is, where there is one. */
  readonly accepted?: string;
  /** Whether a caller may keep the answer, and be told with 304 that it still holds. */
  readonly kept: boolean;
  /** Beside those that every route can answer. */
  readonly problems: readonly ProblemKind[];
  readonly errors?: ErrorForm;
}
