import { expect, it } from 'vitest';
import { createHandler } from '../../functions/api/app.ts';
import { MOST_PAGES, TooBroadError } from '../../functions/dataset/read/too-broad.ts';
import { places } from '../../functions/places/load.ts';
import { publish } from '../../functions/publish/publish.ts';
import { Locator } from '../../functions/search/locator.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import { call } from '../support/gateway-call.ts';
import { NOW, PUBLIC_URL, records } from '../support/real-records.ts';

/** Simulates a search that would read too many pages, because no sample data is large enough for one. */
class OverwhelmedLocator extends Locator {
  override near(): never {
    throw new TooBroadError(`more than ${MOST_PAGES} pages to read`);
  }
  override inState(): never {
    throw new TooBroadError(`more than ${MOST_PAGES} pages to read`);
  }
}

const store = memoryStore();
await publish({ store, records, now: NOW });
const locator = new OverwhelmedLocator({ store, now: () => NOW });
const handler = createHandler({ locator, places, now: () => NOW, publicUrl: PUBLIC_URL }, () => {});
const sure = 'This search is too broad to answer exactly.';

it.each([
  [
    '/v1/centers?near=85004&level=iop&payer=medicaid',
    `${sure} Leave out, or widen, one of: level, payer. Add a radius: within, such as 50mi.`,
    ['level', 'payer'],
  ],
  ['/v1/centers?near=85004&within=25mi&name=hope', `${sure} Leave out, or widen, one of: name.`, ['name']],
  ['/v1/centers?near=85004', `${sure} Add a radius: within, such as 50mi.`, []],
  ['/v1/centers?state=AZ&modality=telehealth', `${sure} Leave out, or widen, one of: modality.`, ['modality']],
  [
    '/hsds/service_at_locations?postcode=85004&proximity=5000',
    'Too much would have to be read to give exact totals. Narrow it by organization_id, search, or postcode and proximity; whole lists, and lists by level of care, are always answered.',
    undefined,
  ],
])('%s says what would make it smaller', async (target, detail, fields) => {
  const { status, body } = await call(handler, target);
  expect(status).toBe(422);
  expect(JSON.parse(body)).toEqual({
    type: `${PUBLIC_URL}/problems/too-broad`,
    title: 'The search is too broad',
    status: 422,
    detail,
    ...(fields === undefined ? {} : { fields }),
  });
});

it('FHIR says it in an OperationOutcome', async () => {
  const text = `${sure} Add a distance to near, or leave out conditions.`;
  for (const target of ['/fhir/Location?near=33.4%7C-112', '/fhir/HealthcareService?location.address-state=AZ']) {
    const { status, body } = await call(handler, target);
    expect(status).toBe(422);
    const issue = [{ severity: 'error', code: 'too-costly', details: { text }, diagnostics: text }];
    expect(JSON.parse(body)).toEqual({ resourceType: 'OperationOutcome', issue });
  }
});

it('a model is told the same as a caller of /v1', async () => {
  const params = { name: 'find_programs_near', arguments: { near: '85004', level: ['iop'] } };
  const { body } = await call(handler, '/mcp', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params }),
  });
  const { result } = JSON.parse(body);
  expect(result.isError).toBe(true);
  expect(result.content[0].text).toContain(
    `${sure} Leave out, or widen, one of: level. Add a radius: within, such as 50mi.`,
  );
});
