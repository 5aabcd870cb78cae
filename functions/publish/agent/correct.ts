import { isDeepStrictEqual } from 'node:util';
import type { WaitingStore } from '../../store/agent-store.ts';
import type { DatasetStore } from '../../store/store.ts';
import { OverrideChangedError, type StoredOverride } from '../../store/stored-override.ts';
import { editedCenter, type OverrideRequest, planned, plannedOverride } from '../override.ts';
import type { CentersPublished } from '../publish-centers.ts';
import { markWaiting, publishAllWaiting } from './publish-waiting.ts';

export interface Corrected {
  readonly override: StoredOverride;
  /** Null where another writer's publish took it along. */
  readonly published: CentersPublished | null;
}

/**
 * Sets facts of a center right, or takes that back, and publishes it together with whatever else waits. The same request
 * sent again, after a try that stored it and stopped, publishes it.
 * @throws what plannedOverride does: nothing was written.
 * @throws HeadMovedError, StoreUnavailableError: the correction may be kept and not published yet; the next publish, of
 * whatever center, puts it in.
 */
export async function correct(
  request: OverrideRequest,
  { store, now }: { readonly store: DatasetStore & WaitingStore; readonly now: () => number },
): Promise<Corrected> {
  const { center } = request;
  let stored: StoredOverride;
  try {
    const { next, previous } = await plannedOverride(request, { store, now: now() });
    // Marked before too, so that it is published even if this stops right after it stored it.
    await markWaiting(center, store);
    await store.putOverride(next, previous);
    stored = next;
  } catch (error) {
    if (
      !(error instanceof OverrideChangedError) ||
      error.stored === null ||
      !(await isAlready(error.stored, request, store))
    )
      throw error;
    stored = error.stored;
  }
  await markWaiting(center, store);
  return { override: stored, published: await publishAllWaiting(center, { store, now }) };
}

/** True if the revision after the one that was seen is what this very request makes of it. */
async function isAlready(stored: StoredOverride, request: OverrideRequest, store: DatasetStore): Promise<boolean> {
  const { center, seen = null, by, reason } = request;
  if (stored.revision !== (seen ?? 0) + 1 || stored.by !== by || stored.reason !== reason) return false;
  const before = (await store.overrideHistory(center)).find(({ revision }) => revision === seen) ?? null;
  const { imported } = await editedCenter(center, store);
  const { next } = planned(request, { imported, previous: before }, Date.parse(stored.at));
  return isDeepStrictEqual(next.corrections, stored.corrections);
}
