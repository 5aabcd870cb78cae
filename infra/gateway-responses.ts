import { ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';
import { securityHeaders } from '../functions/http/security.ts';
import { retryAfter } from './limits.ts';

interface Problem {
  readonly type: ResponseType;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * The errors that API Gateway creates without calling the handler. The two DEFAULT_ types apply to every type that is
 * not listed here. For these, API Gateway keeps the status of the type, which a template can read as
 * `$context.error.responseType`.
 */
const problems: readonly Problem[] = [
  problem(ResponseType.MISSING_AUTHENTICATION_TOKEN, 404, 'Not found', 'There is nothing at this URL.'),
  problem(ResponseType.INVALID_API_KEY, 403, 'Forbidden', 'This URL needs a valid x-api-key header.'),
  problem(ResponseType.ACCESS_DENIED, 403, 'Forbidden', 'This request is not allowed.'),
  problem(ResponseType.UNAUTHORIZED, 401, 'Unauthorized', 'Sign in to use this URL.'),
  problem(ResponseType.BAD_REQUEST_PARAMETERS, 400, 'Bad request', 'Percent-encode | { and } in the query.'),
  problem(ResponseType.BAD_REQUEST_BODY, 400, 'Bad request', 'The body is not acceptable.'),
  problem(ResponseType.REQUEST_TOO_LARGE, 413, 'Content too large', 'The body is too large.'),
  problem(ResponseType.UNSUPPORTED_MEDIA_TYPE, 415, 'Unsupported media type', 'Send application/json.'),
  problem(ResponseType.THROTTLED, 429, 'Too many requests', 'Wait a moment, then try again.', {
    'Retry-After': String(retryAfter.rate),
  }),
  problem(ResponseType.QUOTA_EXCEEDED, 429, 'Too many requests', "The key's quota is used up.", {
    'Retry-After': String(retryAfter.quota),
  }),
  problem(ResponseType.INTEGRATION_FAILURE, 502, 'Bad gateway', 'The locator failed. Try again in a moment.'),
  problem(ResponseType.INTEGRATION_TIMEOUT, 504, 'Gateway timeout', 'The locator took too long. Try again.'),
  problem(ResponseType.API_CONFIGURATION_ERROR, 500, 'Internal error', 'The locator failed. Try again in a moment.'),
];

/**
 * Gives API Gateway's own errors the same form as all other errors: RFC 9457 problem details, readable across origins,
 * with the request's id. They contain no internal details, unlike the stock templates, which repeat messages of the
 * services behind the API.
 */
export function addGatewayResponses(api: RestApi): void {
  for (const { type, status, title, detail, headers = {} } of problems) {
    api.addGatewayResponse(type.responseType, {
      type,
      statusCode: String(status),
      responseHeaders: { ...commonHeaders, ...quoted(headers) },
      templates: template({ type: 'about:blank', title, status, detail }),
    });
  }
  // The default responses declare no status, so the original error keeps its own. Their bodies therefore contain no
  // status.
  api.addGatewayResponse('DEFAULT_4XX', {
    type: ResponseType.DEFAULT_4XX,
    responseHeaders: commonHeaders,
    templates: template({ type: 'about:blank', title: 'Request refused', detail: 'The request is not acceptable.' }),
  });
  api.addGatewayResponse('DEFAULT_5XX', {
    type: ResponseType.DEFAULT_5XX,
    responseHeaders: commonHeaders,
    templates: template({ type: 'about:blank', title: 'Internal error', detail: 'The locator failed. Try again.' }),
  });
}

/** The headers of every error. Values in single quotes are literals; others are read from the request's context. */
const commonHeaders = {
  'Access-Control-Allow-Origin': "'*'",
  'Access-Control-Expose-Headers': "'x-request-id,retry-after'",
  'Cache-Control': "'no-store'",
  'Content-Type': "'application/problem+json'",
  'x-request-id': 'context.requestId',
  // A literal of API Gateway is in single quotes and cannot contain a single quote, so headers that contain one are
  // left out.
  ...quoted(Object.fromEntries(Object.entries(securityHeaders).filter(([, text]) => !text.includes("'")))),
};

function quoted(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, `'${value}'`]));
}

/**
 * Returns templates for an error. API Gateway selects one by media type, and `application/json` is what it looks for
 * here. The real media type of the body is in the header above.
 */
function template(body: Readonly<Record<string, unknown>>): Record<string, string> {
  return { 'application/json': JSON.stringify({ ...body, requestId: '$context.requestId' }) };
}

function problem(
  type: ResponseType,
  status: number,
  title: string,
  detail: string,
  headers?: Readonly<Record<string, string>>,
): Problem {
  return { type, status, title, detail, ...(headers && { headers }) };
}
