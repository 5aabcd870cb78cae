import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyResult } from 'aws-lambda';

/** Answers HEAD like GET, including errors, without the body. */
export function head(): MiddlewareObj<unknown, APIGatewayProxyResult> {
  const empty = ({ event, response }: { event: unknown; response: APIGatewayProxyResult | null | undefined }): void => {
    if (response && isHead(event)) response.body = '';
  };
  return { name: 'head', after: empty, onError: empty };
}

function isHead(event: unknown): boolean {
  const method = (event as { httpMethod?: unknown } | null)?.httpMethod;
  return method === 'HEAD';
}
