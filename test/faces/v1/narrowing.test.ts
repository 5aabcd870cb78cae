import { describe, expect, it } from 'vitest';
import { conditions } from '../../../functions/domain/condition.ts';
import { levels } from '../../../functions/domain/level-of-care.ts';
import { modalities } from '../../../functions/domain/modality.ts';
import { payers } from '../../../functions/domain/payer.ts';
import { populations } from '../../../functions/domain/population.ts';
import { tracks } from '../../../functions/domain/schedule.ts';
import { stateCodes } from '../../../functions/domain/state.ts';
import { therapies } from '../../../functions/domain/therapy.ts';
import type { Filter } from '../../../functions/search/filter.ts';
import { searchAnswerSchema } from '../../support/answer-schema.ts';
import { post } from '../../support/gateway-call.ts';
import { plainNear, plainState, withSortedLists } from '../../support/plain-answer.ts';
import { pick, seeded, some } from '../../support/random.ts';
import { NOW, records, serveRecords } from '../../support/real-records.ts';
import { runs, sampled } from '../../support/runs.ts';

// Long: compares every way to narrow a search with a plain scan.

const { handler } = await serveRecords();
const origin = { lat: 39.1, lng: -104.8 };
const near = `${origin.lat},${origin.lng}`;

const offered = records.flatMap(({ offerings }) => offerings);
const each = (values: readonly string[]) => [...new Set(values)].sort();

/** Every value that occurs in the data or in a closed list. */
const lists: Readonly<Record<string, readonly string[]>> = {
  level: levels.codes,
  condition: conditions.codes,
  population: populations.codes,
  therapy: therapies.codes,
  payer: each([...payers.codes, ...offered.flatMap(({ payers }) => payers)]),
  modality: modalities.codes,
  schedule: tracks.codes,
  language: each(offered.flatMap(({ languages }) => languages)),
  organization: each(records.map(({ center }) => center.organization.slug)),
};

const scalars: readonly Readonly<Record<string, unknown>>[] = [
  { housing: true },
  { housing: false },
  ...[0.5, 6, 8.9, 9, 20, 25, 168].map((maxHoursPerWeek) => ({ maxHoursPerWeek })),
  ...[0.5, 1, 3, 5, 50].map((maxSessionsPerWeek) => ({ maxSessionsPerWeek })),
  ...[1, 2, 8, 520].map((maxWeeks) => ({ maxWeeks })),
  { confirmed: true },
  ...[1, 22, 30, 365, 9999].map((days) => ({ confirmed: `${days}d` })),
  { accepting: true },
];

/** The fields as the search's internal filter. */
function filterOf(fields: Readonly<Record<string, unknown>>): Filter {
  const { confirmed, ...rest } = fields;
  const maxAgeDays = confirmed === true ? null : Number.parseInt(String(confirmed), 10);
  return { ...rest, ...(confirmed === undefined ? {} : { confirmed: { maxAgeDays } }) } as Filter;
}

let turn = 0;

/**
 * Compares two searches with the plain scan: one from a point, and one of some states. The states change from call to
 * call, so that each field is tested in all of them. Returns how many centers of these states match.
 */
async function expectSame(fields: Readonly<Record<string, unknown>>): Promise<number> {
  const filter = filterOf(fields);
  const fromPoint = await ask({ near, ...fields, limit: 50 });
  const plain = plainNear(records, { origin, filter, limit: 50 }, NOW);
  expect(fromPoint.results, JSON.stringify(fields)).toEqual(plain.results);
  expect(fromPoint.unknown).toEqual(plain.unknown);
  let matching = 0;
  turn += 1;
  for (const state of sampled(stateCodes, 3, turn)) {
    const inState = await ask({ state, ...fields, limit: 50 });
    const listed = plainState(records, { state, filter, limit: 50 }, NOW);
    expect(inState.results, JSON.stringify({ state, ...fields })).toEqual(listed.results);
    expect(inState.unknown).toEqual(listed.unknown);
    matching += listed.results.length;
  }
  return matching;
}

