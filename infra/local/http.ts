/** An HTTP request as received, before anything is parsed. */
export interface WireRequest {
  readonly method: string;
  /** The path without the query, still percent-encoded. */
  readonly path: string;
  /** The query without the question mark, still percent-encoded. */
  readonly query: string;
  /** The headers in the received order and spelling. Repeated headers are kept. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
  readonly sourceIp: string;
}

export interface WireResponse {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

/** Returns the last value of a header. Ignores case. */
export function headerOf(headers: WireRequest['headers'], name: string): string | undefined {
  return headers.findLast(([key]) => key.toLowerCase() === name)?.[1];
}

const titles = new Map<string, string>();
const MOST_TITLES = 1_000;

/** Writes a header's name as the CDN and API Gateway do: `accept-encoding` becomes `Accept-Encoding`. */
export function titleCase(name: string): string {
  const known = titles.get(name);
  if (known !== undefined) return known;
  const title = name
    .toLowerCase()
    .replaceAll(/(^|-)[a-z]/g, (start) => start.toUpperCase())
    .replace(/^Cloudfront-/, 'CloudFront-');
  // Callers choose names, so not all are kept.
  if (titles.size < MOST_TITLES) titles.set(name, title);
  return title;
}

/** Parses a query into its parameters, in order. A parameter without `=` has an empty value. */
export function splitQuery(query: string, separator: RegExp | string = '&'): [name: string, value: string][] {
  return query
    .split(separator)
    .filter((part) => part !== '')
    .map((part) => {
      const equals = part.indexOf('=');
      return equals < 0 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)];
    });
}
