import { z } from 'zod';
import type { ApiKeys } from './api-keys.ts';
import { compressed, inflated } from './compression.ts';
import type { ApiDeclaration, StaticAnswer } from './declaration.ts';
import { gatewayError } from './gateway-error.ts';
import { headerOf, type WireRequest, type WireResponse } from './http.ts';
import type { Invocation } from './lambda.ts';
import type { Limits } from './limits.ts';
import { type EventCircumstances, matchesMediaType, proxyEvent } from './proxy-event.ts';
import { matchResource } from './routing.ts';

export interface GatewayOptions {
  readonly api: ApiDeclaration;
  readonly keys: ApiKeys;
  readonly limits: Limits;
  /** Invokes a function of the template. */
  readonly invoke: (functionId: string, event: object, requestId: string) => Promise<Invocation>;
  /** Receives error messages about answers of functions. */
  readonly log: (text: string) => void;
  readonly newRequestId?: () => string;
  readonly now?: () => Date;
}

/** Maximum size of a request's body in API Gateway, in bytes. */
export const maximumBodyBytes = 10 * 1024 * 1024;

/**
 * Maximum size of an invocation in Lambda, in bytes. It counts the whole event as JSON, in which quotes of the body are
 * escaped.
 */
const maximumEventBytes = 6 * 1024 * 1024 + 100;

/**
 * True if the event is larger than the limit. Small bodies are not measured: in JSON a character takes at most six
 * bytes, and the rest of an event some kilobytes.
 */
const isTooLarge = (event: object, bodyBytes: number): boolean =>
  bodyBytes * 6 > maximumEventBytes - 100_000 && Buffer.byteLength(JSON.stringify(event)) > maximumEventBytes;

/** The encodings that API Gateway uses for answers. It also accepts them for request bodies. */
const encodings = ['gzip', 'deflate'];

const scalar = z.union([z.string(), z.number(), z.boolean()]);
/** The form that a function's answer must have. Any other answer becomes a 502. */
const proxyResultSchema = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), scalar).nullish(),
  multiValueHeaders: z.record(z.string(), z.array(scalar)).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});
type ProxyResult = z.infer<typeof proxyResultSchema>;

/** Headers of a function's answer that API Gateway does not send unchanged: it renames them or sets its own. */
const remapped = new Set(['authorization', 'connection', 'content-length', 'date', 'server', 'www-authenticate']);

/**
 * The REST API of the template. It finds the resource and method for a request, invokes the function, and turns the
 * function's answer into an HTTP response. Errors that happen before a function is invoked are answered as the
 * template's gateway responses say.
 */
export class Gateway {
  readonly #options: Required<GatewayOptions>;

  constructor(options: GatewayOptions) {
    this.#options = { newRequestId: () => crypto.randomUUID(), now: () => new Date(), ...options };
  }

  /**
   * Answers a request. A method that requires a key requires it from everybody; the CDN adds the website's key.
   * @param domainName The API's host name as requested; for requests that the CDN forwards, the API's own.
   * @param unlimited True to skip throttles and quotas.
   * @param basePath The part in front of the path. @default the stage
   */
  async handle(request: WireRequest, domainName: string, unlimited = false, basePath?: string): Promise<WireResponse> {
    const { api, newRequestId } = this.#options;
    const requestId = newRequestId();
    const answer = await this.#answer(request, { domainName, basePath }, requestId, unlimited);
    const least = api.minimumCompressionBytes;
    const sent = least === undefined || answer.body.length < least ? answer : compressed(request, answer, encodings);
    return {
      status: sent.status,
      headers: [...sent.headers, ['x-amzn-RequestId', requestId]],
      body: request.method === 'HEAD' ? Buffer.alloc(0) : sent.body,
    };
  }

