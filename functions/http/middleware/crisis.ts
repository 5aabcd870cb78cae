import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { readsAsCrisis } from '../../crisis/crisis.ts';
import { closedFields, fieldNames } from '../../domain/fields.ts';
import { vocabularyOf } from '../../domain/vocabularies.ts';
import type { ConventionsAt, Json } from '../conventions.ts';
import { textsOf } from '../request-texts.ts';
import { stateOfEvent } from '../state.ts';

/**
 * Texts that nearly every request has, and that say nothing about a life: names of parameters, and values of the closed
 * lists. A test holds that none reads as crisis.
 */
export const ownWords: ReadonlySet<string> = new Set([
  ...['near', 'within', 'limit', 'cursor'],
  ...fieldNames,
  ...closedFields.flatMap((field) => vocabularyOf(field).codes),
]);

/** Reads the request for words of a life in danger. Registered first, so that no fault of a request can come before. */
export function readCrisis(): MiddlewareObj<unknown, APIGatewayProxyResult> {
  return {
    name: 'read-crisis',
    before: ({ event }) => {
      stateOfEvent(event).crisis = textsOf(event).some((text) => !ownWords.has(text) && readsAsCrisis(text));
    },
  };
}

/**
 * Puts the helplines at the top of every JSON answer or error to a text that expresses danger to life, so that no route
 * can forget them. CSV (faces/v1/formats/csv.ts) and MCP results (faces/mcp/server.ts) add them themselves.
 */
export function crisisHelp(conventionsAt: ConventionsAt): MiddlewareObj<unknown, APIGatewayProxyResult> {
  const add = ({ event, response }: { event: unknown; response: APIGatewayProxyResult | null | undefined }): void => {
    if (!response || !stateOfEvent(event).crisis || response.body === '' || !isJson(response)) return;
    const { withHelp } = conventionsAt((event as { path?: unknown }).path);
    response.body = JSON.stringify(withHelp(JSON.parse(response.body) as Json));
  };
  return { name: 'crisis-help', after: add, onError: add };
}

const isJson = ({ headers }: APIGatewayProxyResult): boolean =>
  /^application\/(?:[\w.-]+\+)?json(?:;|$)/.test(String(headers?.['content-type'] ?? ''));
