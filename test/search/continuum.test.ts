import { expect, it } from 'vitest';
import { newMeter } from '../../functions/dataset/dataset-reader.ts';
import { packed } from '../../functions/dataset/packed-center.ts';
import { matchingOfferings, oracleNear } from '../support/oracle.ts';
import { locatorOf } from '../support/published.ts';
import { seeded } from '../support/random.ts';
import { syntheticRecord } from '../support/synthetic.ts';

const NOW = Date.UTC(2026, 10, 1);
const order = ['aftercare', 'op', 'iop', 'php', 'residential', 'inpatient'] as const;

it('steps go to the nearest center with the next level up and down, itself first where it has it', async () => {
  const random = seeded(77);
  const records = Array.from({ length: 400 }, (_, index) =>
    syntheticRecord(random, index, { lat: 33 + random() * 3, lng: -113 + random() * 3 }, NOW),
  );
  const locator = await locatorOf(records, NOW);
  for (const record of records.slice(0, 60)) {
    const withinKm = random() < 0.5 ? null : 15;
    const { answer } = await locator.continuum(record.center.id, withinKm, newMeter());
    const offers = (level: (typeof order)[number]) =>
      (matchingOfferings(record, { level: [level] }, NOW) ?? []).length > 0;
    const to = (level: (typeof order)[number] | undefined) => {
      if (level === undefined) return null;
      if (offers(level)) return { level, id: record.center.id, km: 0 };
      const query = { origin: record.center.location, withinKm, filter: { level: [level] }, limit: 1 };
      const [nearest] = oracleNear(records, query, NOW).results;
      return nearest === undefined ? null : { level, id: nearest.id, km: Number(nearest.km.toFixed(6)) };
    };
    const expected = order.flatMap((level, at) =>
      offers(level) ? [{ level, stepUp: to(order[at + 1]), stepDown: to(order[at - 1]) }] : [],
    );
    const told = answer?.steps.map(({ level, stepUp, stepDown }) => ({
      level,
      ...Object.fromEntries(
        Object.entries({ stepUp, stepDown }).map(([name, step]) => [
          name,
          step && { level: step.level, id: step.match.row[packed.id], km: Number(step.match.distanceKm?.toFixed(6)) },
        ]),
      ),
    }));
    expect(told).toEqual(expected);
  }
  expect((await locator.continuum('nobody', null, newMeter())).answer).toBeNull();
});
