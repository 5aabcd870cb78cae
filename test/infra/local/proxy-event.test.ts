import { describe, expect, test } from 'vitest';
import { type EventCircumstances, proxyEvent } from '../../../infra/local/proxy-event.ts';
import { matchResource } from '../../../infra/local/routing.ts';
import { apiOf, requestOf } from '../support/api.ts';

const api = apiOf({ '/v1/centers': ['GET'], '/v1/centers/{id}': ['GET'] });

function eventOf(given: Parameters<typeof requestOf>[0] = {}, from = api) {
  const request = requestOf(given);
  const match = matchResource(from.resources, request.path);
  if (!match) throw new Error(`no resource for ${request.path}`);
  const circumstances: EventCircumstances = {
    api: from,
    match,
    domainName: 'abc123.execute-api.us-west-2.amazonaws.com',
    requestId: 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef',
    now: new Date('2026-03-04T05:06:07.089Z'),
  };
  return proxyEvent(request, circumstances);
}

describe('proxyEvent', () => {
  test('has every member of the event that the developer guide documents for REST APIs', () => {
    const event = eventOf({
      path: '/v1/centers/lantern-bridge',
      query: 'within=25mi&within=40km&level=iop',
      headers: [
        ['host', 'abc123.execute-api.us-west-2.amazonaws.com'],
        ['User-Agent', 'Amazon CloudFront'],
        ['accept', 'application/json'],
        ['Accept', 'text/csv'],
      ],
    });
    expect(event).toEqual({
      resource: '/v1/centers/{id}',
      path: '/v1/centers/lantern-bridge',
      httpMethod: 'GET',
      headers: {
        Host: 'abc123.execute-api.us-west-2.amazonaws.com',
        'User-Agent': 'Amazon CloudFront',
        Accept: 'text/csv',
        'X-Amzn-Trace-Id': 'Root=1-69a7bdbf-c6af9ac67b6111e69a4193e8',
        'X-Forwarded-Port': '443',
        'X-Forwarded-Proto': 'https',
      },
      multiValueHeaders: {
        Host: ['abc123.execute-api.us-west-2.amazonaws.com'],
        'User-Agent': ['Amazon CloudFront'],
        Accept: ['application/json', 'text/csv'],
        'X-Amzn-Trace-Id': ['Root=1-69a7bdbf-c6af9ac67b6111e69a4193e8'],
        'X-Forwarded-Port': ['443'],
        'X-Forwarded-Proto': ['https'],
      },
      queryStringParameters: { within: '40km', level: 'iop' },
      multiValueQueryStringParameters: { within: ['25mi', '40km'], level: ['iop'] },
      pathParameters: { id: 'lantern-bridge' },
      stageVariables: null,
      requestContext: {
        resourceId: 'id-of-/v1/centers/{id}',
        resourcePath: '/v1/centers/{id}',
        httpMethod: 'GET',
        extendedRequestId: 'c6af9ac67b6111e',
        requestTime: '04/Mar/2026:05:06:07 +0000',
        path: '/live/v1/centers/lantern-bridge',
        accountId: '000000000000',
        protocol: 'HTTP/1.1',
        stage: 'live',
        domainPrefix: 'abc123',
        requestTimeEpoch: 1772600767089,
        requestId: 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef',
        identity: {
          cognitoIdentityPoolId: null,
          accountId: null,
          cognitoIdentityId: null,
          caller: null,
          sourceIp: '192.0.2.1',
          principalOrgId: null,
          accessKey: null,
          cognitoAuthenticationType: null,
          cognitoAuthenticationProvider: null,
          userArn: null,
          userAgent: 'Amazon CloudFront',
          user: null,
          apiKey: null,
          apiKeyId: null,
          clientCert: null,
        },
        authorizer: null,
        domainName: 'abc123.execute-api.us-west-2.amazonaws.com',
        apiId: 'abc123',
      },
      body: null,
      isBase64Encoded: false,
    });
  });

  test('maps without entries are null', () => {
    const { queryStringParameters, multiValueQueryStringParameters, pathParameters, body } = eventOf();
    expect({ queryStringParameters, multiValueQueryStringParameters, pathParameters, body }).toEqual({
      queryStringParameters: null,
      multiValueQueryStringParameters: null,
      pathParameters: null,
      body: null,
    });
  });

  test.each([
    ['near=Phoenix%2C%20AZ', { near: ['Phoenix, AZ'] }],
    ['near=Phoenix,+AZ', { near: ['Phoenix, AZ'] }],
    ['near=1%7C2', { near: ['1|2'] }],
    ['a=1;b=2', { a: ['1'], b: ['2'] }],
    ['a', { a: [''] }],
    ['a=', { a: [''] }],
    ['a=b=c', { a: ['b=c'] }],
    ['a=1&&a=2&', { a: ['1', '2'] }],
    ['a=%zz', { a: ['%zz'] }],
    ['n%C3%A4he=x', { nähe: ['x'] }],
  ])('the query %s', (query, expected) => {
    expect(eventOf({ query }).multiValueQueryStringParameters).toEqual(expected);
  });

  test('the path stays percent-encoded, its parameters do not', () => {
    const { path, pathParameters } = eventOf({ path: '/v1/centers/a%20b' });
    expect({ path, pathParameters }).toEqual({ path: '/v1/centers/a%20b', pathParameters: { id: 'a b' } });
  });

  test('a body is text, and bytes only where its type is declared to be', () => {
    const body = 'näher';
    const headers = [['content-type', 'application/octet-stream; x=1']] as const;
    expect(eventOf({ body, headers })).toMatchObject({ body, isBase64Encoded: false });
    expect(eventOf({ body, headers }, { ...api, binaryMediaTypes: ['application/octet-stream'] })).toMatchObject({
      body: Buffer.from(body).toString('base64'),
      isBase64Encoded: true,
    });
  });
});
