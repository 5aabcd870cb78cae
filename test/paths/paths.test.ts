import { describe, expect, it } from 'vitest';
import { newMeter } from '../../functions/dataset/dataset-reader.ts';
import { packCenter, packed } from '../../functions/dataset/packed-center.ts';
import { TooBroadError } from '../../functions/dataset/read/too-broad.ts';
import { pathsByScan } from '../../functions/device/paths.ts';
import { unconfirmed } from '../../functions/domain/confirmation.ts';
import { unknownIntake } from '../../functions/domain/intake.ts';
import { type Level, levels } from '../../functions/domain/level-of-care.ts';
import { type Offering, unknownLists, unknownYesNo } from '../../functions/domain/offering.ts';
import { payers } from '../../functions/domain/payer.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { onlyForOf, onlyForText } from '../../functions/faces/v1/shapes/only-for.ts';
import type { Point } from '../../functions/geo/point.ts';
import { MOST_ITEMS } from '../../functions/search/budget.ts';
import type { Locator } from '../../functions/search/locator.ts';
import { shortestChains } from '../../functions/search/paths/chains.ts';
import type { PathQuery } from '../../functions/search/paths/path.ts';
import { locatorOf } from '../support/published.ts';
import { pick, seeded } from '../support/random.ts';
import { records as realRecords } from '../support/real-records.ts';
import { syntheticRecord } from '../support/synthetic.ts';
import { inPlainWords, somePerson } from './asked.ts';
import { everyPath, plainLists, plainPaths } from './plain.ts';

const NOW = Date.UTC(2026, 10, 1);

/** Some levels in random order, none of them twice. */
function someLevels(random: () => number, most: number): Level[] {
  const left = [...levels.codes];
  return Array.from({ length: 2 + Math.floor(random() * (most - 1)) }, () => {
    const at = Math.floor(random() * left.length);
    return left.splice(at, 1)[0] as Level;
  });
}

function queryNear(random: () => number, origin: Point, most: number): PathQuery {
  return {
    origin,
    levels: someLevels(random, most),
    payer: random() < 0.3 ? null : pick(random, payers.codes),
    limit: pick(random, [1, 2, 3, 10]),
    withUnknown: random() < 0.4,
    ...somePerson(random),
  };
}

async function expectExact(
  locator: Locator,
  records: readonly CenterRecord[],
  query: PathQuery,
  slow: typeof everyPath,
) {
  const { answer } = await locator.paths(query, newMeter());
  const expected = slow(query.origin, plainLists(records, query, NOW), query.limit);
  expect(answer.paths.map((path) => inPlainWords(path, query))).toEqual(expected);
  for (const { legs } of answer.paths) {
    expect(legs.map(({ level }) => level)).toEqual(query.levels);
    for (const { match } of legs) expect(match.certainty === 'unknown' ? query.withUnknown : true).toBe(true);
  }
  return { answer, expected };
}

describe('the shortest paths', () => {
  it('are those of every combination, written out: ties, same places, the date line and the poles too', async () => {
    const random = seeded(314);
    let found = 0;
    for (let round = 0; round < 25; round += 1) {
      const middle = pick(random, [
        { lat: 33, lng: -112 },
        { lat: 0, lng: 179.99 },
        { lat: 89.5, lng: 0 },
      ]);
      // Points are on a coarse grid, so that many centers are at the same point and many legs are equally long.
      const step = pick(random, [0.5, 0.05, 0.0001]);
      const point = (): Point => ({
        lat: Math.min(90, middle.lat + Math.round(random() * 4) * step),
        lng: middle.lng + Math.round(random() * 4) * step - (middle.lng > 179 && random() < 0.5 ? 359.98 : 0),
      });
      const valid = (): Point => {
        const { lat, lng } = point();
        return { lat, lng: lng > 180 ? lng - 360 : lng };
      };
      const records = Array.from({ length: 40 }, (_, index) => syntheticRecord(random, index, valid(), NOW));
      const locator = await locatorOf(records, NOW);
      for (let n = 0; n < 6; n += 1) {
        const { expected } = await expectExact(locator, records, queryNear(random, valid(), 3), everyPath);
        found += expected.length;
      }
    }
    expect(found).toBeGreaterThan(200);
  });

  it('are those of a plain program over thousands of centers on many pages', async () => {
    const random = seeded(2718);
    const spread = (width: number) => (random() - 0.5) * width;
    const towns = Array.from({ length: 12 }, () => ({ lat: 36 + spread(10), lng: -115 + spread(14) }));
    const records = Array.from({ length: 1_500 }, (_, index) => {
      const town = pick(random, towns);
      const [lat, lng] = [town.lat + spread(0.6), town.lng + spread(0.6)];
      // The index stores points with six decimals. Points with more decimals must be read from the pages.
      const shown = (degrees: number) => (town === towns[0] ? degrees : Number(degrees.toFixed(6)));
      return syntheticRecord(random, index, { lat: shown(lat), lng: shown(lng) }, NOW);
    });
    const locator = await locatorOf(records, NOW);
    for (let n = 0; n < 12; n += 1) {
      const origin = { lat: 36 + spread(12), lng: -115 + spread(16) };
      await expectExact(locator, records, queryNear(random, origin, 5), plainPaths);
    }
  });

  it('read no more than a request may, or say so', async () => {
    const random = seeded(5);
    const records = Array.from({ length: 1_200 }, (_, index) =>
      syntheticRecord(random, index, { lat: 30 + random() * 15, lng: -120 + random() * 30 }, NOW),
    );
    const locator = await locatorOf(records, NOW);
    for (let n = 0; n < 20; n += 1) {
      const meter = newMeter();
      const query = queryNear(random, { lat: 30 + random() * 15, lng: -120 + random() * 30 }, 6);
      await locator.paths(query, meter).catch((error: unknown) => expect(error).toBeInstanceOf(TooBroadError));
      expect(meter.items).toBeLessThanOrEqual(MOST_ITEMS + 2);
    }
  });
});

