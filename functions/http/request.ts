import * as z from 'zod';
import { Problem } from './problem.ts';
import type { Request } from './request-shape.ts';

export type { Request } from './request-shape.ts';

/**
 * The parts of API Gateway's proxy event (REST API, payload format 1.0) that the handlers need. Nothing identifies the
 * caller.
 */
const eventSchema = z.object({
  httpMethod: z.string(),
  path: z.string(),
  headers: z.record(z.string(), z.string().optional()).nullish(),
  // Parsed as a list of entries, because an object would lose a parameter named __proto__. It must be refused like any
  // unknown one.
  multiValueQueryStringParameters: z.preprocess(
    (query) => Object.entries(query ?? {}),
    z.array(z.tuple([z.string(), z.array(z.string())])),
  ),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().optional(),
  requestContext: z.object({ requestId: z.string() }),
});

export const MOST_BODY_BYTES = 64 * 1024;

/** Reads the gateway's event. Throws if it is invalid, because that is the gateway's fault and not the caller's. */
export function readRequest(event: unknown): Request {
  const { httpMethod, path, headers, multiValueQueryStringParameters, body, isBase64Encoded, requestContext } =
    eventSchema.parse(event);
  return {
    id: requestContext.requestId,
    method: httpMethod,
    path,
    query: new Map(multiValueQueryStringParameters),
    headers: new Map(
      Object.entries(headers ?? {}).flatMap(([name, value]) =>
        value === undefined ? [] : [[name.toLowerCase(), value]],
      ),
    ),
    body: isBase64Encoded ? Buffer.from(body ?? '', 'base64').toString() : (body ?? ''),
  };
}

/**
 * Checks the body's size and that its media type is JSON.
 * @throws Problem 413 or 415
 */
export function requireJsonBody(request: Request): void {
  if (Buffer.byteLength(request.body) > MOST_BODY_BYTES) {
    throw new Problem(
      413,
      'body-too-large',
      'The body is too large',
      `At most ${MOST_BODY_BYTES / 1024} KiB are read.`,
    );
  }
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    throw new Problem(415, 'unsupported-media-type', 'The body is not JSON', 'Send content-type: application/json.', {
      headers: { 'accept-post': 'application/json' },
    });
  }
}

/**
 * Parses the body as JSON.
 * @throws Problem 413, 415 or 400.
 */
export function readJson(request: Request): unknown {
  requireJsonBody(request);
  try {
    return JSON.parse(request.body);
  } catch {
    throw new Problem(400, 'bad-request', 'The request has a fault', 'The body could not be read as JSON.', {
      errors: [{ pointer: '', message: 'must be one JSON object, such as {"near":"85004"}' }],
    });
  }
}
