import { isDeepStrictEqual } from 'node:util';
import type { WaitingStore } from '../../store/agent-store.ts';
import type { DatasetStore } from '../../store/store.ts';
import { CorrectionsChangedError, type StoredCorrections } from '../../store/stored-corrections.ts';
import { type CorrectionRequest, centerWithCorrections, planned, plannedCorrection } from '../correct.ts';
import type { CentersPublished } from '../publish-centers.ts';
import { markWaiting, publishAllWaiting } from './publish-waiting.ts';

export interface CorrectedWithWaiting {
  readonly stored: StoredCorrections;
  /** The publish that this call made; null if another writer's publish included the correction. */
  readonly published: CentersPublished | null;
}

/**
 * Corrects facts of a center, or removes corrections, and publishes. The publish includes all other centers that are
 * waiting. If an earlier try stored the correction and then stopped, sending the same request again publishes it.
 * @throws what plannedCorrection throws; nothing was written
 * @throws HeadMovedError, StoreUnavailableError: the correction may be stored but not published. The next publish of
 * any center includes it.
 */
export async function correctWithWaiting(
  request: CorrectionRequest,
  { store, now }: { readonly store: DatasetStore & WaitingStore; readonly now: () => number },
): Promise<CorrectedWithWaiting> {
  const { center } = request;
  let stored: StoredCorrections;
  try {
    const { next, previous } = await plannedCorrection(request, { store, now: now() });
    // The center is put on the waiting list before storing too, so that the correction is published even if this call
    // stops right after storing it.
    await markWaiting(center, store);
    await store.putCorrections(next, previous);
    stored = next;
  } catch (error) {
    if (
      !(error instanceof CorrectionsChangedError) ||
      error.stored === null ||
      !(await isAlready(error.stored, request, store))
    )
      throw error;
    stored = error.stored;
  }
  await markWaiting(center, store);
  const origin = { what: 'correction', by: stored.by } as const;
  return { stored, published: await publishAllWaiting(center, { store, now, origin }) };
}

/** True if this same request was already stored: the revision after the one that the editor saw is its result. */
async function isAlready(stored: StoredCorrections, request: CorrectionRequest, store: DatasetStore): Promise<boolean> {
  const { center, seen = null, by, reason } = request;
  if (stored.revision !== (seen ?? 0) + 1 || stored.by !== by || stored.reason !== reason) return false;
  const before = (await store.correctionHistory(center)).find(({ revision }) => revision === seen) ?? null;
  const { imported } = await centerWithCorrections(center, store);
  const { next } = planned(request, { imported, previous: before }, Date.parse(stored.at));
  return isDeepStrictEqual(next.corrections, stored.corrections);
}
