import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { stateCodes, stateNames } from '../../functions/domain/state.ts';
import { medicaidNames } from '../../functions/domain/state-plans.ts';
import { serviceOf } from '../../functions/faces/hsds/shapes/objects.ts';
import { call } from '../support/gateway-call.ts';
import { records, serveRecords } from '../support/real-records.ts';

const { handler } = await serveRecords();

const answerSchema = z.object({
  type: z.string().default(''),
  state: z.string().optional(),
  query: z.record(z.string(), z.unknown()).default({}),
  results: z.array(z.looseObject({ center: z.looseObject({ address: z.object({ state: z.string() }) }) })).default([]),
  errors: z.array(z.object({ parameter: z.string(), message: z.string() })).default([]),
});
async function ask(q: string, headers: Record<string, string> = {}) {
  const { status, body } = await call(handler, `/v1/centers?${new URLSearchParams({ q, limit: '20' })}`, { headers });
  return { status, ...answerSchema.parse(JSON.parse(body)) };
}
const statesIn = ({ results }: z.infer<typeof answerSchema>) => [
  ...new Set(results.map(({ center }) => center.address.state)),
];

describe('a plan of one state', () => {
  // Border towns: the nearest centers are in the next state, where the plan does not pay.
  it.each([
    ['medi-cal iop needles, ca', 'CA'],
    ['ahcccs iop bullhead city az', 'AZ'],
    ['ahcccs detox laughlin nv', 'AZ'],
    ['nevada medicaid iop laughlin nv', 'NV'],
    ['nj familycare iop trenton', 'NJ'],
    ['apple health detox vancouver', 'WA'],
    ['health first colorado iop near 81301', 'CO'],
    ['illinois medicaid iop near 61101', 'IL'],
    ['soonercare iop tulsa', 'OK'],
  ])('keeps "%s" to centers in %s', async (text, state) => {
    const answer = await ask(text);
    expect(answer.status).toBe(200);
    expect(answer.query).toMatchObject({ payer: ['medicaid'], in: [state] });
    expect(statesIn(answer)).toEqual([state]);
  });

  it.each([
    ['soonercare iop', 'OK', 'SoonerCare, which is Oklahoma'],
    ['medi-cal detox', 'CA', 'Medi-Cal, which is California'],
    ['apple health php near me', 'WA', 'your location is not known'],
  ])('without a place asks back: "%s"', async (text, state, message) => {
    const answer = await ask(text);
    expect(answer.status).toBe(400);
    expect(answer.query).toMatchObject({ payer: ['medicaid'], in: [state] });
    expect(answer.errors.map((error) => error.message).join()).toContain(message);
    expect(answer.type).toMatch(/location-needed$/);
  });

  it('uses the guess of the network only inside of the state', async () => {
    const at = (lat: string, lng: string) => ({
      'cloudfront-viewer-latitude': lat,
      'cloudfront-viewer-longitude': lng,
    });
    const tulsa = await ask('soonercare iop', at('36.15', '-95.99'));
    expect(tulsa.status).toBe(200);
    expect(statesIn(tulsa)).toEqual(['OK']);
    const denver = await ask('soonercare iop', at('39.74', '-104.99'));
    expect(denver.status).toBe(400);
    expect(denver).toMatchObject({ state: 'OK' });
  });

  it('of the state that is searched whole needs no more; of another state is asked about', async () => {
    const same = await ask('medi-cal iop california');
    expect(same.query).toMatchObject({ state: 'CA', payer: ['medicaid'] });
    expect(same.query.in).toBeUndefined();
    const other = await ask('medi-cal iop arizona');
    expect(other.status).toBe(400);
    expect(other.errors[0]?.message).toContain('Arizona, and a plan of California');
  });

  it('is not read in the names that hospitals and counties of other states have', async () => {
    for (const text of ['mercy care iop chicago', 'county care detox los angeles'])
      expect((await ask(text)).query.in, text).toBeUndefined();
  });
});

describe('telehealth', () => {
  it.each([
    ['telehealth iop needles, ca', 'CA'],
    ['online counseling laughlin nv', 'NV'],
  ])('that is typed with a place stays in its state: "%s"', async (text, state) => {
    const answer = await ask(text);
    expect(answer.query).toMatchObject({ modality: ['telehealth'], in: [state] });
    for (const one of statesIn(answer)) expect(one).toBe(state);
  });

  it('goes on over the line where a visit in person would do too', async () => {
    const { query } = await ask('telehealth or in person iop needles ca');
    expect(query).toMatchObject({ modality: ['in-person', 'telehealth'], level: ['iop'] });
    expect(query.in).toBeUndefined();
  });

  it('goes on over the line where in is not typed, or where the state has no center', async () => {
    const { body } = await call(handler, '/v1/centers?near=92363&modality=telehealth');
    expect(answerSchema.parse(JSON.parse(body)).query.in).toBeUndefined();
    expect((await ask('telehealth iop miami fl')).query.in).toBeUndefined();
  });
});

describe('labels say whose plan it is', () => {
  it('has the name of every state', () => {
    expect(Object.keys(medicaidNames).sort()).toEqual([...stateCodes].sort());
  });

  it.each([...stateCodes])('in the words for models and in FHIR and HSDS, in %s', async (state) => {
    const plan = medicaidNames[state];
    const label = `Medicaid (${stateNames[state]}${plan === null ? '' : `: ${plan}`})`;
    const params = { name: 'find_programs_near', arguments: { state, payer: ['medicaid'], limit: 1 } };
    const tool = await call(handler, '/mcp', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params }),
    });
    expect(JSON.parse(tool.body).result.content[0].text).toContain(label);
    const medicaid = `/fhir/HealthcareService?location.address-state=${state}&characteristic=medicaid&_count=1`;
    const { body } = await call(handler, medicaid);
    expect(body).toContain(`"text":"${label}"`);
    const { resource } = JSON.parse(body).entry[0];
    const taking = records.find(
      ({ center, offerings }) => center.address.state === state && offerings[0]?.payers.includes('medicaid'),
    );
    const [offering] = taking?.offerings ?? [];
    const attributes = taking && offering ? serviceOf(taking.center, offering).attributes : [];
    expect(attributes.map((attribute) => attribute.label)).toContain(label);
    // A code keeps the display of its code system.
    expect(JSON.stringify(resource.characteristic)).toContain('"display":"Medicaid"');
  });
});
