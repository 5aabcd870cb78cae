import type middy from '@middy/core';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { stateOfEvent } from '../state.ts';

/** Adds the request's id to every answer, so that a caller's report can be matched with our log line. */
export function requestId(): middy.MiddlewareObj<unknown, APIGatewayProxyResult> {
  const add: middy.MiddlewareFn<unknown, APIGatewayProxyResult> = ({ event, response }) => {
    if (response) response.headers = { ...response.headers, 'x-request-id': stateOfEvent(event).requestId };
  };
  return { name: 'request-id', after: add, onError: add };
}
