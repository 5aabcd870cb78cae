import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WaitingStore } from '../../store/agent-store.ts';
import { type DatasetStore, HeadMovedError, type Origin } from '../../store/store.ts';
import { type CentersPublished, publishCenters } from '../publish-centers.ts';

/**
 * Most attempts to publish. If several writers publish at once, a writer that loses finds its center already published,
 * or tries again.
 */
const ATTEMPTS = 30;
const LONGEST_PAUSE_MS = 60;
/** Greatest number of centers in one publish. */
const MOST_CENTERS = 50;

export interface PublishWaitingOptions {
  readonly store: DatasetStore & WaitingStore;
  /** Returns the current time in milliseconds since 1970. */
  readonly now: () => number;
  /** The change that started the publish, for the audit trail. The publish may also include other people's changes. */
  readonly origin: Origin;
}

/** Puts a center on the waiting list. This or any later call publishes it. */
export function markWaiting(center: string, store: WaitingStore): Promise<void> {
  return store.wait({ center, stamp: randomUUID() });
}

/**
 * Publishes all waiting centers in one move of HEAD. Returns when a published dataset includes everything that was
 * stored about the center before the call, whichever call published it.
 * @param until Id of the center to wait for; null waits for all.
 * @returns the result of this call's publish; null if others published everything
 * @throws HeadMovedError if others published first every time. The center is still waiting, and the next publish
 * includes it.
 */
export async function publishAllWaiting(
  until: string | null,
  { store, now, origin }: PublishWaitingOptions,
): Promise<CentersPublished | null> {
  let published: CentersPublished | null = null;
  for (let attempt = 1; ; attempt += 1) {
    // The list is read before the facts. A center that is added to the list afterwards stays on it (doneWaiting) and is
    // published again.
    const waiting = await store.waiting();
    if (until === null ? waiting.length === 0 : !waiting.some(({ center }) => center === until)) return published;
    const own = waiting.filter(({ center }) => center === until);
    const taken = [...own, ...waiting.filter(({ center }) => center !== until)].slice(0, MOST_CENTERS);
    try {
      const centers = taken.map(({ center }) => center).sort();
      published = await publishCenters(centers, { store, now: now(), attempts: 1, origin });
      for (const one of taken) await store.doneWaiting(one);
      // The publish includes everything that was stored before this call. Whoever stores something later publishes it.
      if (own.length > 0) return published;
    } catch (error) {
      if (!(error instanceof HeadMovedError) || attempt >= ATTEMPTS) throw error;
      await sleep(LONGEST_PAUSE_MS * Math.random());
    }
  }
}