async function ask(fields: unknown) {
  const answer = await post(handler, fields);
  expect(answer.status, answer.body).toBe(200);
  const { results, unknown } = searchAnswerSchema.parse(JSON.parse(answer.body));
  return {
    results: results.map(({ center, offerings }) => withSortedLists({ center, offerings })),
    unknown,
  };
}

describe('each value by itself finds what a plain scan finds', () => {
  it.each(Object.entries(lists))('%s', async (field, values) => {
    let found = 0;
    for (const value of field === 'organization' ? sampled(values, 3) : values)
      found += await expectSame({ [field]: [value] });
    expect(found).toBeGreaterThan(0);
  });

  it.each(scalars)('%o', async (fields) => {
    await expectSame(fields);
  });
});

describe('fields together', () => {
  it('several values of a field mean "or", several fields "and", for one and the same offering', async () => {
    const random = seeded(20);
    let found = 0;
    for (let run = 0; run < runs(160); run += 1) {
      const fields: Record<string, unknown> = {};
      for (const [field, values] of Object.entries(lists)) {
        if (random() < (field === 'organization' ? 0.1 : 0.25)) {
          const chosen = some(random, values, 0.3).slice(0, 50);
          fields[field] = chosen.length === 0 ? [pick(random, values)] : chosen;
        }
      }
      if (random() < 0.4) Object.assign(fields, pick(random, scalars));
      found += await expectSame(fields);
    }
    expect(found).toBeGreaterThan(runs(160));
  });

  it('never finds a center of which one offering has the level and another the condition', async () => {
    // Phoenix has an IOP for women with alcohol use, and one for men with opioid use, but none for women with opioid
    // use.
    const fields = { organization: ['lantern-bridge-recovery-example'], level: ['iop'] };
    const women = { ...fields, population: ['women'] };
    const ids = async (asked: object) =>
      (await ask({ state: 'AZ', ...asked })).results.flatMap(({ offerings }) => offerings.map(({ id }) => id));
    expect(await ids({ ...women, condition: ['alcohol'] })).toEqual([
      'lantern-bridge-phoenix-example-iop-women-alcohol',
    ]);
    expect(await ids({ ...women, condition: ['opioids'] })).toEqual([]);
  });

  it('shows the offerings that matched, and all that are not denied when no field speaks of offerings', async () => {
    const ofLasVegas = async (fields: object) => {
      const { results } = await ask({ state: 'NV', organization: ['lantern-bridge-recovery-example'], ...fields });
      return results.map(({ offerings }) => offerings.map(({ level, confirmation }) => [level, confirmation.state]));
    };
    expect(await ofLasVegas({})).toEqual([
      [
        ['op', 'confirmed'],
        ['aftercare', 'confirmed'],
      ],
    ]);
    expect(await ofLasVegas({ level: ['aftercare'] })).toEqual([[['aftercare', 'confirmed']]]);
    // Admissions said that this program has ended.
    expect(await ofLasVegas({ level: ['iop'] })).toEqual([]);
  });

  it('calls a confirmation stale once it has ended, and no longer finds it as confirmed', async () => {
    const inSeattle = { state: 'WA', organization: ['lantern-bridge-recovery-example'], level: ['aftercare'] };
    const { results } = await ask(inSeattle);
    expect(results[0]?.offerings[0]?.confirmation.state).toBe('stale');
    expect((await ask({ ...inSeattle, confirmed: true })).results).toEqual([]);
  });

  it('finds the children of a value that nests, and named insurers under private insurance', async () => {
    const count = async (fields: object) => (await ask({ state: 'CA', limit: 50, ...fields })).results.length;
    const parent = await count({ condition: ['mental-health'] });
    expect(parent).toBeGreaterThan(await count({ condition: ['ptsd'] }));
    const named = { organization: ['lantern-bridge-recovery-example'] };
    expect(await count({ ...named, payer: ['private'] })).toBe(await count({ ...named, payer: ['private', 'aetna'] }));
  });
});
