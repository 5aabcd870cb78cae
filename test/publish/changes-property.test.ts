import { describe, expect, it } from 'vitest';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { slugOf } from '../../functions/domain/slug.ts';
import { AddedToApply } from '../../functions/publish/added/apply-added.ts';
import { publish } from '../../functions/publish/publish.ts';
import { publishCenters } from '../../functions/publish/publish-centers.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import type { DatasetStore } from '../../functions/store/store.ts';
import { expectLookups, idsOf } from '../support/plain-lookups.ts';
import { pick, seeded } from '../support/random.ts';
import { runs } from '../support/runs.ts';
import { syntheticRecord } from '../support/synthetic.ts';
import { clustered, NOW } from './clustered.ts';
import { contents, fromScratch } from './contents.ts';

// Long: compares each change with a dataset built from nothing.

const MINUTE = 60_000;

/** What readers should see: the import with editors' corrections. */
async function truth(store: DatasetStore, imported: readonly CenterRecord[]): Promise<CenterRecord[]> {
  return [...new AddedToApply(await store.added()).onto(imported)];
}

/** A center's facts after a change like an import's or an editor's. */
function changed(record: CenterRecord, random: () => number): CenterRecord {
  const { center, offerings } = record;
  const named = `${pick(random, ['Quartz', 'Zzyzx', 'Harbor', 'Larch', 'Onyx'])} ${pick(random, ['Valley', 'Point', '9'])}`;
  const organization = { slug: slugOf(named), name: pick(random, [named, named.toUpperCase()]) };
  const location = { ...center.location, lat: 31 + random() * 17, lng: -123 + random() * 48 };
  return {
    center: {
      ...center,
      ...pick(random, [{ name: named }, { organization }, { location }, { alternateNames: [named] }]),
    },
    offerings,
  };
}

const opened = (random: () => number, index: number) =>
  syntheticRecord(random, index, { lat: 31 + random() * 17, lng: -123 + random() * 48 }, NOW);

describe('any history of whole publishes and small ones', () => {
  it.each([1, 2, 3])(
    'ends at the version and the items of a first publish of the same records (seed %i)',
    async (seed) => {
      const random = seeded(seed);
      const store = memoryStore();
      let imported = clustered(220, seed);
      await publish({ store, records: imported, now: NOW });
      for (let step = 0; step < runs(36); step += 1) {
        const now = NOW + step * MINUTE;
        const about = Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(random, imported));
        if (random() < 0.5) {
          const touched = new Set(idsOf(about));
          const how = random();
          imported = imported.flatMap((record) => {
            if (!touched.has(record.center.id)) return [record];
            return how < 0.35 ? [] : [changed(record, random)];
          });
          if (how > 0.7) {
            const more = opened(random, 1_000 + step);
            imported.push(more);
            about.push(more);
          }
          const { version } = await publish({ store, records: imported, now });
          const again = await publish({ store, records: imported.toReversed(), now });
          expect(again).toMatchObject({ version, changed: false, written: 0 });
        } else {
          for (const { center } of about) {
            const previous = await store.corrections(center.id);
            const set = [
              [{ path: 'closed', value: true }],
              [{ path: 'name', value: pick(random, ['Larch Point', 'Quartz', 'New Path 1']) }],
              [{ path: 'organization', value: { slug: 'onyx', name: pick(random, ['Onyx', 'ONYX']) } }],
              [],
            ];
            const next = {
              ...{ center: center.id, reason: 'so', by: 'kim', at: new Date(now).toISOString() },
              corrections: previous === null || random() < 0.6 ? pick(random, set) : [],
              revision: (previous?.revision ?? 0) + 1,
            };
            await store.putCorrections(next, previous);
          }
          await publishCenters([...new Set(idsOf(about))], { store, now });
        }
        const records = await truth(store, imported);
        expect(await contents(store)).toEqual(await fromScratch(store, imported));
        await expectLookups(
          store,
          records,
          [...about, ...records.filter((r) => about.some((a) => a.center.id === r.center.id))],
          random,
        );
      }
    },
  );
});
