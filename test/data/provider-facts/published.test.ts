import { describe, expect, it } from 'vitest';
import type { FactValue } from '../../../functions/domain/fact.ts';
import type { CenterRecord } from '../../../functions/domain/record.ts';
import { recordFacts } from '../../../functions/publish/agent/record-facts.ts';
import { confirm } from '../../../functions/publish/confirm.ts';
import { correct } from '../../../functions/publish/correct.ts';
import { publish } from '../../../functions/publish/publish.ts';
import { checkProvider } from '../../../functions/records/provider/check.ts';
import { mergeProvider } from '../../../functions/records/provider/merge.ts';
import { memoryStore } from '../../../functions/store/memory.ts';
import { centerAnswerSchema, searchAnswerSchema } from '../../support/answer-schema.ts';
import { fhirFaults } from '../../support/fhir-schema.ts';
import { call } from '../../support/gateway-call.ts';
import { callTool, mcpClient, throughHandler } from '../../support/mcp-client.ts';
import { serve } from '../../support/real-records.ts';
import { fileOf, listing, mentalHealthListing, NOW, schedule, TODAY } from './site.ts';

const HOST = 'mesa-house.example';
const mesa = listing('mesa-house-phoenix-1');
const mind = mentalHealthListing('mesa-mind-phoenix-2');
const IOP = `${mesa.center.id}-iop`;

/** A record with the facts from a file with these programs. */
function stated(record: CenterRecord, programs: readonly unknown[], center: Record<string, unknown> = {}) {
  const bytes = Buffer.from(JSON.stringify(fileOf(HOST, { programs: [...programs], center })));
  const { file, faults } = checkProvider('f.json', bytes, TODAY);
  const says = file?.centers[0];
  if (file === null || says === undefined) throw new Error(faults.map(({ message }) => message).join());
  const word = { host: HOST, readOn: TODAY, updated: file.updated, says, center: record.center.id, offerings: {} };
  return mergeProvider(record, word, TODAY);
}
const evening = { id: 'evening', level: 'iop', asOf: '2026-11-18', schedule: schedule(['evening']) };

async function served(records: readonly CenterRecord[], now = NOW) {
  const store = memoryStore(() => NOW);
  await publish({ store, records, now: NOW });
  const { handler } = serve(store, () => now);
  const get = async (path: string, accept = 'application/json') => {
    const { status, body } = await call(handler, path, { headers: { accept } });
    expect(status, body).toBe(200);
    return JSON.parse(body);
  };
  return {
    store,
    handler,
    get,
    center: async (id: string) => centerAnswerSchema.parse(await get(`/v1/centers/${id}`)),
    /** The ids of centers that match for certain, and the number of centers that may match. */
    search: async (query: string) => {
      const { results, unknown } = searchAnswerSchema.parse(await get(`/v1/centers?near=85004&within=25mi&${query}`));
      return [results.map(({ center }) => center.id), unknown.count];
    },
  };
}

