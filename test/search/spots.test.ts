import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newMeter } from '../../functions/dataset/dataset-reader.ts';
import { type PackedCenter, packCenter, packed } from '../../functions/dataset/packed-center.ts';
import { spotsOf } from '../../functions/dataset/spots.ts';
import { boxOf, roundedOut } from '../../functions/geo/box.ts';
import { distanceKm } from '../../functions/geo/distance.ts';
import { compileFilter, type Filter } from '../../functions/search/filter.ts';
import { judge } from '../../functions/search/match.ts';
import { isOfLevelsAlone, wantedKm } from '../../functions/search/spot-matches.ts';
import { oracleNear } from '../support/oracle.ts';
import { fastNear, locatorOf } from '../support/published.ts';
import { seeded } from '../support/random.ts';
import { syntheticRecord } from '../support/synthetic.ts';
import { filters } from './arbitrary-filter.ts';

const NOW = Date.UTC(2026, 10, 1);
const origin = { lat: 39.1, lng: -104.9 };
const kmOf = (row: PackedCenter): number => distanceKm(origin, { lat: row[packed.lat], lng: row[packed.lng] });

/** @param digits Decimals of a coordinate */
function recordsWith(digits: number, count: number) {
  const random = seeded(count + digits);
  const near = (degrees: number) => Number((degrees + random()).toFixed(digits));
  return Array.from({ length: count }, (_, index) =>
    syntheticRecord(random, index, { lat: near(39), lng: near(-105) }, NOW),
  );
}

describe('spots of a page', () => {
  const rows = recordsWith(6, 400).map(packCenter);

  it('tell what its rows tell, to the last bit of each distance, where levels are the whole question', () => {
    let alone = 0;
    fc.assert(
      fc.property(filters, fc.nat(390), fc.integer({ min: 1, max: 30 }), (filter, from, size) => {
        const page = rows.slice(from, from + size);
        const box = roundedOut(boxOf(page.map((row) => ({ lat: row[packed.lat], lng: row[packed.lng] }))));
        const spots = spotsOf(page, box) ?? [];
        const compiled = compileFilter(filter, NOW);
        const verdicts = page.map((row) => ({ km: kmOf(row), verdict: judge(row, compiled) }));
        const expected = {
          matching: verdicts.flatMap(({ km, verdict }) => (typeof verdict === 'string' ? [] : [km])).sort(),
          unknown: verdicts.flatMap(({ km, verdict }) => (verdict === 'unknown' ? [km] : [])).sort(),
        };
        const told = {
          matching: wantedKm(spots, box, compiled, 'listed', (point) => distanceKm(origin, point)).sort(),
          unknown: wantedKm(spots, box, compiled, 'unknown', (point) => distanceKm(origin, point)).sort(),
        };
        const inStates = page.every((row) => compiled.states?.has(row[packed.state]) ?? true);
        if (isOfLevelsAlone(compiled) && inStates) {
          expect(told).toEqual(expected);
          alone += 1;
        } else {
          expect(told.matching).toEqual(expect.arrayContaining(expected.matching));
          expect(told.unknown).toEqual(expect.arrayContaining(expected.unknown));
        }
      }),
      { numRuns: 400, seed: 5 },
    );
    expect(alone).toBeGreaterThan(5);
  });

  it('are left out where a point has more digits than they hold; the search reads the page then', async () => {
    const records = recordsWith(9, 300);
    const page = records.map(packCenter);
    expect(spotsOf(page, boxOf(page.map((row) => ({ lat: row[packed.lat], lng: row[packed.lng] }))))).toBeNull();
    const locator = await locatorOf(records, NOW);
    const filters: Filter[] = [{ level: ['iop'] }, {}];
    for (const filter of filters) {
      const query = { origin, withinKm: 30, filter, limit: 10 };
      const [fast, slow] = [await fastNear(locator, query), oracleNear(records, query, NOW)];
      expect(fast.results.map(({ id }) => id)).toEqual(slow.results.map(({ id }) => id));
      expect(fast.unknown).toEqual(slow.unknown);
    }
  });

  it('let a search count all alternatives without reading another page', async () => {
    const records = recordsWith(4, 1_500);
    const locator = await locatorOf(records, NOW);
    const query = { origin, withinKm: 4, filter: { level: ['iop' as const] }, limit: 50 };
    await locator.near({ ...query, withAlternatives: true }, newMeter());
    const [alone, whole] = [newMeter(), newMeter()];
    await locator.near(query, alone);
    const { answer } = await locator.near({ ...query, withAlternatives: true }, whole);
    expect(answer.alternatives.length).toBeGreaterThan(3);
    expect(whole.items).toBe(alone.items);
  });
});
