import { brotliCompressSync, constants, deflateSync, gunzipSync, gzipSync, inflateSync } from 'node:zlib';
import Negotiator from 'negotiator';
import { headerOf, type WireRequest, type WireResponse } from './http.ts';

const compressors: Readonly<Record<string, (body: Buffer) => Buffer>> = {
  // API Gateway and CloudFront also trade some size for speed, so this is not the best compression.
  br: (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body) => gzipSync(body),
  deflate: (body) => deflateSync(body),
};

/**
 * Compressed bodies, by what they were made of: a site's files keep one body from start to end, and a browser that comes
 * anew asks for all of them again.
 */
const compressedBodies = new WeakMap<Buffer, Map<string, Buffer>>();

/** An answer as a server sends it that compresses with the first of `encodings` that the caller accepts. */
export function compressed(
  request: Pick<WireRequest, 'headers'>,
  response: WireResponse,
  encodings: readonly string[],
): WireResponse {
  const { body, headers } = response;
  if (body.length === 0 || headerOf(headers, 'content-encoding') !== undefined) return response;
  const accept = headerOf(request.headers, 'accept-encoding');
  if (accept === undefined) return response;
  const taken = new Negotiator({ headers: { 'accept-encoding': accept } }).encodings([...encodings]);
  const encoding = encodings.find((one) => taken.includes(one));
  const compress = encoding === undefined ? undefined : compressors[encoding];
  if (encoding === undefined || !compress) return response;
  const made = compressedBodies.get(body) ?? new Map<string, Buffer>();
  compressedBodies.set(body, made);
  const smaller = made.get(encoding) ?? compress(body);
  made.set(encoding, smaller);
  return {
    ...response,
    headers: [...headers.filter(([name]) => name.toLowerCase() !== 'content-length'), ['Content-Encoding', encoding]],
    body: smaller,
  };
}

/**
 * Decompresses a body. Undefined if the encoding is unknown, the data is faulty, or the result has more than `most`
 * bytes.
 */
export function inflated(body: Buffer, encoding: string | undefined, most: number): Buffer | undefined {
  const name = encoding?.trim().toLowerCase() ?? 'identity';
  try {
    if (name === 'gzip') return gunzipSync(body, { maxOutputLength: most });
    if (name === 'deflate') return inflateSync(body, { maxOutputLength: most });
    return name === 'identity' ? body : undefined;
  } catch {
    return undefined;
  }
}
