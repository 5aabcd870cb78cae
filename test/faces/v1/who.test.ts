import { expect, test } from 'vitest';
import { loadRecords } from '../../../data/records/load.ts';
import type { CenterRecord } from '../../../functions/domain/record.ts';
import { offering, record } from '../../domain/example.ts';
import { searchAnswerSchema } from '../../support/answer-schema.ts';
import { call, post } from '../../support/gateway-call.ts';
import { serveRecords } from '../../support/real-records.ts';

const listings = (
  await Promise.all(['AZ', 'IL', 'WA'].map((state) => loadRecords(`data/centers/${state}.json`)))
).flat();
const { handler } = await serveRecords(listings);

async function found(query: string): Promise<string[]> {
  const { status, body } = await call(handler, `/v1/centers?${query}&limit=50`);
  expect(status, body).toBe(200);
  return searchAnswerSchema.parse(JSON.parse(body)).results.map(({ center }) => center.id);
}

const SAINT_LUKES = 'saint-lukes-behavioral-health-center-phoenix-vvq6eu';
const SMC_RECOVERY = 'smc-recovery-llc-scottsdale-wgddmf';
const PROGRAMA_SER = 'programa-ser-renton-7w6uqf';
const CHICAGO = 'american-indian-health-service-of-chicago-z1997h';

test('an IOP listed with children alone is not left out where the other listing accepts adults', async () => {
  expect(await found('near=85006&level=iop&age=adults&within=5mi')).toContain(SAINT_LUKES);
  expect(await found('near=85006&level=iop&age=34&within=5mi')).toContain(SAINT_LUKES);
});

test('a clinic for opioids only is not found for alcohol, but for opioids and for substance use', async () => {
  const near = 'near=33.5787,-111.9253&within=2mi';
  expect(await found(`${near}&condition=alcohol`)).not.toContain(SMC_RECOVERY);
  for (const condition of ['opioids', 'substance-use', 'alcohol,opioids'])
    expect(await found(`${near}&condition=${condition}`), condition).toContain(SMC_RECOVERY);
});

test('a center for DUI clients only is found by their population alone', async () => {
  const near = 'near=47.4974,-122.2204&within=2mi';
  for (const asked of ['level=iop', 'payer=self-pay', 'language=es', 'population=women', 'accepting=true'])
    expect(await found(`${near}&${asked}`), asked).not.toContain(PROGRAMA_SER);
  expect(await found(`${near}&level=iop&population=justice-involved`)).toContain(PROGRAMA_SER);
  // A search without a program's filter finds this center. A search with one does not, also by state and by name.
  expect(await found(near)).toContain(PROGRAMA_SER);
  expect(await found('name=programa%20ser')).toContain(PROGRAMA_SER);
  expect(await found('name=programa%20ser&state=WA')).toContain(PROGRAMA_SER);
  expect(await found('name=programa%20ser&level=iop')).not.toContain(PROGRAMA_SER);
});

test('by id, in text, as CSV and in FHIR and HSDS it says whom it serves', async () => {
  const { body } = await call(handler, `/v1/centers/${PROGRAMA_SER}`);
  expect(JSON.parse(body).offerings).toHaveLength(3);
  expect(JSON.parse(body).offerings[0]).toMatchObject({ only: ['dui'], genders: ['women', 'men'] });
  const csv = await call(handler, '/v1/centers?name=programa%20ser', { headers: { accept: 'text/csv' } });
  expect(csv.body).toMatch(/,young-adults;adults,women;men,dui,/);
  const params = { name: 'get_center', arguments: { id: PROGRAMA_SER } };
  const mcp = await call(handler, '/mcp', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params }),
  });
  expect(mcp.body).toContain('only DUI clients');
  const services = await call(handler, '/hsds/services?per_page=100');
  expect(services.body).toContain('"eligibility_description":"Only ');
  const fhir = await call(handler, `/fhir/HealthcareService?location.near=47.497%7C-122.220%7C2%7Cmi&_count=50`);
  expect(fhir.body).toContain(
    '"eligibility":[{"code":{"coding":[{"system":"https://locator.example/fhir/CodeSystem/only","code":"dui"',
  );
});

