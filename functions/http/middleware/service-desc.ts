import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { askedUrl } from '../asked-url.ts';
import type { ConventionsAt } from '../conventions.ts';
import { stateOfEvent } from '../state.ts';

/**
 * Links the OpenAPI document from every answer of the faces that it describes (RFC 8631), so that programs can find it.
 */
export function serviceDesc(
  publicUrl: string,
  conventionsAt: ConventionsAt,
): MiddlewareObj<unknown, APIGatewayProxyResult> {
  return {
    name: 'service-desc',
    after: ({ event, response }) => {
      const { request, route } = stateOfEvent(event);
      if (!response || request === null || route === 'none' || !conventionsAt(request.path).linksDocument) return;
      const own = `<${askedUrl(request, event, publicUrl)}/v1/openapi.json>; rel="service-desc"; type="application/json"`;
      const links = [response.headers?.link, own].filter((link) => link !== undefined);
      response.headers = { ...response.headers, link: links.join(', ') };
    },
  };
}
