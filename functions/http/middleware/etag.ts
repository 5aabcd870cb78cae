import { hash } from 'node:crypto';
import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { caching } from '../response.ts';
import { stateOfEvent } from '../state.ts';

/**
 * Tags every cacheable answer to GET and HEAD, and answers 304 to a client that already has it. The tag is weak: it is
 * computed before compression, and API Gateway and the CDN compress afterwards and keep it, so equal tags promise equal
 * content but not equal bytes. Each format has its own body and so its own tag.
 */
export function etag(): MiddlewareObj<unknown, APIGatewayProxyResult> {
  return {
    name: 'etag',
    after: (request) => {
      const { response } = request;
      const asked = stateOfEvent(request.event).request;
      if (response?.statusCode !== 200 || (asked?.method !== 'GET' && asked?.method !== 'HEAD')) return;
      if (`${response.headers?.['cache-control']}`.includes(caching.none)) return;
      const tag = `W/"${hash('sha256', response.body, 'base64url').slice(0, 22)}"`;
      const headers = { ...response.headers, etag: tag };
      if (!matches(asked.headers.get('if-none-match'), tag)) {
        request.response = { ...response, headers };
        return;
      }
      // A 304 has the headers of the 200 it replaces, except those that describe a body.
      const { 'content-type': _, ...kept }: Record<string, string | number | boolean> = headers;
      request.response = { statusCode: 304, headers: kept, body: '' };
    },
  };
}

/** Compares tags weakly (RFC 9110, 13.1.2). Splitting the header at commas is safe, because our tags contain none. */
function matches(ifNoneMatch: string | undefined, tag: string): boolean {
  const opaque = (one: string): string => one.trim().replace(/^W\//, '');
  return (ifNoneMatch ?? '').split(',').some((one) => one.trim() === '*' || opaque(one) === opaque(tag));
}
