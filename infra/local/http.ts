/** A request as it came over the wire, before anything is read into it. */
export interface WireRequest {
  readonly method: string;
  /** Still percent-encoded, without the query. */
  readonly path: string;
  /** Still percent-encoded, without the question mark. */
  readonly query: string;
  /** In the order and spelling they came; a repeated header is repeated. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
  readonly sourceIp: string;
}

export interface WireResponse {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

/** The last value of a header, whatever its spelling. */
export function headerOf(headers: WireRequest['headers'], name: string): string | undefined {
  return headers.findLast(([key]) => key.toLowerCase() === name)?.[1];
}

/** `accept-encoding` as `Accept-Encoding`: CDN and gateway pass headers on in this spelling. */
export function titleCase(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/(^|-)[a-z]/g, (start) => start.toUpperCase())
    .replace(/^Cloudfront-/, 'CloudFront-');
}

/** The parameters of a query in the order they came; a name without `=` has an empty value. */
export function splitQuery(query: string, separator: RegExp | string = '&'): [name: string, value: string][] {
  return query
    .split(separator)
    .filter((part) => part !== '')
    .map((part) => {
      const equals = part.indexOf('=');
      return equals < 0 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)];
    });
}
