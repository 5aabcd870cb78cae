import type { APIGatewayProxyResult } from 'aws-lambda';
import type { Narrowing } from '../dataset/read/too-broad.ts';
import { help } from './help.ts';
import type { Problem } from './problem.ts';

export type Json = Readonly<Record<string, unknown>>;

/** How a face writes errors, helplines and other messages that all routes share. */
export interface Conventions {
  /** Media type of the face's errors. */
  readonly errorType: string;
  /**
   * Builds the body of an error.
   * @param publicUrl The website's URL, without a closing slash.
   */
  readonly errorBody: (problem: Problem, publicUrl: string) => unknown;
  /** Renders an error as a page for callers that accept HTML. Without this function, errors are always JSON. */
  readonly errorPage?: (problem: Problem, path: string, publicUrl: string) => Promise<APIGatewayProxyResult>;
  /** Adds the helplines at the top of a JSON body, including an error's. */
  readonly withHelp: (body: Json) => Json;
  /** Tells the caller how to narrow a search that would read too much, using this API's own parameter names. */
  readonly tooBroad: (narrowing: Narrowing) => { readonly detail: string; readonly members: Json };
  /** True if answers link to the OpenAPI document (RFC 8631). */
  readonly linksDocument: boolean;
}

/** Finds the conventions of the face that a request's path belongs to. The path may be malformed. */
export type ConventionsAt = (path: unknown) => Conventions;

/** Errors as RFC 9457 problem details, helplines as JSON properties. Also used for paths that belong to no face. */
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
