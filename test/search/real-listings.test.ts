import { beforeAll, describe, expect, test } from 'vitest';
import type { CenterRecord } from '../../functions/domain/record.ts';
import type { Filter } from '../../functions/search/filter.ts';
import type { Locator } from '../../functions/search/locator.ts';
import { NOW } from '../publish/clustered.ts';
import { listings } from '../support/listings.ts';
import { oracleOf } from '../support/oracle.ts';
import { fastNear, locatorOf } from '../support/published.ts';
import { pick, seeded } from '../support/random.ts';
import { runs } from '../support/runs.ts';
import { publicPart, unpacked } from './plain-record.ts';
import { meter } from './watched.ts';

const filters: readonly Filter[] = [
  {},
  { level: ['iop'] },
  { level: ['iop'], payer: ['medicaid'], condition: ['co-occurring'] },
  { level: ['php', 'inpatient'], population: ['adolescents'] },
  { level: ['inpatient'], population: ['pregnant'], language: ['ase'], therapy: ['dbt'] },
  { condition: ['mental-health'], modality: ['telehealth'] },
  { therapy: ['medication'], payer: ['free', 'sliding-scale'] },
  { level: ['residential'], housing: true, language: ['es'] },
  { condition: ['eating'] },
  { schedule: ['evening'] },
];

describe('the published listings', () => {
  let records: readonly CenterRecord[] = [];
  let locator: Locator;
  beforeAll(async () => {
    records = await listings();
    locator = await locatorOf(records, NOW);
  }, 120_000);

  test('are found as a plain scan finds them, by every filter', async () => {
    const random = seeded(71);
    for (const filter of filters) {
      const scan = oracleOf(records, filter, NOW);
      for (let n = 0; n < runs(24); n += 1) {
        const near = pick(random, records).center.location;
        const spread = pick(random, [0, 0.2, 10]);
        const origin = { lat: near.lat + (random() - 0.5) * spread, lng: near.lng + (random() - 0.5) * spread };
        const query = { origin, filter, withinKm: pick(random, [null, 8, 40, 400]), limit: pick(random, [1, 10, 50]) };
        const [slow, fast] = [scan(query), await fastNear(locator, query)];
        expect(fast.results.map(({ id, offerings }) => ({ id, offerings }))).toEqual(
          slow.results.map(({ id, offerings }) => ({ id, offerings: [...offerings] })),
        );
        for (const [index, { km }] of fast.results.entries())
          expect(km).toBeCloseTo(slow.results[index]?.km ?? Number.NaN, 3);
        expect(fast.unknown).toEqual(slow.unknown);
      }
    }
  });

  test('are each to be had by id, whole', async () => {
    for (const record of records.filter((_, n) => n % 25 === 0)) {
      const { answer } = await locator.center(record.center.id, meter());
      expect(answer && unpacked(answer)).toEqual(publicPart(record));
    }
  });
});
