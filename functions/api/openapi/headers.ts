interface HeaderNote {
  readonly description: string;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly example: string | number;
}

/**
 * Every header that an answer of the API can have, by its name in the OpenAPI document, without headers of the
 * transport such as Content-Length.
 */
export const headerNotes = {
  'X-Request-Id': {
    description: 'Names this request. Put it in a report: it leads us to the request without saying what was asked.',
    schema: { type: 'string' },
    example: '7d1c0f3a-5f5c-4f0e-9d0e-0b5a2f6f3c11',
  },
  'Cache-Control': {
    description:
      '`public` if the answer is the same for everybody. `no-store` for a search by a typed place, ZIP or name, for ' +
      '`/v1/places`, POST and errors; `private, no-store` for points, `me` and `q`. On the website’s domain browsers are ' +
      'told `no-store` for everything under `/v1/centers`, `/fhir` and `/hsds`, while its CDN keeps what is the same for ' +
      'everybody for a minute. Seconds.',
    schema: { type: 'string' },
    example: 'public, max-age=60',
  },
  Vary: {
    description: 'Request headers that the answer depends on.',
    schema: { type: 'string' },
    example: 'Accept, Accept-Encoding',
  },
  'Access-Control-Allow-Origin': {
    description: 'Any website may read the answer; no cookies are used.',
    schema: { type: 'string' },
    example: '*',
  },
  'Access-Control-Expose-Headers': {
    description: 'Headers that a script of another website may read.',
    schema: { type: 'string' },
    example: 'Allow, Deprecation, ETag, Link, Retry-After, Sunset, X-Request-Id',
  },
  ETag: {
    description: 'Names this content. Sent back as `If-None-Match`, it is answered 304 while nothing changed.',
    schema: { type: 'string' },
    example: 'W/"eT3cPq0ZcT1xW8aBfR9k2w"',
  },
  Link: {
    description:
      'URLs that belong to the answer (RFC 8288): of the next page with `rel="next"`, where one follows; of this ' +
      'document with `rel="service-desc"` (RFC 8631).',
    schema: { type: 'string' },
    example:
      '<https://locator.example/v1/centers?near=85004&cursor=WyIyMDI2>; rel="next", ' +
      '<https://locator.example/v1/openapi.json>; rel="service-desc"; type="application/json"',
  },
  Location: {
    description: 'Where the answer for the center’s present ID is, relative to the URL of the request.',
    schema: { type: 'string' },
    example: 'lantern-bridge-phoenix-example',
  },
  Deprecation: {
    description:
      'The time since which callers should move to the replacement: an @, then seconds since 1970 (RFC 9745).',
    schema: { type: 'string' },
    example: '@1803859200',
  },
  Sunset: {
    description: 'The time after which the route may stop answering (RFC 8594).',
    schema: { type: 'string' },
    example: 'Wed, 01 Mar 2028 00:00:00 GMT',
  },
  'Retry-After': {
    description: 'Seconds to wait before the request is sent again.',
    schema: { type: 'integer', minimum: 0 },
    example: 2,
  },
  'WWW-Authenticate': {
    description: 'How to sign in (RFC 6750).',
    schema: { type: 'string' },
    example: 'Bearer realm="agents", error="invalid_token"',
  },
  'Accept-Post': {
    description: 'The type of body that this URL reads.',
    schema: { type: 'string' },
    example: 'application/json',
  },
} as const satisfies Readonly<Record<string, HeaderNote>>;

export type HeaderName = keyof typeof headerNotes;

/** Headers of every answer. */
export const everyAnswer = [
  'X-Request-Id',
  'Cache-Control',
  'Access-Control-Allow-Origin',
  'Access-Control-Expose-Headers',
] as const satisfies readonly HeaderName[];
