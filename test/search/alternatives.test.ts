import { describe, expect, it } from 'vitest';
import { newMeter } from '../../functions/dataset/dataset-reader.ts';
import { KM_PER_MILE } from '../../functions/geo/distance.ts';
import { type Count, sharing } from '../../functions/search/alternatives.ts';
import type { Filter } from '../../functions/search/filter.ts';
import { oracleNear } from '../support/oracle.ts';
import { locatorOf } from '../support/published.ts';
import { pick, seeded } from '../support/random.ts';
import { runs } from '../support/runs.ts';
import { syntheticRecord } from '../support/synthetic.ts';

const NOW = Date.UTC(2026, 10, 1);

describe('alternatives', () => {
  it('give pages that one count leaves over to those that have too few, and read no more in all', async () => {
    const needing =
      (need: number): Count =>
      async (pages) => ({ foundKm: [], certainKm: pages < need ? 1 : Infinity, pages: Math.min(pages, need) });
    const told = async (...needs: number[]) => {
      const tallies = await sharing(200, needs.map(needing));
      expect(tallies.reduce((sum, { pages }) => sum + pages, 0)).toBeLessThanOrEqual(200);
      return tallies.map(({ certainKm }) => certainKm === Infinity);
    };
    expect(await told(5, 190)).toEqual([true, true]);
    expect(await told(5, 5, 95, 95)).toEqual([true, true, true, true]);
    expect(await told(5, 300)).toEqual([true, false]);
    expect(await told(150, 150)).toEqual([false, false]);
  });

  it('name each single change that finds more, with its true count and the nearest that it adds', async () => {
    const random = seeded(31);
    const points = Array.from({ length: 2_000 }, () => ({ lat: 34 + random() * 8, lng: -120 + random() * 12 }));
    const records = points.map((point, index) => syntheticRecord(random, index, point, NOW));
    const locator = await locatorOf(records, NOW);
    const filters: Filter[] = [
      { level: ['iop'] },
      { level: ['iop'], schedule: ['evening'], payer: ['medicaid'] },
      { level: ['inpatient'], population: ['pregnant'], language: ['ase'] },
      { organization: ['harbor-3'], level: ['php'] },
    ];
    let [seen, cutOff] = [0, 0];
    for (let n = 0; n < runs(48); n += 1) {
      const query = {
        origin: pick(random, points),
        withinKm: pick(random, [null, 16, 30, 60]),
        filter: pick(random, filters),
        limit: 10,
      };
      const { answer } = await locator.near({ ...query, withAlternatives: true }, newMeter());
      const now = oracleNear(records, query, NOW);
      expect(answer.matches).toHaveLength(now.results.length);
      if (now.results.length === query.limit) {
        expect(answer.alternatives).toEqual([]);
        continue;
      }
      const known = new Set(now.results.map(({ id }) => id));
      const expected = (changed: Partial<typeof query>) => {
        const all = oracleNear(records, { ...query, ...changed, limit: records.length }, NOW);
        const added = all.results.find(({ id }) => !known.has(id));
        return added === undefined
          ? null
          : { count: Math.min(50, all.total), more: all.total > 50, nearestKm: added.km };
      };
      const wider = query.withinKm === null ? [] : [10, 25, 50, 100, 250, 500, null];
      const changes = [
        ...wider
          .filter((miles) => miles === null || miles * KM_PER_MILE > (query.withinKm ?? 0))
          .map((miles) => ({
            field: 'within',
            withinMiles: miles,
            ...expected({ withinKm: miles === null ? null : miles * KM_PER_MILE }),
          })),
        ...Object.keys(query.filter).map((field) => ({
          field,
          withinMiles: null,
          ...expected({ filter: { ...query.filter, [field]: undefined } }),
        })),
      ].filter((change) => 'count' in change);
      for (const change of changes) {
        const told = answer.alternatives.find(
          ({ field, withinMiles }) => field === change.field && withinMiles === change.withinMiles,
        );
        // If a count stopped at its budget of pages, it says so (`more`). Its nearest center may then be uncertain.
        if (told === undefined || (told.more && told.count < 50)) {
          cutOff += 1;
          expect(told?.count ?? 0).toBeLessThanOrEqual(Number(change.count));
        } else {
          expect(told).toMatchObject({ count: change.count, more: change.more });
          expect(told.nearestKm).toBeCloseTo(Number(change.nearestKm), 6);
        }
      }
      expect(answer.alternatives.length).toBeLessThanOrEqual(changes.length);
      seen += changes.length;
    }
    expect(seen).toBeGreaterThan(runs(48));
    expect(cutOff).toBeLessThan(seen / 10);
  });
});
