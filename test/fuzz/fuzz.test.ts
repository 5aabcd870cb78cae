import { describe, expect, it } from 'vitest';
import { places } from '../../functions/places/load.ts';
import type { WireResponse } from '../../infra/local/http.ts';
import { contract } from '../support/contract.ts';
import { listingLike } from '../support/listing-like.ts';
import { PUBLIC_URL, records } from '../support/real-records.ts';
import { faultsOf, MOST_PAGES, readAnswer } from './checks.ts';
import type { Served } from './front.ts';
import type { FuzzRequest } from './requests.ts';
import { fuzz } from './run.ts';

describe('the API as it is served', () => {
  it('answers whatever is asked by the contract (npm run fuzz asks 100,000 times)', async () => {
    const all = [...records, ...listingLike(1, 1_000, places())];
    const { tally, faults } = await fuzz({ records: all, requests: 1_500, seed: 85_004 });
    expect(faults).toEqual([]);
    expect(tally.total).toBe(1_500);
    // Enough requests must be valid, because only their answers can be checked in full.
    expect(tally.found).toBeGreaterThan(300);
    for (const status of [200, 204, 304, 400, 403, 404, 405, 406, 415])
      expect(tally.statuses.get(status)).toBeGreaterThan(0);
    const reached = contract.operations().map(({ operation }) => operation.operationId);
    expect(tally.routes()).toEqual(expect.arrayContaining(reached));
  }, 300_000);
});

describe('the checks see', () => {
  const wire = {
    method: 'GET',
    path: '/v1/centers',
    query: 'near=85004',
    headers: [],
    body: Buffer.from(''),
    sourceIp: '',
  };
  const ask: FuzzRequest = { domain: 'website', withKey: false, wire };
  const problem = (status: number, detail: string) =>
    JSON.stringify({ type: `${PUBLIC_URL}/problems/not-found`, title: 'Not found', status, detail });
  const right: WireResponse = {
    status: 404,
    headers: [
      ['content-type', 'application/problem+json'],
      ['cache-control', 'no-store'],
      ['vary', 'Accept, Accept-Encoding'],
      ['x-request-id', '1'],
      ['access-control-allow-origin', '*'],
      ['access-control-expose-headers', 'ETag'],
    ],
    body: Buffer.from(problem(404, 'There is nothing at this URL.')),
  };
  const nowhere = { ...ask, wire: { ...wire, path: '/v1/nothing', query: '' } };
  const faults = (response: Partial<WireResponse>, asked: FuzzRequest = nowhere, pages = 1): string => {
    const served: Served = { response: { ...right, ...response }, route: 'none', pages, ms: 1 };
    return faultsOf(asked, served, readAnswer(served), contract).join('; ');
  };
  const without = (name: string) => right.headers.filter(([key]) => key !== name);

  it('nothing wrong where nothing is', () => expect(faults({})).toBe(''));

  it.each<[string, string, RegExp]>([
    ['a 5xx', faults({ status: 500, body: Buffer.from(problem(500, 'x')) }), /answered 500/],
    ['too much work', faults({}, nowhere, MOST_PAGES + 1), /read 301 pages/],
    ['a stack', faults({ body: Buffer.from(problem(404, 'at find (walk.ts:3:1)')) }), /tells of the inside/],
    [
      'an error that may be kept',
      faults({ headers: [...without('cache-control'), ['cache-control', 'public']] }),
      /may be kept/,
    ],
    ['a missing request id', faults({ headers: without('x-request-id') }), /no x-request-id/],
    ['an undocumented header', faults({ headers: [...right.headers, ['x-table', 't']] }), /x-table is not documented/],
    ['a shape that is not promised', faults({ body: Buffer.from('{"message":"no"}') }), /must have required property/],
    ['an answer without a key', faults({}, { ...ask, domain: 'api' }), /404 without a key/],
    ['a missed 304', faults({}, { ...nowhere, holds: 'W/"a"' }), /404 to who has it already/],
  ])('%s', (_name, found, expected) => expect(found).toMatch(expected));

  it('a FHIR answer around a point that anybody may keep, and a tool that tells of the inside', () => {
    const kept = [...without('cache-control'), ['cache-control', 'public, max-age=60'] as const];
    const near = { ...ask, wire: { ...wire, path: '/fhir/Location', query: 'near=33.4%7C-112' } };
    expect(faults({ status: 200, headers: kept, body: Buffer.from('{}') }, near)).toContain('not private, no-store');
    const tool = { ...ask, wire: { ...wire, method: 'POST', path: '/mcp', query: '' } };
    const told = '{"jsonrpc":"2.0","id":1,"result":{"isError":true,"content":[{"text":"TypeError: x"}]}}';
    expect(faults({ status: 200, body: Buffer.from(told) }, tool)).toContain('tells of the inside: TypeError');
  });

  it('a personal answer that anybody may keep', () => {
    const headers = [...without('cache-control'), ['cache-control', 'public, max-age=60'] as const];
    const body = Buffer.from(JSON.stringify({ origin: { kind: 'viewer' }, query: {} }));
    const json = headers.map(([name, value]) => [name, name === 'content-type' ? 'application/json' : value] as const);
    const asked = { ...ask, wire: { ...wire, query: 'near=33.4,-112' } };
    const found = faults({ status: 200, headers: json, body }, asked);
    expect(found).toContain('public, max-age=60, not private, no-store');
    expect(found).toContain('anybody may keep');
  });
});
