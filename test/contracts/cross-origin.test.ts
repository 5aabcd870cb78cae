import { describe, expect, it } from 'vitest';
import { call, post } from '../support/gateway-call.ts';
import { serveRecords } from '../support/real-records.ts';

const { handler } = await serveRecords();
const listed = (header = '') =>
  header
    .toLowerCase()
    .split(/\s*,\s*/)
    .sort();
// The headers that a script of another site needs for paging, waiting, reporting and deprecations.
const readable = ['allow', 'deprecation', 'etag', 'link', 'retry-after', 'sunset', 'x-request-id'];
const sendable = [
  ...['accept', 'content-type', 'if-none-match', 'mcp-method', 'mcp-name', 'mcp-protocol-version', 'mcp-session-id'],
  ...['prefer', 'x-api-key'],
];

describe('a script of another site', () => {
  it.each([
    ['/v1/centers?state=AZ', 200],
    ['/v1/centers?state=AZ&cell=9tbq3', 400],
    ['/v1/nothing', 404],
    ['/v1/centers/search', 405],
    ['/fhir/Location?address-state=AZ', 200],
    ['/fhir/Location?nothing=1', 400],
    ['/hsds/services', 200],
    ['/hsds/services/none', 404],
  ])('may read %s (%i), and its headers', async (target, status) => {
    const answer = await call(handler, target, { headers: { origin: 'https://partner.example' } });
    expect(answer.status).toBe(status);
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect(listed(answer.headers['access-control-expose-headers'])).toEqual(readable);
    // Everybody gets the same answer, so no request needs a cookie.
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
  });

  it('may read a search by POST', async () => {
    const { headers } = await post(handler, { state: 'AZ' }, { origin: 'https://partner.example' });
    expect(listed(headers['access-control-expose-headers'])).toEqual(readable);
  });

  it.each([
    ['/v1/centers', 'get, head, options'],
    ['/v1/centers/search', 'options, post'],
    ['/fhir/Location', 'get, head, options'],
    ['/mcp', 'options, post'],
  ])('may ask before whether it may send to %s', async (target, methods) => {
    const headers = { origin: 'https://partner.example', 'access-control-request-method': 'POST' };
    const answer = await call(handler, target, { method: 'OPTIONS', headers });
    expect(answer.status).toBe(204);
    expect(listed(answer.headers['access-control-allow-methods']).join(', ')).toBe(methods);
    expect(listed(answer.headers['access-control-allow-headers'])).toEqual(sendable);
  });
});