test('a language that staff speak is no program for Native Americans; a tribal payment is', async () => {
  const nearest = await found('near=60640&population=native-american');
  expect(nearest).toContain(CHICAGO);
  const byId = new Map(listings.map(({ center, offerings }) => [center.id, offerings]));
  for (const id of nearest.slice(0, 10)) {
    const payers = byId.get(id)?.flatMap(({ payers: taken }) => taken) ?? [];
    expect(payers.includes('tribal') || /indian|native|tribal/.test(id), id).toBe(true);
  }
});

test.each([
  ['age=121', '"121" is not an age in years from 0 to 120 or a band'],
  ['age=-1', '"-1" is not an age'],
  ['age=16.5', '"16.5" is not an age'],
  ['age=teens', 'did you mean "adolescents"?'],
  ['gender=woman', 'did you mean "women"?'],
  ['population=adults', '"adults" is not a population'],
  ['families=childcar', 'did you mean "childcare"?'],
])('%s is refused with what would be right', async (asked, message) => {
  const { status, body } = await call(handler, `/v1/centers?near=85004&${asked}`);
  expect(status).toBe(400);
  expect(JSON.parse(body).errors[0].message).toContain(message);
});

test('ages are numbers or bands, and come back as bands', async () => {
  const echo = async (answer: ReturnType<typeof call>) => JSON.parse((await answer).body).query.age;
  expect(await echo(call(handler, '/v1/centers?near=85004&age=16,17,adults'))).toEqual(['adolescents', 'adults']);
  expect(await echo(post(handler, { near: '85004', age: [16, 'adults'] }))).toEqual(['adolescents', 'adults']);
  expect(await echo(call(handler, '/v1/centers?q=my%2016%20year%20old%20son%20iop%20phoenix'))).toEqual([
    'adolescents',
  ]);
});

test('who is not named as accepted is in doubt, never refused, unless the place is kept to others', async () => {
  const made = (name: string, facts: Partial<typeof offering>): CenterRecord => ({
    center: { ...record.center, id: name },
    offerings: [{ ...offering, ...facts, id: `${name}-iop` }],
  });
  const served = await serveRecords([
    made('silent', {}),
    made('teens', { ages: ['adolescents'] }),
    made('women-only', { genders: ['women'], only: ['women'], populations: ['women'] }),
    made('men-only', { genders: ['men'], only: ['men'], populations: ['men'] }),
    made('alcohol-only', { only: ['alcohol'], conditions: ['substance-use', 'alcohol', 'opioids'] }),
    made('parents', { families: ['childcare'] }),
  ]);
  /** Ids of listed centers, and of centers in doubt. */
  const ids = async (query: string) => {
    const { body } = await call(served.handler, `/v1/centers?near=85004&include=unknown&${query}`);
    const { results } = searchAnswerSchema.parse(JSON.parse(body));
    const of = (certainty: string) =>
      results.flatMap((one) => (one.certainty === certainty ? [one.center.id] : [])).sort();
    return { listed: of('listed'), unknown: of('unknown') };
  };
  const all = ['alcohol-only', 'men-only', 'parents', 'silent', 'teens', 'women-only'];
  const but = (...named: string[]) => all.filter((id) => !named.includes(id));
  expect(await ids('age=adolescents')).toEqual({ listed: ['teens'], unknown: but('teens') });
  expect(await ids('age=seniors')).toEqual({ listed: [], unknown: all });
  // If a listing excludes somebody, its center is never in doubt for that person.
  expect(await ids('gender=women')).toEqual({ listed: ['women-only'], unknown: but('women-only', 'men-only') });
  expect(await ids('gender=men')).toEqual({ listed: ['men-only'], unknown: but('women-only', 'men-only') });
  expect((await ids('gender=men,women')).listed).toEqual(['men-only', 'women-only']);
  expect(await ids('population=women')).toMatchObject({ listed: ['women-only'] });
  expect((await ids('population=women')).unknown).not.toContain('men-only');
  expect((await ids('condition=opioids')).listed).toEqual([]);
  expect((await ids('condition=opioids')).unknown).not.toContain('alcohol-only');
  expect((await ids('condition=alcohol')).listed).toEqual(['alcohol-only']);
  expect((await ids('families=childcare')).listed).toEqual(['parents']);
  expect((await ids('families=beds-for-children')).listed).toEqual([]);
});
