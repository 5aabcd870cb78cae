import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { type Tally, tallyOf } from '../../search/tally.ts';
import { stateOfEvent } from '../state.ts';

/** The only facts about a request that we log: nothing about who asked, from where, or for what. */
export interface RequestLine {
  requestId: string;
  /** Name of the route, never its path, which may contain the id that somebody looked at. */
  route: string;
  status: number;
  ms: number;
  roundTrips: number;
  requests: number;
  readUnits: number;
  items: number;
  /** Number of pages taken from the container's memory. */
  cacheHits: number;
  /** 1 if the request searched, else 0. */
  searches: number;
  /** 1 if the request searched and found no center, else 0. */
  emptySearches: number;
  /** 1 if the search had a center whose listing could not say whether it matches, else 0. */
  searchesWithUnknowns: number;
  /** Names of the error and its causes, without their messages, which could quote a request. */
  error?: string[];
  /** Lines of the stack trace, without the error's message. */
  at?: string[];
}

/**
 * Writes one log line for each request.
 * @param now Milliseconds since 1970.
 */
export function requestLine(
  write: (line: RequestLine) => void,
  now: () => number,
): MiddlewareObj<unknown, APIGatewayProxyResult> {
  const line = (event: unknown, response: APIGatewayProxyResult | null | undefined): RequestLine => {
    const { requestId, route, startedAt, meter } = stateOfEvent(event);
    const { roundTrips, requests, readUnits, items } = meter;
    return {
      requestId,
      route,
      status: response?.statusCode ?? 500,
      ms: now() - startedAt,
      roundTrips,
      requests,
      readUnits,
      items,
      ...countsOf(tallyOf(meter)),
    };
  };
  return {
    name: 'request-line',
    before: ({ event }) => {
      stateOfEvent(event).startedAt = now();
    },
    // Has braces so that it returns nothing: middy would take a returned value for the response.
    after: ({ event, response }) => {
      write(line(event, response));
    },
    onError: async ({ event, response, error }) => {
      const written = line(event, response);
      if (written.status < 500) {
        write(written);
        return;
      }
      // Loaded with the first failure, so that a new container starts without it.
      const { sourceFrame } = await import('../source-frames.ts');
      write({ ...written, error: namesOf(error), at: framesOf(error).map(sourceFrame) });
    },
  };
}

/**
 * Counts a request as one search at most: a face may call the locator several times for it, for example once per state.
 */
function countsOf({ searches, emptySearches, searchesWithUnknowns, cacheHits }: Tally) {
  return {
    cacheHits,
    searches: Math.min(searches, 1),
    emptySearches: searches > 0 && emptySearches === searches ? 1 : 0,
    searchesWithUnknowns: Math.min(searchesWithUnknowns, 1),
  };
}

function namesOf(error: unknown): string[] {
  const names: string[] = [];
  for (let next = error; next instanceof Error && names.length < 6; next = next.cause) names.push(next.name);
  return names;
}

function framesOf(error: unknown): string[] {
  let deepest = error;
  while (deepest instanceof Error && deepest.cause instanceof Error) deepest = deepest.cause;
  if (!(deepest instanceof Error)) return [];
  // Removes the message, because it may contain lines that look like stack frames.
  return (deepest.stack ?? '')
    .replace(deepest.message, '')
    .split('\n')
    .filter((frame) => /^\s+at /.test(frame))
    .slice(0, 8)
    .map((frame) => frame.trim());
}
