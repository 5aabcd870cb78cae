import { parse } from 'csv-parse/sync';
import type { Bundle, OperationOutcome } from 'fhir/r4.js';
import { describe, expect, it } from 'vitest';
import { crisisLine, help } from '../../functions/http/help.ts';
import { call, post } from '../support/gateway-call.ts';
import { serveRecords } from '../support/real-records.ts';

const { handler } = await serveRecords();
const words = 'i%20want%20to%20die';
const lenient = { prefer: 'handling=lenient' };

// The helplines come before everything else, for people and programs that read from the top.
describe('words of a life in danger', () => {
  it.each([
    ['an answer', '/v1/centers?q=i+want+to+die+85004'],
    ['an answer that finds nothing', `/v1/centers?name=${words}`],
    ['GeoJSON', '/v1/centers?q=i+want+to+die+85004', 'application/geo+json'],
    ['a refused search', `/v1/centers?near=${words}`],
    ['a parameter’s name', `/v1/centers?state=AZ&${words}=1`],
    ['the name of a parameter without a value', `/v1/centers?state=AZ&${words}`],
    ['an address that is none', `/v1/${words}`],
    ['a refused question for paths', `/v1/paths?near=${words}&levels=iop`],
    ['a search for places', `/v1/places?q=${words}`],
    ['HSDS', `/hsds/services?search=${words}`],
    ['a fault of HSDS', `/hsds/services?${words}=1`],
  ])('%s begins with them', async (_, target, accept = 'application/json') => {
    const { body } = await call(handler, target, { headers: { accept } });
    expect(Object.keys(JSON.parse(body)).slice(0, 2)).toEqual(['crisis', 'help']);
    expect(JSON.parse(body)).toMatchObject({ crisis: true, help });
  });

  it('a search by POST begins with them, whatever is wrong with it', async () => {
    for (const body of [
      { q: 'i want to die 85004' },
      { 'i want to die': 1 },
      '{"near":"i want to die"',
      ['i want to die'],
    ])
      expect(Object.keys(JSON.parse((await post(handler, body)).body)).slice(0, 2)).toEqual(['crisis', 'help']);
  });

  it.each([
    ['with centers', `/fhir/Location?address-state=AZ&_count=3&note=${words}`, 3],
    ['around a point', `/fhir/Location?near=33.4%7C-112%7C500&_count=2&note=${words}`, 2],
    ['with services', `/fhir/HealthcareService?location.address-state=AZ&_count=2&note=${words}`, 2],
    ['with nothing', `/fhir/Organization?name=${words}`, 0],
  ])('a FHIR search %s has them as its first entry', async (_, target, matches) => {
    const { status, body } = await call(handler, target, { headers: lenient });
    expect(status, body).toBe(200);
    const { entry = [] } = JSON.parse(body) as Bundle<OperationOutcome>;
    expect(entry[0]?.resource?.issue?.[0]?.diagnostics).toBe(crisisLine);
    expect(entry[0]?.search?.mode).toBe('outcome');
    expect(entry.filter(({ search }) => search?.mode === 'match')).toHaveLength(matches);
    expect(entry.filter(({ resource }) => JSON.stringify(resource).includes(crisisLine))).toHaveLength(1);
  });

  it('a FHIR error has them as its first issue', async () => {
    const { body } = await call(handler, `/fhir/Location?note=${words}`);
    const { issue } = JSON.parse(body) as OperationOutcome;
    expect(issue[0]?.diagnostics).toBe(crisisLine);
    expect(issue.length).toBeGreaterThan(1);
  });

  it('CSV has them in front of every row, and in one where nothing was found', async () => {
    for (const target of ['/v1/centers?q=i+want+to+die+85004', `/v1/centers?name=${words}`]) {
      const { body } = await call(handler, target, { headers: { accept: 'text/csv' } });
      const rows = parse(body, { columns: true, bom: true }) as Record<string, string>[];
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) {
        expect(Object.keys(row).slice(0, 2)).toEqual(['crisis', 'help']);
        expect(row).toMatchObject({ crisis: 'true', help: `${help.crisis}. Emergency: ${help.emergency}` });
      }
    }
  });
});

it('other words bring none of it', async () => {
  const { body } = await call(handler, '/v1/centers?q=iop+85004');
  expect(JSON.parse(body)).not.toHaveProperty('crisis');
});
