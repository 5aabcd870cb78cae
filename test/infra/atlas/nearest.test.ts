// Long: judges many listings twice, once by the slow rules.

import { describe, expect, it } from 'vitest';
import { newMeter } from '../../../functions/dataset/dataset-reader.ts';
import { packCenter, packed } from '../../../functions/dataset/packed-center.ts';
import { stateCodes } from '../../../functions/domain/state.ts';
import { KM_PER_MILE } from '../../../functions/geo/distance.ts';
import type { Point } from '../../../functions/geo/point.ts';
import { columnChoices } from '../../../infra/tools/atlas/csv.ts';
import { filterOf, judgeCenters, nearestFinder } from '../../../infra/tools/atlas/nearest.ts';
import { zipsOf } from '../../../infra/tools/atlas/zips.ts';
import { allChoices, type Choice, letters, positionOf } from '../../../web/atlas/choices.ts';
import { plainVerdict } from '../../support/kleene.ts';
import { listings } from '../../support/listings.ts';
import { angularKm } from '../../support/oracle.ts';
import { locatorOf } from '../../support/published.ts';
import { pick, seeded } from '../../support/random.ts';
import { runs, sampled } from '../../support/runs.ts';

const NOW = Date.parse('2026-11-29T12:00:00Z');
const records = sampled(await listings(), 3);
const zips = zipsOf(stateCodes);
const centers = judgeCenters(records.map(packCenter), NOW);
const find = nearestFinder(centers);

/** The nearest center that has this answer for a choice, as the atlas finds it. */
function nearest(near: ReturnType<typeof find>, choice: Choice, letter: string) {
  const first = near.find(({ at }) => centers[at]?.answers[positionOf(choice)] === letter);
  return first === undefined ? null : { id: centers[first.at]?.row[packed.id], km: first.km };
}

/** The nearest center, found by a scan of every record. If two are equally near (to a micrometer), the id decides. */
function scan(list: readonly { readonly id: string; readonly location: Point }[], origin: Point) {
  let best: { id: string; km: number } | null = null;
  for (const { id, location } of list) {
    const km = angularKm(origin, location);
    const isNearer = best === null || km < best.km - 1e-8 || (km < best.km + 1e-8 && id < best.id);
    if (isNearer) best = { id, km };
  }
  return best;
}

const ZIPS = runs(300);
const random = seeded(2018);
const sample = Array.from({ length: ZIPS }, () => pick(random, zips));
const choices: readonly Choice[] = [
  ...columnChoices.map(([, choice]) => choice),
  ...Array.from({ length: 8 }, () => pick(random, allChoices)),
];

describe('the nearest centers of a ZIP', () => {
  it(`are those of a plain scan, from ${ZIPS} ZIPs for ${choices.length} choices, listed and in doubt`, () => {
    const near = sample.map(({ location }) => find(location));
    let compared = 0;
    for (const choice of choices) {
      const judged = records.map((record) => ({
        ...record.center,
        kind: plainVerdict(record, filterOf(choice), NOW).kind,
      }));
      for (const [letter, kind] of [
        [letters.yes, 'listed'],
        [letters.may, 'unknown'],
      ]) {
        const list = judged.filter((one) => one.kind === kind);
        for (const [at, { location, zip }] of sample.entries()) {
          const [fast, slow] = [nearest(near[at] ?? [], choice, letter ?? ''), scan(list, location)];
          expect([zip, fast?.id]).toEqual([zip, slow?.id]);
          if (slow !== null) expect(Math.abs((fast?.km ?? Number.NaN) - slow.km)).toBeLessThan(1e-5 * KM_PER_MILE);
          compared += 1;
        }
      }
    }
    expect(compared).toBe(ZIPS * choices.length * 2);
  });

  it('are what the API answers', async () => {
    const locator = await locatorOf(records, NOW);
    for (const choice of choices)
      for (const { location, zip } of sample.slice(0, runs(24))) {
        const query = { origin: location, withinKm: null, filter: filterOf(choice), limit: 1 };
        const { answer } = await locator.near(query, newMeter());
        const [first] = answer.matches;
        const found = nearest(find(location), choice, letters.yes);
        expect([zip, found?.id, found?.km]).toEqual([zip, first?.row[packed.id], first?.distanceKm]);
        const both = await locator.near({ ...query, limit: 50, withUnknown: true }, newMeter());
        const doubt = both.answer.matches.find(({ certainty }) => certainty === 'unknown');
        if (doubt !== undefined)
          expect([zip, nearest(find(location), choice, letters.may)?.id]).toEqual([zip, doubt.row[packed.id]]);
      }
  });
});
