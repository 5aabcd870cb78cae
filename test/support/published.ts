import { newMeter } from '../../functions/dataset/dataset-reader.ts';
import { packed, unpackOffering } from '../../functions/dataset/packed-center.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { Locator } from '../../functions/search/locator.ts';
import type { NearQuery } from '../../functions/search/query.ts';
import { publishedStore } from './published-store.ts';

/** A locator that searches records which were published to memory. */
export async function locatorOf(records: readonly CenterRecord[], now: number): Promise<Locator> {
  return new Locator({ store: await publishedStore(records, now), now: () => now });
}

/** The fast answer in the oracle's form, with its cost. */
export async function fastNear(locator: Locator, query: NearQuery) {
  const meter = newMeter();
  const { answer } = await locator.near(query, meter);
  return {
    meter,
    unknown: answer.unknown,
    results: answer.matches.map(({ row, certainty, ask, offerings, distanceKm }) => ({
      id: row[packed.id],
      km: distanceKm ?? Number.NaN,
      certainty,
      ask,
      offerings: offerings.map((offering) => unpackOffering(row, offering).id),
    })),
  };
}
