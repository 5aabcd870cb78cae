import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { hasWords, wordsOf } from '../../crisis/words.ts';
import { closedFields, fieldNames } from '../../domain/fields.ts';
import { vocabularyOf } from '../../domain/vocabularies.ts';
import type { ConventionsAt, Json } from '../conventions.ts';
import { textsOf } from '../request-texts.ts';
import { stateOfEvent } from '../state.ts';

/**
 * Loaded with the first request that contains words, so that a search by a ZIP or a point starts without the
 * classifier's tables.
 */
const crisis = () => import('../../crisis/crisis.ts');

/**
 * Texts that are not checked for danger to life, because nearly every request has them: names of parameters, and values
 * of the closed lists. A test makes sure that the classifier finds no danger in them.
 */
export const ownWords: ReadonlySet<string> = new Set([
  ...['near', 'within', 'limit', 'cursor'],
  ...fieldNames,
  ...closedFields.flatMap((field) => vocabularyOf(field).codes),
]);

/** Checks the request's texts for danger to life. Registered first, so that no error in the request can prevent it. */
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
