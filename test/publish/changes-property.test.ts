import { describe, expect, it } from 'vitest';
import type { Blob } from '../../functions/dataset/content.ts';
import type { Head } from '../../functions/dataset/head.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { slugOf } from '../../functions/domain/slug.ts';
import { AddedToApply } from '../../functions/publish/added/apply-added.ts';
import { buildDataset } from '../../functions/publish/build/build-dataset.ts';
import type { ChangesOptions } from '../../functions/publish/change/changes-item.ts';
import { overCurrent } from '../../functions/publish/change/over-current.ts';
import { publish } from '../../functions/publish/publish.ts';
import { publishCenters } from '../../functions/publish/publish-centers.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import type { DatasetStore } from '../../functions/store/store.ts';
import { expectLookups, idsOf } from '../support/plain-lookups.ts';
import { pick, seeded } from '../support/random.ts';
import { syntheticRecord } from '../support/synthetic.ts';
import { clustered, NOW } from './clustered.ts';
import { contents, fromScratch, headOf } from './contents.ts';

// Long: each change is compared with a dataset built from nothing.

const MINUTE = 60_000;

/** What readers should see: the import with what editors said. */
async function truth(store: DatasetStore, imported: readonly CenterRecord[]): Promise<CenterRecord[]> {
  return [...new AddedToApply(await store.added()).onto(imported)];
}

/** What is laid over, were the records published as a whole upon a dataset: the item's hash, or undefined for none. */
async function laidOverOf(
  records: readonly CenterRecord[],
  current: Head,
  store: DatasetStore,
  options: ChangesOptions,
) {
  const items = new Map<string, Blob>();
  const { head } = buildDataset(
    records,
    () => {},
    (blob) => items.set(blob.hash, blob),
  );
  return (await overCurrent(head.roots, items, current, store, options))?.changes?.hash;
}

/** A center's facts, changed as an import or an editor changes them. */
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

describe.each([
  ['as large as in use', undefined, 1],
  ['that holds a few centers', 900, 2],
  ['that holds nothing', 0, 3],
])('changes of lookup indexes over pages, in an item %s', (_, changesBytes, seed) => {
  it('answer every lookup as a plain scan, by whole publishes and small ones mixed', async () => {
    const random = seeded(seed);
    const store = memoryStore();
    let imported = clustered(220, seed);
    await publish({ store, records: imported, now: NOW });
    const seen = { over: 0, folded: 0 };
    const options = changesBytes === undefined ? {} : { changesBytes };
    for (let step = 0; step < 30; step += 1) {
      const now = NOW + step * MINUTE;
      const before = await headOf(store);
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
        const { version } = await publish({ store, records: imported, now, ...options });
        const again = await publish({ store, records: imported.toReversed(), now, ...options });
        expect(again).toMatchObject({ version, changed: false, written: 0 });
      } else {
        for (const { center } of about) {
          const previous = await store.override(center.id);
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
          await store.putOverride(next, previous);
        }
        await publishCenters([...new Set(idsOf(about))], { store, now, ...options });
        // The same as a whole publish of the same records upon the same dataset would lay over it.
        const after = await headOf(store);
        expect(after.changes).toBe(await laidOverOf(await truth(store, imported), before, store, options));
      }
      const head = await headOf(store);
      if (head.changes !== undefined) seen.over += 1;
      else if (head.roots.word !== before.roots.word) seen.folded += 1;
      const records = await truth(store, imported);
      expect(await contents(store)).toEqual(await fromScratch(store, imported));
      await expectLookups(
        store,
        records,
        [...about, ...records.filter((r) => about.some((a) => a.center.id === r.center.id))],
        random,
      );
    }
    if (changesBytes !== 0) expect(seen.over).toBeGreaterThan(7);
    if (changesBytes !== undefined) expect(seen.folded).toBeGreaterThan(2);
  });
});
