import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { stateOfEvent } from '../state.ts';

/** Tells with every JSON answer where the API is described (RFC 8631), for programs that come upon it. */
export function serviceDesc(publicUrl: string): MiddlewareObj<unknown, APIGatewayProxyResult> {
  const own = `<${publicUrl}/v1/openapi.json>; rel="service-desc"; type="application/json"`;
  return {
    name: 'service-desc',
    after: ({ event, response }) => {
      const { request, route } = stateOfEvent(event);
      // FHIR's own description is its CapabilityStatement, and the models' protocol has no use for links.
      if (!response || route === 'none' || !/^\/(?:v1|hsds)(?:\/|$)/.test(request?.path ?? '')) return;
      const links = [response.headers?.link, own].filter((link) => link !== undefined);
      response.headers = { ...response.headers, link: links.join(', ') };
    },
  };
}
