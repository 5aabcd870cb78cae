import type middy from '@middy/core';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { stateOfEvent } from '../state.ts';

/** Names the request on every answer, so that a caller's report and our line can be brought together. */
export function requestId(): middy.MiddlewareObj<unknown, APIGatewayProxyResult> {
  const add: middy.MiddlewareFn<unknown, APIGatewayProxyResult> = ({ event, response }) => {
    if (response) response.headers = { ...response.headers, 'x-request-id': stateOfEvent(event).requestId };
  };
  return { name: 'request-id', after: add, onError: add };
}
