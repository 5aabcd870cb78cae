import { describe, expect, it } from 'vitest';
import { formerIdOf } from '../../../data/match/aliases.ts';
import { coveredBy } from '../../../data/match/lists.ts';
import { type Kept, keepIds, type Previous } from '../../../data/match/previous.ts';
import { Decisions } from '../../../data/match/review.ts';
import { newMeter } from '../../../functions/dataset/dataset-reader.ts';
import type { CenterRecord } from '../../../functions/domain/record.ts';
import { recordFacts } from '../../../functions/publish/agent/record-facts.ts';
import { confirm } from '../../../functions/publish/confirm.ts';
import { correct } from '../../../functions/publish/correct.ts';
import { publish } from '../../../functions/publish/publish.ts';
import { publishedRecords } from '../../../functions/publish/published-records.ts';
import { DropRefusedError } from '../../../functions/publish/refuse-loss.ts';
import { compare } from '../../../functions/records/diff/compare.ts';
import { Locator } from '../../../functions/search/locator.ts';
import { memoryStore } from '../../../functions/store/memory.ts';
import { listings } from '../../support/listings.ts';
import { sampled } from '../../support/runs.ts';
import { type Edition, World } from './world.ts';

// Long: publishes five yearly editions, and looks up every id of all of them after each.

const all = await listings();
const start = ['AZ', 'OK'].flatMap((state) => all.filter(({ center }) => center.address.state === state).slice(0, 200));
const NOW = Date.parse('2026-11-29T12:00:00Z');
const none: Previous = { records: [], aliases: [] };

/** Decides, with knowledge of the simulated world, the pairs that the import could not. */
function decided(kept: Kept, edition: Edition, keyOf: ReadonlyMap<string, string>): Decisions {
  const decisions = new Decisions();
  for (const row of kept.review) {
    const [old, now] = [keyOf.get(row.one), edition.keyOf.get(row.other)];
    if (old === undefined || now === undefined) continue;
    decisions.add({ ...row, decision: old === now ? 'same' : 'different' });
  }
  return decisions;
}

/** The site of each record, by the id that the import gives the record. */
const ownOf = (kept: Kept, edition: Edition): Map<string, string> =>
  new Map([...edition.keyOf].map(([id, key]) => [kept.continues.get(id) ?? id, key]));

const said = { by: 'kim', reason: 'checked by phone' };

