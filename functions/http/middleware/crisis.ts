import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { hasWords, wordsOf } from '../../crisis/words.ts';
import { closedFields, fieldNames } from '../../domain/fields.ts';
import { vocabularyOf } from '../../domain/vocabularies.ts';
import type { ConventionsAt, Json } from '../conventions.ts';
import { textsOf } from '../request-texts.ts';
import { stateOfEvent } from '../state.ts';

/** Loaded with the first text in words: a search by a ZIP or a point starts without its tables. */
const crisis = () => import('../../crisis/crisis.ts');

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
    before: async ({ event }) => {
      const texts = textsOf(event).filter((text) => !ownWords.has(text) && hasWords(wordsOf(text)));
      if (texts.length === 0) return;
      const { readsAsCrisis } = await crisis();
      stateOfEvent(event).crisis = texts.some(readsAsCrisis);
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
