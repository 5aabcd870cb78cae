import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyResult } from 'aws-lambda';
import { stateOfEvent } from '../state.ts';

/** A deprecated route. */
export interface Deprecation {
  /** Date on which the route was deprecated, such as `2027-03-01T00:00:00Z`. */
  readonly since: string;
  /** Date from which the route may stop answering; by our policy at least twelve months later. */
  readonly sunset: string;
  /** URL of the page that says what to use instead. */
  readonly link: string;
}
/** The deprecated routes, by their name. */
export type Deprecations = Readonly<Record<string, Deprecation>>;

/**
 * Announces a deprecated route in the headers of all its answers, errors included: since when it is deprecated
 * (`Deprecation`, RFC 9745), when it may end (`Sunset`, RFC 8594), and a link to its replacement.
 * @throws RangeError on start for an invalid date, or a sunset before its deprecation.
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
  if (!(from <= until))
    throw new RangeError(`a route cannot be removed on ${sunset} when it is deprecated since ${since}`);
  return {
    deprecation: `@${Math.floor(from / 1000)}`,
    sunset: new Date(until).toUTCString(),
    link: `<${link}>; rel="deprecation"; type="text/html"`,
  };
}
