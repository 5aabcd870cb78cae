import type { CenterRecord } from '../../functions/domain/record.ts';
import { pick, seeded } from '../support/random.ts';
import { syntheticRecord } from '../support/synthetic.ts';

export const NOW = Date.UTC(2026, 10, 1);

/**
 * Made-up centers around a few dozen cities of the United States, some far from any city, distributed like real
 * listings.
 */
export function clustered(count: number, seed = 1): CenterRecord[] {
  const random = seeded(seed);
  const hubs = Array.from({ length: 40 }, () => ({ lat: 31 + random() * 17, lng: -123 + random() * 48 }));
  return Array.from({ length: count }, (_, index) => {
    const hub = pick(random, hubs);
    const spread = random() < 0.3 ? 6 : 0.5;
    const point = { lat: hub.lat + (random() - 0.5) * spread, lng: hub.lng + (random() - 0.5) * spread };
    return syntheticRecord(random, index, point, NOW);
  });
}

/** The same records with one changed. */
export function withOne(
  records: readonly CenterRecord[],
  index: number,
  change: (record: CenterRecord) => CenterRecord,
): CenterRecord[] {
  return records.map((record, at) => (at === index ? change(record) : record));
}

/** Admissions confirm the center's first offering. */
export function confirmed({ offerings: [first, ...others], ...rest }: CenterRecord): CenterRecord {
  if (first === undefined) throw new Error(`center "${rest.center.id}" has nothing to confirm`);
  const confirmedAt = new Date(NOW - 1_000).toISOString();
  const expiresAt = new Date(NOW + 90 * 86_400_000).toISOString();
  return {
    ...rest,
    offerings: [{ ...first, confirmation: { state: 'confirmed', confirmedAt, expiresAt } }, ...others],
  };
}

/** The same list, shuffled. */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = seeded(seed);
  return list
    .map((value) => ({ value, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}