  async #answer(
    given: WireRequest,
    domain: Pick<EventCircumstances, 'domainName' | 'basePath'>,
    requestId: string,
    unlimited: boolean,
  ): Promise<WireResponse> {
    const { api, keys, limits, invoke, now } = this.#options;
    const refuse = (type: string, status: number): WireResponse => gatewayError(api, type, status, requestId);

    if (/[|{}]/.test(given.query)) return refuse('BAD_REQUEST_PARAMETERS', 400);
    if (given.body.length > maximumBodyBytes) return refuse('REQUEST_TOO_LARGE', 413);
    const request = api.minimumCompressionBytes === undefined ? given : withPlainBody(given);
    if (request === undefined) return refuse('UNSUPPORTED_MEDIA_TYPE', 415);
    const match = matchResource(api.resources, request.path);
    const method = match?.resource.methods.get(request.method) ?? match?.resource.methods.get('ANY');
    if (!match || !method) return refuse('MISSING_AUTHENTICATION_TOKEN', 403);
    const asker = method.apiKeyRequired ? keys.find(headerOf(request.headers, 'x-api-key')) : undefined;
    if (method.apiKeyRequired && !asker) return refuse('INVALID_API_KEY', 403);
    const over = unlimited ? undefined : limits.refuse(`${request.method} ${match.resource.path}`, asker);
    if (over !== undefined) return refuse(over, 429);

    const { answer } = method;
    if (!('functionId' in answer)) return staticAnswer(answer, requestId);

    const event = proxyEvent(request, { api, match, ...domain, requestId, now: now() });
    if (isTooLarge(event, request.body.length)) return refuse('REQUEST_TOO_LARGE', 413);
    const invocation = await withTimeout(invoke(answer.functionId, event, requestId), answer.timeoutMs);
    if (invocation === undefined) return refuse('INTEGRATION_TIMEOUT', 504);
    if (!invocation.ok) return refuse('DEFAULT_5XX', 502);
    const result = proxyResultSchema.safeParse(invocation.payload);
    if (!result.success) {
      this.#options.log(`Malformed Lambda proxy response:\n${z.prettifyError(result.error)}\n`);
      return refuse('DEFAULT_5XX', 502);
    }
    return this.#fromResult(result.data, request);
  }

  #fromResult(result: ProxyResult, request: WireRequest): WireResponse {
    // A base64 body is decoded to bytes only if the caller accepts one of the API's binary types. Other callers get the
    // base64 text.
    const binary = matchesMediaType(this.#options.api.binaryMediaTypes, headerOf(request.headers, 'accept'));
    const encoding = result.isBase64Encoded && binary ? 'base64' : 'utf8';
    const headers = new Map<string, readonly [name: string, values: readonly string[]]>();
    // Headers come from both maps. If both have a header, the one with the list of values is used.
    for (const [name, value] of Object.entries(result.headers ?? {})) {
      headers.set(name.toLowerCase(), [name, [String(value)]]);
    }
    for (const [name, values] of Object.entries(result.multiValueHeaders ?? {})) {
      headers.set(name.toLowerCase(), [name, values.map(String)]);
    }
    if (!headers.has('content-type')) headers.set('content-type', ['Content-Type', ['application/json']]);
    return {
      status: result.statusCode,
      headers: [...headers.values()].flatMap(([name, values]) => {
        const shown = remapped.has(name.toLowerCase()) ? `x-amzn-Remapped-${name}` : name;
        return values.map((value) => [shown, value] as const);
      }),
      body: Buffer.from(result.body ?? '', encoding),
    };
  }
}

function staticAnswer({ status, headers }: StaticAnswer, requestId: string): WireResponse {
  const context: Readonly<Record<string, string>> = { 'context.requestId': requestId };
  return {
    status,
    headers: Object.entries(headers).map(([name, value]) => [
      name,
      /^'(.*)'$/.exec(value)?.[1] ?? context[value] ?? '',
    ]),
    body: Buffer.alloc(0),
  };
}

/** Decompresses a request's body. Undefined if that fails. */
function withPlainBody(request: WireRequest): WireRequest | undefined {
  const encoding = headerOf(request.headers, 'content-encoding');
  if (encoding === undefined) return request;
  const body = inflated(request.body, encoding, maximumBodyBytes);
  const headers = request.headers.filter(([name]) => !/^content-(?:encoding|length)$/i.test(name));
  return body && { ...request, headers, body };
}

/** Waits for a result. Undefined if the time runs out first; the work itself continues, as in a Lambda function. */
async function withTimeout<T>(work: Promise<T>, milliseconds: number): Promise<T | undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(resolve, milliseconds, undefined);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