describe('facts from a provider, published', () => {
  it('turn what a listing cannot say into yes and no', async () => {
    const before = await served([mesa, mind]);
    const programs = [{ ...evening, payers: ['medicaid', 'aetna'], therapies: ['cbt', 'yoga'] }];
    const after = await served([
      stated(mesa, programs).record,
      stated(mind, [{ ...evening, id: 'iop' }], { notOffered: { levels: ['detox'], asOf: '2026-11-18' } }).record,
    ]);
    const [one, two] = [mesa.center.id, mind.center.id];
    const cases: readonly [string, unknown, unknown][] = [
      ['level=iop&schedule=evening', [[], 2], [[one, two], 0]],
      ['level=iop&schedule=weekend', [[], 2], [[], 0]],
      ['level=iop', [[one], 1], [[one, two], 0]],
      ['level=detox', [[], 1], [[], 0]],
      // No listing names an insurer. The provider's list is complete, and IOP at the other center names no payer.
      ['level=iop&payer=aetna', null, [[one], 1]],
      ['level=iop&payer=self-pay', [[one], 0], [[], 1]],
      ['level=iop&therapy=yoga', [[], 2], [[one], 1]],
      // The directory has no word for this therapy. The provider states therapies and did not name it.
      ['level=iop&therapy=massage', [[], 2], [[], 1]],
      // Facts that the provider omits stay as in the directory, which names no opioids here.
      ['level=iop&condition=opioids', [[], 0], [[], 1]],
      ['level=op&schedule=evening', [[], 2], [[], 2]],
      ['level=iop&maxHoursPerWeek=9', [[], 2], [[one, two], 0]],
    ];
    for (const [query, was, is] of cases) {
      if (was !== null) expect([query, await before.search(query)]).toEqual([query, was]);
      expect([query, await after.search(query)]).toEqual([query, is]);
    }
  });

  it('are named with their source and date by every face', async () => {
    const { get, center, handler } = await served([stated(mesa, [evening]).record]);
    const { center: shown, offerings } = await center(mesa.center.id);
    expect(shown.sources.at(-1)).toEqual({ name: `treatment-programs.json of ${HOST}`, asOf: '2026-11-20' });
    expect(offerings.map(({ id, fromProvider }) => [id, fromProvider])).toEqual([
      [
        IOP,
        {
          ...{ source: `treatment-programs.json of ${HOST}`, asOf: '2026-11-18', readOn: TODAY, stale: false },
          url: `https://${HOST}/.well-known/treatment-programs.json`,
          facts: ['level', 'schedule', 'maxHoursPerWeek', 'maxSessionsPerWeek'],
        },
      ],
      [`${mesa.center.id}-op`, undefined],
    ]);
    const bundle = await get('/fhir/HealthcareService?_count=10', 'application/fhir+json');
    const [extended] = bundle.entry.flatMap(
      (one: { resource: { extension: { url: string; extension: object[] }[] } }) =>
        one.resource.extension.filter(({ url }) => url.endsWith('/from-provider')),
    );
    expect(extended.extension).toContainEqual({ url: 'fact', valueCode: 'schedule' });
    expect(extended.extension).toContainEqual({ url: 'asOf', valueDate: '2026-11-18' });
    for (const { resource } of bundle.entry) expect(fhirFaults(resource)).toEqual([]);
    const services = await get('/hsds/services?full=true');
    expect(JSON.stringify(services)).toContain(
      'level; schedule; maxHoursPerWeek; maxSessionsPerWeek: https://mesa-house.example',
    );
    const client = await mcpClient('https://locator.example', { fetch: throughHandler(handler) });
    const { text } = await callTool(client, 'get_center', { id: mesa.center.id });
    expect(text).toContain(
      "schedule, maxHoursPerWeek, maxSessionsPerWeek as the provider's own site states (https://mesa-house.example/.well-known/treatment-programs.json, checked 2026-11-18)",
    );
  });

  it('are marked as stale after 180 days, or their own end', async () => {
    const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
    for (const [more, last, next] of [
      [{}, '2027-05-16', '2027-05-17'],
      [{ validUntil: '2026-12-31' }, '2026-12-31', '2027-01-01'],
    ] as const) {
      const { record } = stated(mesa, [{ ...evening, ...more }]);
      const stale = async (now: number) =>
        (await (await served([record], now)).center(mesa.center.id)).offerings[0]?.fromProvider?.stale;
      expect([await stale(day(last)), await stale(day(next))]).toEqual([false, true]);
    }
  });

  const said = { center: mesa.center.id, by: 'kim', at: '2026-10-01T00:00:00.000Z', expiresAt: null, seen: null };
  const agents: readonly [string, Record<string, FactValue>, string, unknown][] = [
    ['no evening', { 'schedule.evening': 'no' }, 'level=iop&schedule=evening', [[], 0]],
    ['Medicare', { 'payer.medicare': 'yes' }, 'level=iop&payer=medicare', [[mesa.center.id], 0]],
    ['no Medicaid', { 'payer.medicaid': 'no' }, 'level=iop&payer=medicaid', [[], 0]],
    ['no such program', { level: 'no' }, 'level=iop', [[], 0]],
    ['housing', { housing: 'yes' }, 'level=iop&housing=true', [[mesa.center.id], 0]],
    ['twelve hours', { maxHoursPerWeek: 12 }, 'level=iop&maxHoursPerWeek=9', [[], 0]],
  ];
  it.each(agents)('yield to an agent who said "%s" before', async (_, facts, query, expected) => {
    const programs = [{ ...evening, payers: ['medicaid'], housing: false }];
    const { store, search } = await served([mesa]);
    await recordFacts({ ...said, offering: IOP, facts }, { store, now: () => NOW });
    await publish({ store, records: [stated(mesa, programs).record], now: NOW + 10_000 });
    expect(await serveSearch(store, query)).toEqual(expected);
    // A small publish of one center, as an agent's call makes it, gives the same result.
    const later = await served([stated(mesa, programs).record]);
    await recordFacts({ ...said, offering: IOP, facts }, { store: later.store, now: () => NOW });
    expect(await serveSearch(later.store, query)).toEqual(expected);
    expect(await search('level=op')).toEqual([[mesa.center.id], 0]);
  });

  it('yield to a confirmation of what the provider does not offer', async () => {
    const { record, conflicts } = stated(mesa, [], { notOffered: { levels: ['iop'], asOf: '2026-11-18' } });
    expect(conflicts).toMatchObject([
      { offering: IOP, fact: 'level', listing: 'iop', provider: null, shown: 'provider' },
    ]);
    const { store, search, center } = await served([record]);
    expect(await search('level=iop')).toEqual([[], 0]);
    expect((await center(mesa.center.id)).offerings[0]).toMatchObject({
      confirmation: { state: 'denied' },
      fromProvider: { facts: ['level'] },
    });
    await confirm(
      { ...{ center: mesa.center.id, offering: IOP, by: 'kim' }, state: 'confirmed', seen: null },
      { store, now: NOW },
    );
    expect(await serveSearch(store, 'level=iop')).toEqual([[mesa.center.id], 0]);
    await expectSameWhole(store, [record], NOW + 10_000);
    // After the confirmation is withdrawn, only the provider's denial remains. It applies again, as after a whole
    // publish.
    await confirm(
      { ...{ center: mesa.center.id, offering: IOP, by: 'kim' }, state: 'unconfirmed', seen: 1 },
      { store, now: NOW + 20_000 },
    );
    expect(await serveSearch(store, 'level=iop')).toEqual([[], 0]);
    await expectSameWhole(store, [record], NOW + 30_000);
    const agent = await served([record]);
    await recordFacts({ ...said, offering: IOP, facts: { level: 'yes' } }, { store: agent.store, now: () => NOW });
    expect(await serveSearch(agent.store, 'level=iop')).toEqual([[mesa.center.id], 0]);
  });

  it('a denial of the listed program holds for all that the provider adds', async () => {
    const programs = [
      { ...evening, id: 'women', populations: ['women'] },
      { ...evening, id: 'men', populations: ['men'] },
    ];
    const { record } = stated(mesa, programs);
    expect(record.offerings.map(({ id }) => id)).toContain(`${mesa.center.id}-iop-own-men`);
    const denied = { center: mesa.center.id, offering: IOP, by: 'kim', state: 'denied', seen: null } as const;
    const { store } = await served([record]);
    expect(await serveSearch(store, 'level=iop&population=men')).toEqual([[mesa.center.id], 0]);
    const { confirmation } = await confirm(denied, { store, now: NOW });
    expect(await serveSearch(store, 'level=iop')).toEqual([[], 0]);
    await publish({ store, records: [record], now: NOW + 10_000 });
    expect(await serveSearch(store, 'level=iop')).toEqual([[], 0]);
    await confirm({ ...denied, state: 'unconfirmed', seen: confirmation.revision }, { store, now: NOW + 20_000 });
    expect(await serveSearch(store, 'level=iop&population=men')).toEqual([[mesa.center.id], 0]);
    // A fact about one program only applies to that program.
    await confirm({ ...denied, state: 'denied', seen: 2 }, { store, now: NOW + 30_000 });
    const men = { ...denied, offering: `${mesa.center.id}-iop-own-men`, state: 'confirmed', seen: null } as const;
    await confirm(men, { store, now: NOW + 40_000 });
    expect(await serveSearch(store, 'level=iop')).toEqual([[mesa.center.id], 0]);
  });

  it('an agent’s no to an unknown level holds for every program of it', async () => {
    const { store } = await served([mind]);
    await recordFacts(
      { ...said, center: mind.center.id, offering: 'iop', facts: { level: 'no' } },
      { store, now: () => NOW },
    );
    const { record } = stated(mind, [evening, { ...evening, id: 'second' }]);
    await publish({ store, records: [record], now: NOW + 10_000 });
    expect(await serveSearch(store, 'level=iop')).toEqual([[], 0]);
  });

  it('yield to a correction, and are not named for it any more', async () => {
    const { record } = stated(mesa, [{ ...evening, payers: ['aetna'] }]);
    const { store } = await served([record]);
    const set = [{ path: `offerings.${IOP}.payers`, value: ['medicaid', 'cigna'] }];
    await correct({ center: mesa.center.id, set, by: 'lee', reason: 'called', seen: null }, { store, now: NOW });
    for (const again of [false, true]) {
      if (again) await publish({ store, records: [record], now: NOW + 10_000 });
      expect(await serveSearch(store, 'level=iop&payer=cigna')).toEqual([[mesa.center.id], 0]);
      expect(await serveSearch(store, 'level=iop&payer=self-pay')).toEqual([[], 0]);
      const { body } = await call(serve(store, () => NOW + 60_000).handler, `/v1/centers/${mesa.center.id}`);
      const [iop] = centerAnswerSchema.parse(JSON.parse(body)).offerings;
      expect(iop?.fromProvider?.facts).not.toContain('payer');
      expect(iop?.fromProvider?.facts).toContain('schedule');
    }
  });
});

/** A whole publish of the same records changes nothing: the version is the hash of what is published. */
async function expectSameWhole(store: ReturnType<typeof memoryStore>, records: readonly CenterRecord[], at: number) {
  const before = await store.readHead();
  await publish({ store, records, now: at });
  const after = await store.readHead();
  expect(after?.version).toBe(before?.version);
}

async function serveSearch(store: Parameters<typeof serve>[0], query: string) {
  const { handler } = serve(store, () => NOW + 60_000);
  const { body } = await call(handler, `/v1/centers?near=85004&within=25mi&${query}`);
  const { results, unknown } = searchAnswerSchema.parse(JSON.parse(body));
  return [results.map(({ center }) => center.id), unknown.count];
}
