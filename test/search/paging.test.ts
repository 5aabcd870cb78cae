import { describe, expect, it } from 'vitest';
import { newMeter } from '../../functions/dataset/dataset-reader.ts';
import type { VersionKey } from '../../functions/dataset/head.ts';
import { packed } from '../../functions/dataset/packed-center.ts';
import { publish } from '../../functions/publish/publish.ts';
import { DatasetGoneError } from '../../functions/search/datasets.ts';
import type { Filter } from '../../functions/search/filter.ts';
import { Locator } from '../../functions/search/locator.ts';
import type { DistancePosition } from '../../functions/search/query.ts';
import { oracleNear } from '../support/oracle.ts';
import { publishedStore } from '../support/published-store.ts';
import { pick, seeded } from '../support/random.ts';
import { syntheticRecord } from '../support/synthetic.ts';

const NOW = Date.UTC(2026, 10, 1);
const random = seeded(5);
// A third of the centers share a few points, so that whole pages of results tie.
const shared = Array.from({ length: 6 }, () => ({ lat: 33 + random(), lng: -112 + random() }));
const records = Array.from({ length: 900 }, (_, index) =>
  syntheticRecord(
    random,
    index,
    index % 3 === 0 ? pick(random, shared) : { lat: 32 + random() * 4, lng: -114 + random() * 5 },
    NOW,
  ),
);

async function published(list = records) {
  const store = await publishedStore(list, NOW);
  return { store, locator: new Locator({ store, now: () => NOW }) };
}

async function allPages(
  locator: Locator,
  query: { origin: { lat: number; lng: number }; withinKm: number | null; filter: Filter; limit: number },
  between: () => Promise<void> = async () => {},
): Promise<string[]> {
  const ids: string[] = [];
  let after: DistancePosition | null = null;
  let version: VersionKey | null = null;
  for (;;) {
    const { answer, head } = await locator.near({ ...query, after }, newMeter(), version);
    ids.push(...answer.matches.map(({ row }) => row[packed.id]));
    const last = answer.matches.at(-1);
    if (!answer.more) return ids;
    if (last === undefined || last.distanceKm === null) throw new Error('more to come after nothing');
    after = { km: last.distanceKm, id: last.row[packed.id] };
    version = head;
    await between();
  }
}

describe('paging', () => {
  it('gives every match once and in order, through ties, for any filter, radius and page size', async () => {
    const { locator } = await published();
    const filters: Filter[] = [
      {},
      { level: ['iop'] },
      { level: ['php'], payer: ['medicaid'] },
      { organization: ['harbor-3', 'mesa-1'] },
    ];
    for (const filter of filters) {
      for (const limit of [1, 7, 50]) {
        const origin = pick(random, shared);
        const withinKm = pick(random, [null, 60, 150]);
        const slow = oracleNear(records, { origin, withinKm, filter, limit: records.length }, NOW);
        if (limit === 1 && slow.total > 120) continue;
        expect(await allPages(locator, { origin, withinKm, filter, limit })).toEqual(slow.results.map(({ id }) => id));
      }
    }
  });

  it('stays with the dataset of its first page while others are published', async () => {
    // Each page is followed by a publish of all that are left, so that these are some.
    const some = records.slice(0, 300);
    const { store } = await published(some);
    let now = NOW;
    const locator = new Locator({ store, now: () => now });
    const origin = { lat: 33.5, lng: -112 };
    const query = { origin, withinKm: null, filter: { level: ['iop' as const] }, limit: 12 };
    const before = oracleNear(some, { ...query, limit: some.length }, NOW).results.map(({ id }) => id);
    expect(before.length).toBeGreaterThan(3 * query.limit);
    let left = some;
    const ids = await allPages(locator, query, async () => {
      // The locator looks for a newer dataset after 5 s.
      now += 6_000;
      left = left.slice(20);
      await publish({ store, records: left, now: NOW + some.length - left.length });
    });
    expect(ids).toEqual(before);
  });

  it('says when the dataset of a page is gone', async () => {
    const { locator } = await published();
    const gone = { publishedAt: '2020-01-01T00:00:00.000Z', version: 'gone' };
    const asking = locator.near(
      { origin: { lat: 33, lng: -112 }, withinKm: null, filter: {}, limit: 5 },
      newMeter(),
      gone,
    );
    await expect(asking).rejects.toThrow(DatasetGoneError);
  });

  it('pages a state and a name in their own orders', async () => {
    const { locator } = await published();
    const keyOf = ({ center }: (typeof records)[number]) =>
      [center.address.city, center.name, center.id].join('\u0000').toLowerCase();
    const wanted = records
      .filter(({ center }) => center.address.state === 'NJ')
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    const ids: string[] = [];
    for (let after: string | null = null; ; ) {
      const { answer } = await locator.inState({ state: 'NJ', filter: {}, limit: 13, after }, newMeter());
      ids.push(...answer.matches.map(({ row }) => row[packed.id]));
      const last = answer.matches.at(-1)?.row;
      if (!answer.more || last === undefined) break;
      after = ['NJ', last[packed.city].toLowerCase(), last[packed.name].toLowerCase(), last[packed.id]].join('\u0000');
    }
    expect(ids).toEqual(wanted.map(({ center }) => center.id));
  });
});
