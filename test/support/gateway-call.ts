import type { Context } from 'aws-lambda';
import type { Handler } from '../../functions/api/app.ts';
import { routes } from '../../functions/api/routes.ts';
import type { ApiDeclaration } from '../../infra/local/declaration.ts';
import { proxyEvent } from '../../infra/local/proxy-event.ts';
import { matchResource } from '../../infra/local/routing.ts';

export interface Call {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** The requested domain. */
  readonly domainName?: string;
}

export interface Answer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export const REQUEST_ID = '7d1c0f3a-5f5c-4f0e-9d0e-0b5a2f6f3c11';

const api: ApiDeclaration = {
  id: 'abc123',
  stageName: 'live',
  stageVariables: null,
  binaryMediaTypes: [],
  gatewayResponses: new Map(),
  minimumCompressionBytes: undefined,
  throttle: undefined,
  usagePlans: [],
  apiKeys: [],
  resources: ['/', '/{proxy+}', ...new Set(routes.map(({ path }) => path))].map((path) => ({
    id: path,
    path,
    methods: new Map(),
  })),
};

/** API Gateway's event for a request, converted through JSON as on its way to Lambda. */
export function eventOf(
  target: string,
  { method = 'GET', headers = {}, body = '', domainName = 'locator.example' }: Call = {},
): unknown {
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  const query = mark < 0 ? '' : target.slice(mark + 1);
  const match = matchResource(api.resources, path);
  if (match === undefined) throw new Error(`the gateway knows no resource for ${path}`);
  const wire = {
    method,
    path,
    query,
    headers: Object.entries(headers),
    body: Buffer.from(body),
    sourceIp: '192.0.2.7',
  };
  const event = proxyEvent(wire, { api, match, domainName, basePath: '', requestId: REQUEST_ID, now: new Date(0) });
  return JSON.parse(JSON.stringify(event));
}

/**
 * Sends a request through the whole handler.
 * @param target Path and query as written in a URL.
 */
export async function call(handler: Handler, target: string, given: Call = {}): Promise<Answer> {
  const { statusCode, headers = {}, body } = await handler(eventOf(target, given), {} as Context);
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return { status: statusCode, headers: Object.fromEntries(lower), body };
}

/** A search by POST. */
export function post(handler: Handler, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const all = { 'content-type': 'application/json', ...headers };
  return call(handler, '/v1/centers/search', { method: 'POST', headers: all, body: text });
}
