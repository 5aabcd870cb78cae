import { describe, expect, it } from 'vitest';
import { newMeter } from '../../functions/dataset/dataset-reader.ts';
import { packed } from '../../functions/dataset/packed-center.ts';
import { encodeGeohash, geohashBox } from '../../functions/geo/geohash.ts';
import type { Filter } from '../../functions/search/filter.ts';
import { angularKm, oracleNear } from '../support/oracle.ts';
import { locatorOf } from '../support/published.ts';
import { pick, seeded } from '../support/random.ts';
import { syntheticRecord } from '../support/synthetic.ts';

const NOW = Date.UTC(2026, 10, 1);
const filters: readonly Filter[] = [
  {},
  { level: ['iop'] },
  { level: ['iop', 'php'], payer: ['medicaid'] },
  { schedule: ['evening'] },
  { in: ['NV', 'CA'], level: ['iop'] },
];

describe('a search from a cell', () => {
  it('holds the exact nearest of every point of the cell, under the same filter and radius', async () => {
    const random = seeded(23);
    const points = Array.from({ length: 2_500 }, () => ({ lat: 33 + random() * 6, lng: -119 + random() * 8 }));
    const records = points.map((point, index) => syntheticRecord(random, index, point, NOW));
    const locator = await locatorOf(records, NOW);
    const byId = new Map(records.map((record) => [record.center.id, record]));
    for (let n = 0; n < 25; n += 1) {
      const cell = encodeGeohash(pick(random, points), random() < 0.5 ? 4 : 5);
      const [filter, limit, withinKm] = [
        pick(random, filters),
        pick(random, [1, 5, 10]),
        pick(random, [null, 8, 40, 160]),
      ];
      const { answer } = await locator.nearCell({ cell, filter, limit, withinKm }, newMeter());
      const held = answer.matches.flatMap(({ row }) => byId.get(row[packed.id]) ?? []);
      const box = geohashBox(cell);
      const inside = Array.from({ length: 6 }, () => ({
        lat: box.minLat + random() * (box.maxLat - box.minLat),
        lng: box.minLng + random() * (box.maxLng - box.minLng),
      }));
      const corners = [box.minLat, box.maxLat].flatMap((lat) => [box.minLng, box.maxLng].map((lng) => ({ lat, lng })));
      for (const origin of [...inside, ...corners]) {
        // The caller ranks the returned centers. The ranking must equal that of all records.
        const query = { origin, withinKm, filter, limit };
        const ids = (from: typeof records) => oracleNear(from, query, NOW).results.map(({ id }) => id);
        expect(ids(held)).toEqual(ids(records));
      }
      for (const { row, distanceKm, farthestKm } of answer.matches) {
        const km = angularKm(pick(random, inside), { lat: row[packed.lat], lng: row[packed.lng] });
        expect(distanceKm).toBeLessThanOrEqual(km);
        expect(farthestKm).toBeGreaterThanOrEqual(km);
      }
    }
  });
});
