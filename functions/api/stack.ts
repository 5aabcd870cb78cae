import middy from '@middy/core';
import httpCors from '@middy/http-cors';
import type { APIGatewayProxyResult, Context } from 'aws-lambda';
import { withinAnswerSize } from '../http/answer-size.ts';
import { askedUrl, gatewayUrl } from '../http/asked-url.ts';
import { requireFewParameters } from '../http/bounds.ts';
import { ownCursorKeys, SignedCursors } from '../http/cursor.ts';
import { crisisHelp, readCrisis } from '../http/middleware/crisis.ts';
import { type Deprecations, deprecation } from '../http/middleware/deprecation.ts';
import { etag } from '../http/middleware/etag.ts';
import { head } from '../http/middleware/head.ts';
import { problems } from '../http/middleware/problems.ts';
import { requestId } from '../http/middleware/request-id.ts';
import { type RequestLine, requestLine } from '../http/middleware/request-line.ts';
import { secure } from '../http/middleware/secure.ts';
import { serviceDesc } from '../http/middleware/service-desc.ts';
import { notFound } from '../http/problem.ts';
import { readRequest } from '../http/request.ts';
import { PREFLIGHT_SECONDS } from '../http/sent-headers.ts';
import type { Services } from '../http/services.ts';
import { stateOfEvent } from '../http/state.ts';
import { deprecations } from './deprecations.ts';
import { conventionsAt } from './public-routes.ts';
import type { Router } from './router.ts';

export type Handler = (event: unknown, context: Context) => Promise<APIGatewayProxyResult>;

/** Response headers that scripts of other sites may read. */
const exposed = 'Allow, Deprecation, ETag, Link, Retry-After, Sunset, X-Request-Id';

export interface StackOptions {
  readonly router: Router;
  readonly services: Services;
  /** Writes one log line per request; request-line.ts lists its content. */
  readonly write: (line: RequestLine) => void;
  /** Headers that scripts of other sites may send. */
  readonly sent: string;
  /** Deprecated routes; only tests pass another list than the served one. */
  readonly deprecated?: Deprecations | undefined;
}

/** A handler for some of the routes, with the middleware that all functions share. */
export function stackOver({ router, services, write, sent, deprecated = deprecations }: StackOptions): Handler {
  const keysOf = services.cursorKeys ?? (async () => ownCursorKeys());
  const cursors = async () => new SignedCursors(await keysOf());
  return (
    middy()
      .use(readCrisis())
      .use(requestLine(write, services.now))
      .use(requestId())
      .use(secure())
      .use(head())
      .use(deprecation(deprecated))
      .use(serviceDesc(services.publicUrl, conventionsAt))
      // Before `problems`, because middy runs `onError` in reverse order: errors also get these headers.
      .use(httpCors({ origin: '*', exposeHeaders: exposed }))
      .use(etag())
      // After `etag`, because middy runs `after` in reverse order: the helplines are added before the answer is tagged.
      .use(crisisHelp(conventionsAt))
      .use(problems(services.publicUrl, conventionsAt))
      .handler(async (event: unknown): Promise<APIGatewayProxyResult> => {
        const state = stateOfEvent(event);
        const request = readRequest(event);
        state.request = request;
        if (request.method === 'OPTIONS') return preflight(router.methodsOf(request.path), sent);
        const { name, handle, parameters } = router.findRoute(request);
        state.route = name;
        requireFewParameters(request);
        return withinAnswerSize(
          await handle(
            request,
            {
              ...services,
              cursors,
              meter: state.meter,
              crisis: state.crisis,
              apiUrl: askedUrl(request, event, services.publicUrl),
              gatewayUrl: gatewayUrl(request, event, services.publicUrl),
            },
            parameters,
          ),
        );
      }) as unknown as Handler
  );
}

function preflight(methods: readonly string[], sent: string): APIGatewayProxyResult {
  if (methods.length === 0) throw notFound('There is nothing at this URL.');
  const allow = methods.join(', ');
  return {
    statusCode: 204,
    headers: {
      allow,
      'access-control-allow-methods': allow,
      'access-control-allow-headers': sent,
      'access-control-max-age': String(PREFLIGHT_SECONDS),
      'cache-control': `public, max-age=${PREFLIGHT_SECONDS}`,
    },
    body: '',
  };
}
