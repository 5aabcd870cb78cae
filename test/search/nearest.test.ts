import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CenterRecord } from '../../functions/domain/record.ts';
import type { Point } from '../../functions/geo/point.ts';
import type { Filter } from '../../functions/search/filter.ts';
import type { Locator } from '../../functions/search/locator.ts';
import { angularKm, oracleNear } from '../support/oracle.ts';
import { fastNear, locatorOf } from '../support/published.ts';
import { pick, seeded } from '../support/random.ts';
import { runs } from '../support/runs.ts';
import { syntheticRecord } from '../support/synthetic.ts';

// Long: compares searches with a plain scan.

const NOW = Date.UTC(2026, 10, 1);

const filters: readonly Filter[] = [
  {},
  { level: ['iop'] },
  { level: ['iop', 'php'] },
  { level: ['inpatient'], population: ['pregnant'], language: ['ase'], therapy: ['dbt'] },
  { condition: ['mental-health'] },
  { condition: ['substance-use'], payer: ['private'] },
  { payer: ['aetna', 'medicaid'], level: ['op'] },
  { therapy: ['holistic'], modality: ['telehealth'] },
  { schedule: ['evening'], level: ['iop'] },
  { housing: true },
  { housing: false, level: ['php'] },
  { maxHoursPerWeek: 9 },
  { maxSessionsPerWeek: 3, maxWeeks: 8 },
  { confirmed: { maxAgeDays: null } },
  { confirmed: { maxAgeDays: 30 }, level: ['iop'] },
  { accepting: true, level: ['iop'] },
  { organization: ['harbor-3'] },
  { organization: ['harbor-3', 'mesa-7'], level: ['iop'] },
  { organization: ['nobody'] },
  { in: ['NV'] },
  { in: ['AZ', 'CA'], level: ['iop'] },
  { in: ['OK'], level: ['php'], payer: ['medicaid'] },
];

async function expectExact(
  locator: Locator,
  records: readonly CenterRecord[],
  query: { origin: Point; withinKm: number | null; filter: Filter; limit: number },
) {
  const slow = oracleNear(records, query, NOW);
  const fast = await fastNear(locator, query);
  expect(fast.results.map(({ id, offerings }) => ({ id, offerings }))).toEqual(
    slow.results.map(({ id, offerings }) => ({ id, offerings })),
  );
  for (const [index, { km }] of fast.results.entries())
    expect(km).toBeCloseTo(slow.results[index]?.km ?? Number.NaN, 3);
  expect(fast.unknown).toEqual(slow.unknown);
}

function recordsAt(seed: number, points: readonly Point[]): CenterRecord[] {
  const random = seeded(seed);
  return points.map((point, index) => syntheticRecord(random, index, point, NOW));
}

/** True if rounding may make two distance formulas rank or cut differently: then both are right. */
function isClose(records: readonly CenterRecord[], origin: Point, withinKm: number | null): boolean {
  const ranked = records
    .map(({ center }) => ({ ...center.location, km: angularKm(origin, center.location) }))
    .sort((a, b) => a.km - b.km);
  return ranked.some((here, index) => {
    const next = ranked[index + 1];
    const apart = next !== undefined && (next.lat !== here.lat || next.lng !== here.lng);
    return (apart && next.km - here.km < 1e-3) || (withinKm !== null && Math.abs(here.km - withinKm) < 1e-3);
  });
}

describe('nearest', () => {
  it('equals a plain scan for every filter, on clustered centers in the United States', async () => {
    const random = seeded(7);
    const hubs = Array.from({ length: 12 }, () => ({ lat: 30 + random() * 18, lng: -124 + random() * 50 }));
    const points = Array.from({ length: 3_000 }, () => {
      const hub = pick(random, hubs);
      const spread = random() < 0.2 ? 5 : 0.3;
      return { lat: hub.lat + (random() - 0.5) * spread, lng: hub.lng + (random() - 0.5) * spread };
    });
    const records = recordsAt(1, points);
    const locator = await locatorOf(records, NOW);
    for (const filter of filters) {
      for (let n = 0; n < runs(24); n += 1) {
        const origin = random() < 0.7 ? pick(random, points) : { lat: random() * 140 - 70, lng: random() * 360 - 180 };
        const withinKm = pick(random, [null, 16, 40, 160, 800]);
        await expectExact(locator, records, { origin, withinKm, filter, limit: pick(random, [1, 3, 10, 50]) });
      }
    }
  });

  it('equals a plain scan anywhere on the globe: poles, date line, duplicates, ties', async () => {
    const coordinate = (bound: number) =>
      fc.oneof(
        fc.double({ min: -bound, max: bound, noNaN: true }),
        fc.constantFrom(-bound, bound, 0, bound / 2, -bound / 2),
      );
    const point = fc.record({ lat: coordinate(90), lng: coordinate(180) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(point, { minLength: 0, maxLength: 60 }),
        fc.array(point, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(null, 1, 500, 12_000),
        fc.constantFrom<Filter>({}, { level: ['iop'] }, { payer: ['medicaid'] }),
        async (points, origins, limit, withinKm, filter) => {
          // Some centers share a point with another, so that ids must break ties.
          const records = recordsAt(3, [...points, ...points.slice(0, 20)]);
          const locator = await locatorOf(records, NOW);
          for (const origin of [...origins, ...points.slice(0, 2)]) {
            if (isClose(records, origin, withinKm)) continue;
            await expectExact(locator, records, { origin, withinKm, filter, limit });
          }
        },
      ),
      { numRuns: runs(120), seed: 11 },
    );
  });
});