describe('what a change would save', () => {
  it('is the shortest path with centers in doubt, with any payer, or without a program of one’s own, where that is shorter; on a device too', async () => {
    const locator = await locatorOf(realRecords, NOW);
    const rows = realRecords.map(packCenter);
    const random = seeded(99);
    let saved = 0;
    for (let n = 0; n < 40; n += 1) {
      const origin = pick(random, realRecords).center.location;
      const query = { ...queryNear(random, origin, 3), payer: pick(random, ['medicaid', 'tribal'] as const) };
      const { answer } = await locator.paths(query, newMeter());
      const shortest = answer.paths[0]?.km ?? Number.POSITIVE_INFINITY;
      const lengthOf = (changed: PathQuery) =>
        (plainPaths(origin, plainLists(realRecords, changed, NOW), 1)[0]?.micrometers ?? Number.POSITIVE_INFINITY) /
        1e9;
      const changes = [
        ...(query.withUnknown ? [] : [{ field: 'include', km: lengthOf({ ...query, withUnknown: true }) }]),
        { field: 'payer', km: lengthOf({ ...query, payer: null }) },
        ...(query.population ? [{ field: 'population', km: lengthOf({ ...query, population: undefined }) }] : []),
      ].filter(({ km }) => km < shortest);
      expect(answer.alternatives).toEqual(changes);
      const onDevice = pathsByScan(query, rows, NOW);
      expect(onDevice.alternatives).toEqual(changes);
      expect(onDevice.paths.map((path) => inPlainWords(path, query))).toEqual(
        answer.paths.map((path) => inPlainWords(path, query)),
      );
      saved += changes.length;
    }
    expect(saved).toBeGreaterThan(10);
  });
});

