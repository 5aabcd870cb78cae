import type { APIGatewayProxyResult } from 'aws-lambda';
import type { Narrowing } from '../dataset/read/too-broad.ts';
import { help } from './help.ts';
import type { Problem } from './problem.ts';

export type Json = Readonly<Record<string, unknown>>;

/** How a face writes the messages that all routes share, in addition to its own answers. */
export interface Conventions {
  /** Media type of errors. */
  readonly errorType: string;
  /** @param publicUrl Without a closing slash. */
  readonly errorBody: (problem: Problem, publicUrl: string) => unknown;
  /** Draws an error as a page for callers that accept HTML. Without it, errors are always JSON. */
  readonly errorPage?: (problem: Problem, path: string, publicUrl: string) => Promise<APIGatewayProxyResult>;
  /** Adds the helplines at the top of a JSON body, including an error's. */
  readonly withHelp: (body: Json) => Json;
  /** How a caller can narrow a search that would read too much, in the face's own parameters. */
  readonly tooBroad: (narrowing: Narrowing) => { readonly detail: string; readonly members: Json };
  /** True if answers link to the OpenAPI document (RFC 8631). */
  readonly linksDocument: boolean;
}

/** The conventions for the path of a request, even if the path is malformed. */
export type ConventionsAt = (path: unknown) => Conventions;

/** Errors as RFC 9457 problem details, helplines as members. Also used for paths that belong to no face. */
export const problemDetails: Conventions = {
  errorType: 'application/problem+json',
  errorBody: ({ status, kind, title, detail, errors, members }, publicUrl) => ({
    type: `${publicUrl}/problems/${kind}`,
    title,
    status,
    detail,
    ...(errors.length === 0 ? {} : { errors }),
    ...members,
  }),
  withHelp: (body) => ({ crisis: true, help, ...body }),
  tooBroad: () => ({
    detail: 'Answering exactly would take more reads than one request may make. Ask for less, or narrow the search.',
    members: {},
  }),
  linksDocument: true,
};
