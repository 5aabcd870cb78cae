import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WaitingStore } from '../../store/agent-store.ts';
import { type DatasetStore, HeadMovedError } from '../../store/store.ts';
import { type CentersPublished, publishCenters } from '../publish-centers.ts';

/** Several writers publish at once; the one that loses finds its center published by another, or tries again. */
const ATTEMPTS = 30;
const LONGEST_PAUSE_MS = 60;
/** Centers that one publish takes at most. */
const MOST_CENTERS = 50;

export interface PublishWaitingOptions {
  readonly store: DatasetStore & WaitingStore;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Puts a center on the list of those that wait to be published, whichever call publishes it. */
export function markWaiting(center: string, store: WaitingStore): Promise<void> {
  return store.wait({ center, stamp: randomUUID() });
}

/**
 * Publishes what waits, all in one move of HEAD. Returns when a published dataset has what was stored of the center before
 * the call, whether this call or another one published it.
 * @param until Returns once this center waits no longer; null for once nothing does.
 * @returns what this call published; null if others published all of it.
 * @throws HeadMovedError if others were first time after time. The center then still waits, and the next publish takes it.
 */
export async function publishAllWaiting(
  until: string | null,
  { store, now }: PublishWaitingOptions,
): Promise<CentersPublished | null> {
  let published: CentersPublished | null = null;
  for (let attempt = 1; ; attempt += 1) {
    // Read before the facts: what is put on the list later stays there (doneWaiting), and is published again.
    const waiting = await store.waiting();
    if (until === null ? waiting.length === 0 : !waiting.some(({ center }) => center === until)) return published;
    const own = waiting.filter(({ center }) => center === until);
    const taken = [...own, ...waiting.filter(({ center }) => center !== until)].slice(0, MOST_CENTERS);
    try {
      const centers = taken.map(({ center }) => center).sort();
      published = await publishCenters(centers, { store, now: now(), attempts: 1 });
      for (const one of taken) await store.doneWaiting(one);
      // It has what was stored before this call. What others stored since is theirs to publish.
      if (own.length > 0) return published;
    } catch (error) {
      if (!(error instanceof HeadMovedError) || attempt >= ATTEMPTS) throw error;
      await sleep(LONGEST_PAUSE_MS * Math.random());
    }
  }
}
