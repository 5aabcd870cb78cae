import { describe, expect, it } from 'vitest';
import { loadRecords } from '../../data/records/load.ts';
import type { FormerId } from '../../functions/domain/former-id.ts';
import { locationId, serviceId } from '../../functions/faces/fhir/shapes/ids.ts';
import { uuidOfCenter } from '../../functions/faces/hsds/shapes/uuid.ts';
import { publish } from '../../functions/publish/publish.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import { call } from '../support/gateway-call.ts';
import { callTool, mcpClient, throughHandler } from '../support/mcp-client.ts';
import { NOW, serve } from '../support/real-records.ts';

const examples = await loadRecords('data/examples.json');
const [first] = examples;
if (first === undefined) throw new RangeError('no example');
const { id, name } = first.center;
const since = '2026-04-01';
/** The longest possible id, which FHIR must shorten. */
const longId = `${'a-very-long-name-'.repeat(7)}z`;
const gone = { reason: 'unlisted', since, now: null } as const;
const former: readonly FormerId[] = [
  { id: 'old-house', reason: 'merged', since, now: id },
  { id: longId, reason: 'renamed', since, now: id },
  { id: 'given-up', ...gone },
  { id: 'shut-house', ...gone, reason: 'closed' },
];
const store = memoryStore();
await publish({ store, records: examples, now: NOW, former });
const { handler, lines } = serve(store);

/** The target of the redirect, resolved in the same way as by a client. */
const followed = (from: string, { location = '' }: Readonly<Record<string, string>>) => {
  const url = new URL(location, `https://locator.example${from}`);
  return url.pathname + url.search;
};
const [offering] = first.offerings;
const suffix = offering?.id.slice(id.length) ?? '';
const ofService = (center: string, thing: 'service' | 'service_at_location') =>
  uuidOfCenter(center, thing, center + suffix);

describe('an id that names no center any more', () => {
  it.each([
    ['/v1/centers/old-house', `/v1/centers/${id}`],
    [`/v1/centers/${longId}`, `/v1/centers/${id}`],
    ['/v1/centers/old-house/continuum', `/v1/centers/${id}/continuum`],
    ['/v1/centers/old-house/continuum?within=50mi', `/v1/centers/${id}/continuum?within=50mi`],
    ['/centers/old-house', `/centers/${id}`],
    ['/es/centers/old-house', `/es/centers/${id}`],
    ['/fhir/Location/old-house', `/fhir/Location/${locationId(id)}`],
    [`/fhir/Location/${locationId(longId)}`, `/fhir/Location/${locationId(id)}`],
    [
      `/fhir/HealthcareService/${serviceId('old-house', `old-house${suffix}`)}`,
      `/fhir/HealthcareService/${serviceId(id, id + suffix)}`,
    ],
    [`/hsds/services/${ofService('old-house', 'service')}`, `/hsds/services/${ofService(id, 'service')}`],
    [
      `/hsds/service_at_locations/${ofService('old-house', 'service_at_location')}`,
      `/hsds/service_at_locations/${ofService(id, 'service_at_location')}`,
    ],
  ])('%s leads to its successor', async (from, to) => {
    const answer = await call(handler, from);
    expect(answer.status).toBe(308);
    expect(answer.headers['cache-control']).toBe('public, max-age=60');
    expect(followed(from, answer.headers)).toBe(to);
    expect((await call(handler, to)).status).toBe(200);
  });

  it('says which id to use, why and since when', async () => {
    const { headers, body } = await call(handler, '/v1/centers/old-house');
    expect(headers['content-type']).toBe('application/problem+json');
    expect(JSON.parse(body)).toEqual({
      type: 'https://locator.example/problems/center-moved',
      title: 'This center has another ID',
      status: 308,
      detail: `This listing and another one were found to be one center. Use "${id}".`,
      reason: 'merged',
      since,
      successor: id,
    });
  });

  it.each([
    '/v1/centers/given-up',
    '/v1/centers/given-up/continuum',
    '/fhir/Location/given-up',
    '/fhir/HealthcareService/given-up.iop',
    `/hsds/services/${ofService('given-up', 'service')}`,
    // The former center goes on under another id. That center has no such service, so nobody can say what the service
    // became.
    '/fhir/HealthcareService/old-house.no-such-service',
    `/hsds/services/${uuidOfCenter('old-house', 'service', 'old-house-no-such-service')}`,
  ])('%s is gone', async (path) => {
    const { status, body, headers } = await call(handler, path);
    expect([status, headers['cache-control']]).toEqual([410, 'public, max-age=60']);
    const answer = JSON.parse(body);
    if (path.startsWith('/fhir')) expect(answer).toMatchObject({ resourceType: 'OperationOutcome' });
    else expect(answer).toMatchObject({ status: 410, since, type: 'https://locator.example/problems/center-gone' });
  });

  it('tells what is closed from what its directory dropped', async () => {
    const closed = JSON.parse((await call(handler, '/v1/centers/shut-house')).body);
    expect(closed).toMatchObject({ reason: 'closed', since });
    expect(closed.detail).toBe(
      'This center has closed. Its closing was recorded on 2026-04-01. You can search for others near its place.',
    );
    expect(JSON.parse((await call(handler, '/v1/centers/given-up')).body).reason).toBe('unlisted');
  });

  it('has a page in both languages that says so, with the way back and a helpline', async () => {
    for (const [path, title, day] of [
      ['/centers/shut-house', 'This center has closed', 'April 1, 2026'],
      ['/es/centers/shut-house', 'Este centro cerró', '1 de abril de 2026'],
      ['/centers/given-up', 'This center is no longer listed', 'April 1, 2026'],
    ] as const) {
      const { status, body, headers } = await call(handler, path);
      expect([status, headers['content-type']]).toEqual([410, 'text/html; charset=utf-8']);
      for (const text of [title, day, 'tel:+18006624357', 'noindex']) expect(body).toContain(text);
    }
  });

  it('gives a tool’s caller the successor at once, with the id to use', async () => {
    const client = await mcpClient('https://locator.example', { fetch: throughHandler(handler) });
    const moved = await callTool(client, 'get_center', { id: 'old-house' });
    expect(moved.facts).toMatchObject({ center: { id, name } });
    expect(moved.text).toContain(`The id "old-house" is now "${id}" (merged): use that.`);
    const shut = await callTool(client, 'get_center', { id: 'shut-house' });
    expect([shut.isError, shut.text]).toEqual([true, expect.stringContaining('has closed')]);
  });

  it('that was never published is not found, and costs no more than one read', async () => {
    for (const path of ['/v1/centers/never-was', '/v1/centers/never-was/continuum', '/fhir/Location/never-was']) {
      expect((await call(handler, path)).status).toBe(404);
    }
    const cold = serve(store);
    await call(cold.handler, '/v1/centers/never-was');
    const unknown = cold.lines.at(-1);
    const other = serve(store);
    await call(other.handler, `/v1/centers/${id}`);
    expect(unknown?.roundTrips).toBeLessThanOrEqual(other.lines.at(-1)?.roundTrips ?? 0);
    expect(lines.length).toBeGreaterThan(0);
  });
});
