import type { FormerId } from '../../domain/former-id.ts';
import type { CenterRecord } from '../../domain/record.ts';
import type { PrivateStore } from '../../store/agent-store.ts';
import type { PurgeStore } from '../../store/store.ts';
import { PrivateChangedError } from '../../store/stored-private.ts';

const AT_ONCE = 100;

/**
 * Stores the private fields of imported records, one item per center. What a person wrote is kept. If a center was
 * renamed by hand, it moves to the new id.
 * @param now Milliseconds since 1970.
 * @returns the number of items stored.
 */
export async function importPrivate(
  records: Iterable<CenterRecord>,
  {
    store,
    now,
    former = [],
  }: {
    readonly store: PrivateStore & Pick<PurgeStore, 'purged'>;
    readonly now: number;
    readonly former?: readonly FormerId[];
  },
): Promise<number> {
  const all = [...records];
  const purged = (await store.purged()).following(former);
  await followRenames(new Set(all.map(({ center }) => center.id)), purged.without(former), store);
  const given = all.flatMap(({ center, private: fields }) =>
    fields === undefined || purged.has(center.id) ? [] : [{ center: center.id, fields }],
  );
  let stored = 0;
  for (let from = 0; from < given.length; from += AT_ONCE) {
    const some = given.slice(from, from + AT_ONCE);
    const there = await store.privateFields(some.map(({ center }) => center));
    for (const { center, fields } of some) {
      const before = there.get(center) ?? null;
      if (before !== null && (before.by !== null || JSON.stringify(before.fields) === JSON.stringify(fields))) continue;
      const version = (before?.version ?? 0) + 1;
      try {
        await store.putPrivate({ center, fields, by: null, at: new Date(now).toISOString(), version }, before);
        stored += 1;
      } catch (error) {
        // A person changed the fields meanwhile; that version is kept.
        if (!(error instanceof PrivateChangedError)) throw error;
      }
    }
  }
  return stored;
}

/** Copies what a person wrote under a renamed center's old id, unless a person wrote something under the new one. */
async function followRenames(
  ids: ReadonlySet<string>,
  former: readonly FormerId[],
  store: PrivateStore,
): Promise<void> {
  const renamed = former.flatMap(({ id, now, reason }) =>
    reason === 'renamed' && now !== null && ids.has(now) && !ids.has(id) ? [{ id, now }] : [],
  );
  for (let from = 0; from < renamed.length; from += AT_ONCE) {
    const some = renamed.slice(from, from + AT_ONCE);
    const there = await store.privateFields(some.flatMap(({ id, now }) => [id, now]));
    for (const { id, now } of some) {
      const [old, own] = [there.get(id) ?? null, there.get(now) ?? null];
      if (old === null || old.by === null || own?.by != null) continue;
      try {
        await store.putPrivate({ ...old, center: now, version: (own?.version ?? 0) + 1 }, own);
      } catch (error) {
        // A person changed the fields meanwhile; that version is kept.
        if (!(error instanceof PrivateChangedError)) throw error;
      }
    }
  }
}
