import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { ApiDeclaration } from './declaration.ts';
import { headerOf, splitQuery, titleCase, type WireRequest } from './http.ts';
import { decode, type Match } from './routing.ts';

export interface EventCircumstances {
  readonly api: ApiDeclaration;
  readonly match: Match;
  /** The API's host name as requested. */
  readonly domainName: string;
  /** The part in front of the path, for example the stage on the API's default domain. @default the stage */
  readonly basePath?: string | undefined;
  readonly requestId: string;
  readonly now: Date;
}

/**
 * Makes the event of a REST API's Lambda proxy integration. The path is still percent-encoded and has no stage. Path
 * and query parameters are decoded. A `;` in the query separates parameters, as `&` does. Maps without entries are
 * null. If a value is repeated, the single-value maps contain the last one.
 */
export function proxyEvent(
  request: WireRequest,
  { api, match, domainName, basePath = `/${api.stageName}`, requestId, now }: EventCircumstances,
): APIGatewayProxyEvent {
  const { resource, parameters } = match;
  const headers = grouped([
    ...request.headers.map(([name, value]): [string, string] => [titleCase(name), value]),
    [
      'X-Amzn-Trace-Id',
      `Root=1-${Math.floor(now.getTime() / 1000).toString(16)}-${requestId.replaceAll('-', '').slice(0, 24)}`,
    ],
    ['X-Forwarded-Port', '443'],
    ['X-Forwarded-Proto', 'https'],
  ]);
  const query = grouped(
    splitQuery(request.query, /[&;]/).map(([name, value]) => [decodeQuery(name), decodeQuery(value)]),
  );
  const binary = matchesMediaType(api.binaryMediaTypes, headerOf(request.headers, 'content-type'));
  return {
    resource: resource.path,
    path: request.path,
    httpMethod: request.method,
    headers: lastOf(headers) ?? {},
    multiValueHeaders: headers ?? {},
    queryStringParameters: lastOf(query),
    multiValueQueryStringParameters: query,
    pathParameters: parameters,
    stageVariables: api.stageVariables,
    requestContext: {
      resourceId: resource.id,
      resourcePath: resource.path,
      httpMethod: request.method,
      extendedRequestId: requestId.replaceAll('-', '').slice(0, 15),
      requestTime: commonLogTime(now),
      path: `${basePath}${request.path}`,
      accountId: '000000000000',
      protocol: 'HTTP/1.1',
      stage: api.stageName,
      domainPrefix: domainName.split('.')[0] ?? domainName,
      requestTimeEpoch: now.getTime(),
      requestId,
      identity: {
        cognitoIdentityPoolId: null,
        accountId: null,
        cognitoIdentityId: null,
        caller: null,
        sourceIp: request.sourceIp,
        principalOrgId: null,
        accessKey: null,
        cognitoAuthenticationType: null,
        cognitoAuthenticationProvider: null,
        userArn: null,
        userAgent: headerOf(request.headers, 'user-agent') ?? null,
        user: null,
        apiKey: headerOf(request.headers, 'x-api-key') ?? null,
        apiKeyId: null,
        clientCert: null,
      },
      authorizer: null,
      domainName,
      apiId: api.id,
    },
    body: request.body.length === 0 ? null : request.body.toString(binary ? 'base64' : 'utf8'),
    isBase64Encoded: binary && request.body.length > 0,
  };
}

/** True if the API treats this media type as binary. A wildcard for type and subtype matches all. */
export function matchesMediaType(declared: readonly string[], given: string | undefined): boolean {
  const type = given?.split(/[;,]/)[0]?.trim().toLowerCase();
  return declared.some((one) => one === '*/*' || one.toLowerCase() === type);
}

function decodeQuery(text: string): string {
  return decode(text.replaceAll('+', ' '));
}

function grouped(entries: readonly (readonly [string, string])[]): Record<string, string[]> | null {
  const groups = Map.groupBy(entries, ([name]) => name);
  if (groups.size === 0) return null;
  return Object.fromEntries([...groups].map(([name, values]) => [name, values.map(([, value]) => value)]));
}

function lastOf(groups: Record<string, string[]> | null): Record<string, string> | null {
  if (!groups) return null;
  return Object.fromEntries(Object.entries(groups).map(([name, values]) => [name, values.at(-1) ?? '']));
}

/** Formats a time as API Gateway does: `09/Apr/2015:12:34:56 +0000`. */
function commonLogTime(time: Date): string {
  const [, day, month, year, clock] = time.toUTCString().split(' ');
  return `${day}/${month}/${year}:${clock} +0000`;
}
