import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { stateOfEvent } from '../state.ts';

/** A route that is to go away. */
export interface Deprecation {
  /** Since when callers should move on, such as `2027-03-01T00:00:00Z`. */
  readonly since: string;
  /** From when it may no longer answer; at least twelve months later, by our policy. */
  readonly sunset: string;
  /** Where it is written what to use in its place. */
  readonly link: string;
}
/** By the route's name. */
export type Deprecations = Readonly<Record<string, Deprecation>>;

/**
 * Announces on every answer of a deprecated route, errors too, since when it is (`Deprecation`, RFC 9745), until when
 * it answers (`Sunset`, RFC 8594), and where to read what comes next.
 * @throws RangeError when a date is none, or a sunset comes before its deprecation: on start, not on a request.
 */
export function deprecation(of: Deprecations): MiddlewareObj<unknown, APIGatewayProxyResult> {
  const announced = new Map(Object.entries(of).map(([route, one]) => [route, headersOf(one)]));
  const announce = (request: { event: unknown; response: APIGatewayProxyResult | null | undefined }): void => {
    const headers = announced.get(stateOfEvent(request.event).route);
    if (!headers || !request.response) return;
    const links = [request.response.headers?.link, headers.link].filter((link) => link !== undefined);
    request.response.headers = { ...request.response.headers, ...headers, link: links.join(', ') };
  };
  return { name: 'deprecation', after: announce, onError: announce };
}

function headersOf({ since, sunset, link }: Deprecation) {
  const [from, until] = [Date.parse(since), Date.parse(sunset)];
  if (!(from <= until)) throw new RangeError(`a route cannot go on ${sunset} when it is deprecated since ${since}`);
  return {
    deprecation: `@${Math.floor(from / 1000)}`,
    sunset: new Date(until).toUTCString(),
    link: `<${link}>; rel="deprecation"; type="text/html"`,
  };
}