describe('a path is for one person', () => {
  const random = seeded(7);
  type Said = Partial<Pick<Offering, 'ages' | 'genders' | 'only' | 'admissions'>>;
  /**
   * A center `north` hundredths of a degree north of the origin. It has one offering of the level for each element of
   * `said`.
   */
  const center = (id: string, north: number, level: Level, ...said: readonly Said[]): CenterRecord => {
    const record = syntheticRecord(random, 0, { lat: 33 + north / 100, lng: -112 }, NOW);
    return {
      center: { ...record.center, id, unknownLevels: [] },
      offerings: said.map((own, at) => ({
        ...unsaidOffering,
        id: `${id}-${level}-${at}`,
        level,
        ...own,
      })),
    };
  };
  const unsaidOffering = {
    ...unknownLists,
    ...unknownYesNo,
    asam: null,
    schedule: null,
    confirmation: unconfirmed,
    intake: unknownIntake,
  };
  const men: Said = { only: ['men'], genders: ['men'] };
  const women: Said = { only: ['women'] };
  const idsOf = async (records: readonly CenterRecord[], more: Partial<PathQuery> = {}) => {
    const query: PathQuery = {
      origin: { lat: 33, lng: -112 },
      levels: ['detox', 'iop'],
      payer: null,
      limit: 3,
      withUnknown: false,
      ...more,
    };
    const locator = await locatorOf(records, NOW);
    const { answer } = await locator.paths(query, newMeter());
    return answer.paths.map(({ legs, persons }) => [
      legs.map(({ match }) => match.row[packed.id]).join(' '),
      persons === null ? 'everybody' : onlyForText(onlyForOf(persons)),
      legs.flatMap(({ match }) => match.offerings).length,
    ]);
  };

  it('never joins a center for men with one for women, and says for whom the others are', async () => {
    const records = [
      center('men', 1, 'detox', men),
      center('women', 1, 'iop', women),
      center('all', 9, 'iop', {}),
      center('far-men', 20, 'iop', men),
    ];
    expect(await idsOf(records)).toEqual([
      ['men all', 'men', 2],
      ['men far-men', 'men', 2],
    ]);
    expect(await idsOf(records, { gender: ['men'], withUnknown: true })).toEqual([
      ['men all', 'everybody', 2],
      ['men far-men', 'everybody', 2],
    ]);
    expect(await idsOf(records, { gender: ['women'], withUnknown: true })).toEqual([]);
  });

  it('never joins a center for children with one for adults, unless both accept somebody', async () => {
    const records = [
      center('young', 1, 'detox', { ages: ['children', 'adolescents'] }),
      center('grown', 1, 'iop', { ages: ['young-adults', 'adults', 'seniors'] }),
      center('teens', 5, 'iop', { ages: ['adolescents', 'young-adults'], only: ['women'] }),
      center('unsaid', 9, 'iop', {}),
    ];
    expect(await idsOf(records)).toEqual([
      ['young teens', 'women aged 13 to 17', 2],
      ['young unsaid', 'people aged 17 or under', 2],
    ]);
    // If the question gives an age and an offering names none, the age is unknown: the offering is found only with
    // `withUnknown`, and is never excluded.
    expect(await idsOf(records, { age: ['adults'] })).toEqual([]);
    expect((await idsOf(records, { age: ['adults'], gender: ['men'], withUnknown: true })).map(([ids]) => ids)).toEqual(
      ['young grown', 'young unsaid'],
    );
  });

  it('looks at each offering by itself, and shows those that the person can take', async () => {
    const records = [
      center('two', 1, 'detox', { ...men, ages: ['adults'] }, { ...women, ages: ['adolescents'] }),
      center('teens', 2, 'iop', { ages: ['adolescents'], only: ['men'] }),
      center('both', 3, 'iop', men, women),
    ];
    expect(await idsOf(records)).toEqual([['two both', 'women aged 13 to 17, or men aged 26 to 64', 4]]);
    expect(await idsOf(records, { gender: ['women'], withUnknown: true })).toEqual([
      ['two both', 'women aged 13 to 17', 2],
    ]);
  });

  it('heeds what admissions said', async () => {
    const records = [
      center('women', 1, 'detox', women),
      center('denied', 1, 'iop', { admissions: { denied: ['gender.women'], open: [] } }),
      center('open', 9, 'iop', { genders: ['men'], admissions: { denied: [], open: ['gender'] } }),
    ];
    expect(await idsOf(records)).toEqual([['women open', 'women', 2]]);
  });
});

describe('chains', () => {
  const stop = (id: string, lat: number, lng: number) => ({ id, point: { lat, lng } });
  const origin = { lat: 33, lng: -112 };

  it('are none without a stop for each list, and are no longer than the limit', () => {
    expect(shortestChains(origin, [[stop('a', 33, -112)], []], 3)).toEqual([]);
    const lists = [[stop('a', 33.1, -112)], [stop('b', 33.2, -112), stop('c', 34, -112)]];
    const all = shortestChains(origin, lists, 5);
    expect(all.map(({ stops }) => stops.map(({ id }) => id).join(''))).toEqual(['ab', 'ac']);
    const [first] = all;
    expect(shortestChains(origin, lists, 5, first?.km).length).toBe(1);
    expect(shortestChains(origin, lists, 5, (first?.km ?? 0) - 1e-9)).toEqual([]);
  });

  it('put what is not known yet before what is, where lengths are equal', () => {
    const lists = [[stop('a', 33, -112), stop('', 33, -112)], [stop('b', 33, -112)]];
    expect(shortestChains(origin, lists, 1)[0]?.stops[0]?.id).toBe('');
  });
});
