import { Logger } from '@aws-lambda-powertools/logger';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createHandler } from '../../functions/api/app.ts';
import { counted, metricUnits } from '../../functions/environment/metrics.ts';
import { countsOf, lineWriter } from '../../functions/http/line-writer.ts';
import type { RequestLine } from '../../functions/http/middleware/request-line.ts';
import { places } from '../../functions/places/load.ts';
import { publish } from '../../functions/publish/publish.ts';
import { Locator } from '../../functions/search/locator.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import { call, post } from '../support/gateway-call.ts';
import { NOW, PUBLIC_URL, records } from '../support/real-records.ts';

const lines: RequestLine[] = [];
let ask: (target: string, body?: unknown) => Promise<RequestLine | undefined>;
beforeAll(async () => {
  const store = memoryStore();
  await publish({ store, records, now: NOW });
  const services = { locator: new Locator({ store, now: () => NOW }), places, now: () => NOW, publicUrl: PUBLIC_URL };
  const handler = createHandler(services, (line) => lines.push(line));
  ask = async (target, body) => {
    await (body === undefined ? call(handler, target) : post(handler, body));
    return lines.at(-1);
  };
});

describe('what is counted of a request', () => {
  it('is that it searched, whichever face was asked', async () => {
    for (const target of [
      '/v1/centers?near=85004&level=iop',
      '/v1/centers?q=iop%20near%2085004',
      '/v1/centers?state=AZ',
      '/fhir/Location?near=33.45%7C-112.07%7C50%7Ckm',
    ])
      expect(await ask(target), target).toMatchObject({ searches: 1, emptySearches: 0 });
    expect(await ask('', { near: '85004' })).toMatchObject({ searches: 1, emptySearches: 0 });
    for (const target of ['/v1/health', '/v1/taxonomy', '/v1/places?q=phoe', '/v1/centers?near=nowhere', '/v1/nothing'])
      expect(await ask(target), target).toMatchObject({ searches: 0, emptySearches: 0, searchesWithUnknowns: 0 });
  });

  it('is that it found nothing, and that listings could not say', async () => {
    expect(await ask('/v1/centers?near=85004&within=1mi&level=iop&language=vi&housing=true')).toMatchObject({
      searches: 1,
      emptySearches: 1,
    });
    expect(await ask('/v1/centers?near=85004')).toMatchObject({ searchesWithUnknowns: 0 });
    expect(await ask('/v1/centers?near=85004&schedule=evening&level=iop')).toMatchObject({ searchesWithUnknowns: 1 });
  });

  it('is one search where a face asks the locator once a state', async () => {
    expect((await ask('/hsds/service_at_locations'))?.searches).toBeLessThanOrEqual(1);
  });

  it('is what came from memory: nothing at first, all the second time', async () => {
    const target = '/v1/centers?near=60601&level=iop';
    await ask(target);
    const again = await ask(target);
    expect(again).toMatchObject({ items: 0 });
    expect(again?.cacheHits).toBeGreaterThan(0);
  });
});

describe('a line’s metrics', () => {
  const line: RequestLine = {
    ...{ requestId: 'r', route: 'searchCenters', status: 200, ms: 3, roundTrips: 1, requests: 1, readUnits: 2.5 },
    ...{ items: 5, cacheHits: 4, searches: 1, emptySearches: 0, searchesWithUnknowns: 1 },
  };
  it('are the searches’ where it searched', () => {
    expect(countsOf(line)).toEqual({
      ...{ readUnits: 2.5, cacheHits: 4, clientErrors: 0, searches: 1, emptySearches: 0, searchesWithUnknowns: 1 },
    });
    expect(countsOf({ ...line, searches: 0, status: 404 })).toEqual({ readUnits: 2.5, cacheHits: 4, clientErrors: 1 });
    expect(countsOf({ ...line, searches: 0, status: 503 })).toMatchObject({ clientErrors: 0 });
  });
  it('are a confirmation where one was recorded', () => {
    expect(countsOf({ ...line, route: 'recordFacts' })).toMatchObject({ confirmations: 1 });
    expect(countsOf({ ...line, route: 'recordFacts', status: 412 })).toMatchObject({ confirmations: 0 });
    expect(countsOf(line)).not.toHaveProperty('confirmations');
  });
  it('stand in the one line as CloudWatch reads them, under the stack’s name', () => {
    const written: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => written.push(String(chunk)) > 0);
    try {
      lineWriter(new Logger({ serviceName: 'search' }), 'ProgramLocator-prod', () => NOW)(line);
    } finally {
      vi.restoreAllMocks();
    }
    expect(written).toHaveLength(1);
    const given = JSON.parse(written[0] ?? '');
    const [{ Metrics, ...directive }] = given._aws.CloudWatchMetrics;
    expect(directive).toEqual({ Namespace: 'ProgramLocator-prod', Dimensions: [[]] });
    expect(given._aws.Timestamp).toBe(NOW);
    for (const { Name, Unit } of Metrics) {
      expect(given[Name]).toBeTypeOf('number');
      expect(Unit).toBe(metricUnits[Name as keyof typeof metricUnits]);
    }
    expect(Metrics.map(({ Name }: { Name: string }) => Name)).toContain('searches');
  });
  it('have a name that CloudWatch knows the unit of', () => {
    expect(counted({ datasetAgeHours: 2 }, 'x', 1)._aws.CloudWatchMetrics[0]?.Metrics).toEqual([
      { Name: 'datasetAgeHours', Unit: 'None' },
    ]);
  });
});
