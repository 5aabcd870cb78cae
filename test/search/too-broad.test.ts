import { describe, expect, it } from 'vitest';
import { MOST_PAGES, TooBroadError } from '../../functions/dataset/read/too-broad.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { Locator } from '../../functions/search/locator.ts';
import type { NearQuery } from '../../functions/search/query.ts';
import { clustered, NOW } from '../publish/clustered.ts';
import { oracleNear } from '../support/oracle.ts';
import { seeded } from '../support/random.ts';
import { meter, plain, watched } from './watched.ts';

/** Centers with long URLs, so that only a few fit on a page: many pages that are published quickly. */
const random = seeded(81);
const bulky = clustered(3_000, 8).map((record): CenterRecord => {
  const path = Array.from({ length: 60 }, () => random().toString(36).slice(2, 12)).join('');
  const address = { ...record.center.address, state: 'CO' as const };
  return { ...record, center: { ...record.center, address, website: `https://example.org/${path}` } };
});

/**
 * Half of the centers have an outpatient program for people with HIV, and the others have one in Chinese. Every page
 * has both kinds, and no mask shows that no program is both. All the centers treat substance use.
 */
const records = bulky.map((record, n): CenterRecord => {
  const offerings = record.offerings.map((offering) => ({
    ...offering,
    conditions: ['substance-use' as const],
    populations: n % 2 === 0 ? ['hiv' as const] : ['seniors' as const],
    languages: n % 2 === 0 ? ['es'] : ['zh'],
  }));
  return { ...record, offerings };
});
const impossible: NearQuery = {
  origin: { lat: 39, lng: -98 },
  withinKm: null,
  filter: { level: ['op'], population: ['hiv'], language: ['zh'] },
  limit: 10,
};

describe('a search that would read more than 200 pages', async () => {
  const { store, locator } = await watched(records);

  it('is refused as a whole, near and in a state, with and without a cache', async () => {
    for (const cacheBytes of [undefined, 0]) {
      const fresh = new Locator({ store, now: () => NOW, ...(cacheBytes === undefined ? {} : { cacheBytes }) });
      const spent = meter();
      await expect(fresh.near(impossible, spent)).rejects.toThrow(TooBroadError);
      expect(spent.items).toBeLessThan(2 * MOST_PAGES);
      await expect(fresh.near(impossible, meter())).rejects.toThrow(TooBroadError);
      const inState = { state: 'CO' as const, filter: impossible.filter, limit: 10 };
      await expect(fresh.inState(inState, meter())).rejects.toThrow(TooBroadError);
    }
  });

  it('answers exactly once a radius or another field makes it small enough', async () => {
    const queries: NearQuery[] = [
      { ...impossible, withinKm: 150 },
      { ...impossible, filter: { level: ['op'], population: ['hiv'] }, limit: 50 },
    ];
    for (const query of queries) {
      const { answer } = await locator.near(query, meter());
      const slow = oracleNear(records, query, NOW);
      expect(plain(answer).matches).toEqual(
        slow.results.map(({ id, offerings }) => ({ id, offerings: [...offerings] })),
      );
    }
  });

  // Without the rule, checking for an eleventh match would fail and lose the ten final ones.
  it('answers with all the matches there are, where only what follows the last would take too long', async () => {
    const nearest = oracleNear(records, { ...impossible, filter: { level: ['op'] } }, NOW).results.map(({ id }) => id);
    const ten = records.map((record): CenterRecord => {
      if (!nearest.includes(record.center.id)) return record;
      const offerings = record.offerings.map((offering) => ({
        ...offering,
        populations: ['hiv' as const],
        languages: ['zh'],
      }));
      return { ...record, offerings };
    });
    const { answer } = await (await watched(ten)).locator.near(impossible, meter());
    expect(plain(answer).matches.map(({ id }) => id)).toEqual(nearest);
  });

  // Estimates treat fields as independent, so for values that always occur together they expect almost no matches. A
  // container that has the index then skips 200 pages and refuses before it has read the few that hold enough.
  it('answers where values always come together, in a new container and in one that knows the index', async () => {
    const together = bulky.map((record, n): CenterRecord => {
      const rare = n % 6 === 0;
      const offerings = record.offerings.map((offering) => ({
        ...offering,
        conditions: [rare ? ('phobias' as const) : ('anxiety' as const)],
        populations: rare ? ['hiv' as const] : [],
        therapies: rare ? ['equine' as const] : [],
        languages: rare ? ['vi'] : [],
        payers: rare ? ['cigna'] : ['medicaid'],
        modalities: [rare ? ('telehealth' as const) : ('in-person' as const)],
        housing: rare,
      }));
      return { ...record, offerings };
    });
    const query: NearQuery = {
      ...impossible,
      filter: {
        level: ['op'],
        condition: ['phobias'],
        population: ['hiv'],
        therapy: ['equine'],
        language: ['vi'],
        payer: ['cigna'],
        modality: ['telehealth'],
        housing: true,
      },
    };
    const slow = oracleNear(together, query, NOW).results.map(({ id }) => id);
    expect(slow).toHaveLength(10);
    const { locator: other } = await watched(together, 0);
    const found = async () => plain((await other.near(query, meter())).answer).matches.map(({ id }) => id);
    expect(await found()).toEqual(slow);
    for (const { center } of together.filter((_, n) => n % 20 === 0)) {
      await other.near({ ...impossible, filter: {}, origin: center.location, limit: 1 }, meter());
    }
    expect(await found()).toEqual(slow);
  });
});
