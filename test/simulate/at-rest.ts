import { decodeContent } from '../../functions/dataset/content.ts';
import { reachableFrom } from '../../functions/dataset/read/reachable.ts';
import { formerToPublish } from '../../functions/domain/former-to-publish.ts';
import { AddedToApply } from '../../functions/publish/added/apply-added.ts';
import { buildDataset, headOf } from '../../functions/publish/build/build-dataset.ts';
import { beneathRoot } from '../../functions/publish/change/beneath.ts';
import { publishCenters } from '../../functions/publish/publish-centers.ts';
import { purge } from '../../functions/publish/purge.ts';
import { keptVersions } from '../../functions/publish/versions.ts';
import type { DatasetStore } from '../../functions/store/store.ts';
import type { Surroundings } from './calls.ts';
import type { SimulatedTable } from './table.ts';
import { centerIds, type Import } from './universe.ts';
import { Violation } from './watch.ts';

const HOUR_MS = 3_600_000;

/**
 * Checks all guarantees after all actors have finished.
 * @returns the number of datasets that were built again from their records
 */
export async function checkAtRest({
  watch,
  ledger,
  storeWith,
  now,
  table,
}: Surroundings & { readonly table: SimulatedTable }): Promise<number> {
  const store = storeWith(now);
  const { current } = watch;
  if (current === undefined) return 0;
  ledger.checkHistory();
  const withdrawn = [...watch.purging];
  for (const center of withdrawn) await purge(center, { store, now, by: 'kim' });
  // If a writer ended before it published its change, the next publish of that center publishes the change.
  await publishCenters(centerIds, { store, now: now(), origin: { what: 'facts', by: 'kim' } });
  await watch.checked();
  const { base } = watch.current ?? current;
  await sameAsBuilt(base, store, watch.current?.head.version ?? '');
  for (const { head } of await keptVersions(store)) {
    await reachableFrom(head, watch.leader).catch((error: Error) => {
      throw new Violation(
        `revision ${head.revision} can be brought back, it is said, and is not whole: ${error.message}`,
      );
    });
  }
  if (withdrawn.length > 0) await nothingLeft(withdrawn, store, now, table);
  return 1;
}

/** Checks that HEAD equals a first publish of the import together with everything that people added. */
async function sameAsBuilt({ records, former }: Import, store: DatasetStore, version: string): Promise<void> {
  const purged = await store.purged();
  const added = new AddedToApply(await store.added(), purged);
  const given = former.filter(({ id, now }) => !purged.has(id) && !(now !== null && purged.has(now)));
  const nothing = () => {};
  const { head } = buildDataset(
    added.onto(records),
    nothing,
    (ids) => formerToPublish(given, added.closed, ids).former,
  );
  const built = headOf({ ...head, beneath: beneathRoot(added.beneath, nothing) });
  if (built.version !== version) {
    throw new Violation(`HEAD is version ${version}, and the import with all that people added is ${built.version}`);
  }
}

/** Repeats a purge an hour later and checks that the table then has nothing of the center. */
async function nothingLeft(
  centers: readonly string[],
  store: DatasetStore,
  now: () => number,
  table: SimulatedTable,
): Promise<void> {
  await globalThis.simulatedTimers?.sleep(HOUR_MS + 60_000);
  for (const center of centers) await purge(center, { store, now, by: 'kim' });
  for (const item of table.all()) {
    const { pk, sk, b, ...rest } = item;
    const text =
      b instanceof Uint8Array
        ? JSON.stringify(decodeContent({ hash: String(pk).slice('PAGE#'.length), body: b }))
        : JSON.stringify(rest);
    const center = centers.find((id) => `${pk} ${sk} ${text}`.includes(id));
    if (center !== undefined) throw new Violation(`"${center}" was purged, and ${pk} ${sk} still names it`);
  }
}
