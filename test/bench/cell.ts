import { newMeter } from '../../functions/dataset/dataset-reader.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { encodeGeohash } from '../../functions/geo/geohash.ts';
import { Locator } from '../../functions/search/locator.ts';
import type { DatasetStore } from '../../functions/store/store.ts';
import { originsOf } from './queries.ts';
import { type Spread, spreadOf } from './statistics.ts';

/** The cost of a search that hides the exact location: it starts from a whole geohash cell instead of a point. */
export interface CellCost {
  readonly precision: number;
  readonly centers: number;
  /** Number of results in a cell's answer divided by the number in a point's answer. */
  readonly resultsOverLimit: Spread;
  readonly readUnits: Spread;
}

export async function measureCells(
  store: DatasetStore,
  records: readonly CenterRecord[],
  { cells, now, random }: { cells: number; now: number; random: () => number },
): Promise<CellCost[]> {
  const locator = new Locator({ store, cacheBytes: 0, now: () => now });
  const origin = originsOf(random);
  const limit = 10;
  const costs: CellCost[] = [];
  for (const precision of [4, 5]) {
    const ratios: number[] = [];
    const units: number[] = [];
    for (let n = 0; n < cells; n += 1) {
      const cell = encodeGeohash(origin('mixed'), precision);
      const query = { cell, withinKm: null, filter: { level: ['iop' as const] }, limit };
      await locator.nearCell(query, newMeter());
      const meter = newMeter();
      const { answer } = await locator.nearCell(query, meter);
      ratios.push(answer.matches.length / limit);
      units.push(meter.readUnits);
    }
    costs.push({
      precision,
      centers: records.length,
      resultsOverLimit: spreadOf(ratios),
      readUnits: spreadOf(units),
    });
  }
  return costs;
}