describe.each(sampled([18, 19], 2))('five yearly editions (seed %i)', (seed) => {
  it('keep ids, links, confirmations, corrections and agents’ facts with the centers that they are of', async () => {
    const world = new World(start, seed);
    const store = memoryStore();
    /** For every id that was ever published: its site. */
    const siteOf = new Map<string, string>();
    /** Ids that their sites lost because nothing in the listing shows that they are the same. */
    const beyond = new Set<string>();
    const confirmed = new Map<string, string>();
    const corrected = new Map<string, string>();
    const recorded = new Map<string, string>();
    let previous = none;
    let latest: Kept | null = null;

    const publishYear = (kept: Kept, now: number) =>
      publish({
        store,
        records: kept.records,
        former: kept.aliases.map(formerIdOf),
        now,
        largestDrop: 0.1,
      });

    for (let year = 0; year <= 5; year += 1) {
      const edition = year === 0 ? world.edition() : world.nextYear();
      const covers = coveredBy(edition.records);
      const draft = keepIds(edition.records, previous, edition.asOf, undefined, covers);
      const kept = keepIds(edition.records, previous, edition.asOf, decided(draft, edition, siteOf), covers);
      const own = ownOf(kept, edition);

      // An id never passes to another site, unless that site split off or was merged.
      const family = (key: string): string => key.split('/')[0] ?? key;
      for (const [id, key] of own) {
        expect(family(siteOf.get(id) ?? key), `${id} in ${edition.asOf}`).toBe(family(key));
        siteOf.set(id, siteOf.get(id) ?? key);
      }
      // A site that was listed before, even years ago, gets its old id back.
      const idOfSite = new Map([...own].map(([id, key]) => [key, id]));
      for (const { center } of previous.records) {
        const key = siteOf.get(center.id) ?? '';
        if (!idOfSite.has(key) || own.has(center.id)) continue;
        // The site was renamed or moved so far that the import had no pair to decide. No other event may cost an id.
        expect(['renamed', 'moves'], `${center.id} of ${key}`).toContain(edition.happened.get(key));
        expect(draft.review.some(({ one, other }) => one === center.id && edition.keyOf.get(other) === key)).toBe(
          false,
        );
        beyond.add(center.id);
      }
      // The comparison of two editions and the import find the same number of new centers.
      if (latest !== null) {
        const before = latest.records;
        const added = compare(before, kept.records, { former: kept.aliases.map(formerIdOf) }).added;
        expect(added).toHaveLength(kept.counts.new + kept.counts.returned);
      }
      const report = await publishYear(kept, NOW + year * 86_400_000);
      expect(report.leadNowhere).toEqual([]);

      // Every link that was ever published has the right answer.
      const locator = new Locator({ store, now: () => NOW });
      const standing = new Map(kept.records.map((record) => [record.center.id, record]));
      for (const [id, key] of siteOf) {
        const row = (await locator.center(id, newMeter())).answer;
        const [former] = (await locator.formers({ id }, newMeter())).answer;
        if (standing.has(id)) {
          expect([row === null, former]).toEqual([false, undefined]);
          continue;
        }
        expect(row).toBeNull();
        expect(former, `${id} says nothing in ${edition.asOf}`).toBeDefined();
        if (former?.now != null) expect(family(siteOf.get(former.now) ?? '')).toBe(family(key));
        else if (!beyond.has(id)) expect(world.sites.get(key)?.state).not.toBe('listed');
      }

      const published = new Map(
        (await publishedRecords((await store.readHead()) ?? expect.fail(), store)).map((one) => [one.center.id, one]),
      );
      const offered = (record: CenterRecord | undefined, id: string) => record?.offerings.find((one) => one.id === id);
      for (const [offering, center] of confirmed) {
        if (offered(standing.get(center), offering) === undefined) continue;
        expect(offered(published.get(center), offering)?.confirmation.state).toBe('confirmed');
      }
      const count = [...published.values()].flatMap(({ offerings }) =>
        offerings.filter(({ confirmation }) => confirmation.state === 'confirmed'),
      );
      for (const { id } of count) expect(confirmed.has(id) || recorded.has(id)).toBe(true);
      for (const [center, website] of corrected) {
        if (standing.has(center)) expect(published.get(center)?.center.website).toBe(website);
      }
      const websites = [...published.values()].filter(({ center }) => center.website?.includes('corrected.example'));
      for (const { center } of websites) expect(corrected.has(center.id)).toBe(true);
      for (const [offering, center] of recorded) {
        if (offered(standing.get(center), offering) === undefined) continue;
        expect(offered(published.get(center), offering)?.intake.state).toBe('full');
      }

      if (year === 0) {
        for (const [at, { center, offerings }] of kept.records.entries()) {
          const [offering] = offerings;
          if (offering === undefined) continue;
          if (at % 8 === 0) {
            await confirm(
              { center: center.id, offering: offering.id, state: 'confirmed', by: 'lee', seen: null, days: 366 },
              { store, now: NOW },
            );
            confirmed.set(offering.id, center.id);
          } else if (at % 8 === 1) {
            const website = `https://${center.id.slice(0, 20).replace(/-+$/, '')}.corrected.example/`;
            await correct(
              { center: center.id, set: [{ path: 'website', value: website }], ...said },
              { store, now: NOW },
            );
            corrected.set(center.id, website);
          } else if (at % 8 === 2) {
            const at = new Date(NOW).toISOString();
            await recordFacts(
              {
                center: center.id,
                offering: offering.id,
                facts: { intake: { state: 'full', until: '2027-11-01T00:00:00.000Z' } },
                ...{ at, expiresAt: '2027-11-01T00:00:00.000Z', by: 'lee', seen: null },
              },
              { store, now: () => NOW },
            );
            recorded.set(offering.id, center.id);
          }
        }
      }
      if (year === 2) {
        // An import of only one state in between: nothing in the other state is removed, and publishing it is refused
        // with a reason.
        const part = edition.records.filter(({ center }) => center.address.state === 'AZ');
        const some = keepIds(part, { ...kept }, edition.asOf, undefined, coveredBy(part));
        expect(some.counts.gone).toBe(0);
        expect(some.counts.unsought).toBeGreaterThan(0);
        await expect(publishYear(some, NOW)).rejects.toThrow(DropRefusedError);
        const back = keepIds(edition.records, some, edition.asOf, decided(draft, edition, siteOf), covers);
        expect(back.records.map(({ center }) => center.id)).toEqual(kept.records.map(({ center }) => center.id));
      }
      latest = kept;
      previous = kept;
    }
    // Over the years new sites appeared, and few sites lost their id.
    expect(siteOf.size).toBeGreaterThan(start.length);
    expect(beyond.size).toBeLessThan(start.length / 50);
  }, 300_000);
});
