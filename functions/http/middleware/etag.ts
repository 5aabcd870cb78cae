import { hash } from 'node:crypto';
import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { caching } from '../response.ts';
import { stateOfEvent } from '../state.ts';

/**
 * Tags every answer to GET and HEAD that may be kept, and answers 304 to who has it already. The tag is weak: it is
 * made of the body before compression, and API Gateway and the CDN compress behind us and leave it as it is, so equal
 * tags promise equal content and not equal bytes. Each format has a body, and so a tag, of its own.
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

/** Weak comparison (RFC 9110, 13.1.2); none of our tags has a comma in it. */
function matches(ifNoneMatch: string | undefined, tag: string): boolean {
  const opaque = (one: string): string => one.trim().replace(/^W\//, '');
  return (ifNoneMatch ?? '').split(',').some((one) => one.trim() === '*' || opaque(one) === opaque(tag));
}
