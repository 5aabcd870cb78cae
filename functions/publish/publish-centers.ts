import { NothingPublishedError } from '../dataset/dataset-reader.ts';
import type { Head } from '../dataset/head.ts';
import type { CenterRecord } from '../domain/record.ts';
import { type Added, type DatasetStore, HeadMovedError, type Origin } from '../store/store.ts';
import type { StoredCorrections } from '../store/stored-corrections.ts';
import { applyConfirmations, confirmedBeneath, isOverDenial } from './added/apply-confirmations.ts';
import { applyCorrections, closingOf, inEffect } from './added/apply-corrections.ts';
import { applyFacts, isInEffect } from './added/apply-facts.ts';
import { heedPeople } from './added/provider-word.ts';
import type { Prepared } from './build/build-dataset.ts';
import { type Change, changeCenters } from './change/change-centers.ts';
import { putInPlace } from './put-in-place.ts';

/** Most attempts to publish. People change centers one at a time, so a writer who loses a few races still succeeds. */
const ATTEMPTS = 20;

export interface CentersPublished {
  /** Version of the dataset with the change. Readers have it within five seconds. */
  readonly version: string;
  /** Number of items written; 0 if the dataset already had the change. */
  readonly written: number;
}

/**
 * Publishes what people added to some centers. If another publisher moves HEAD first, tries again from the newest HEAD.
 * @param now Milliseconds since 1970.
 * @param attempts Most attempts. @default 20
 * @throws NothingPublishedError; HeadMovedError if others published first every time.
 */
export async function publishCenters(
  centers: readonly string[],
  {
    store,
    now,
    attempts = ATTEMPTS,
    origin,
  }: { readonly store: DatasetStore; readonly now: number; readonly attempts?: number; readonly origin?: Origin },
): Promise<CentersPublished> {
  for (let attempt = 1; ; attempt += 1) {
    const current = await store.readHead();
    if (current === null) throw new NothingPublishedError('no dataset has been published to this table');
    const prepared = await withAdded(current, store, centers, await addedTo(centers, store));
    try {
      // HEAD moves even if the dataset already has the change or lacks the center. Otherwise a publish that read the
      // table earlier could still publish the old facts. Each attempt uses a time one millisecond later. The time is
      // the key of a version's record, and an attempt whose answer was lost may have written its record, which must not
      // be overwritten.
      const at = now + attempt - 1;
      const written = await putInPlace(prepared, { store, current, now: at, ...(origin && { origin }) });
      return { version: prepared.head.version, written };
    } catch (error) {
      if (!(error instanceof HeadMovedError) || attempt >= attempts) throw error;
    }
  }
}

async function addedTo(centers: readonly string[], store: DatasetStore): Promise<Added> {
  const [confirmations, corrections, facts] = await Promise.all([
    Promise.all(centers.map((center) => store.confirmations(center))),
    Promise.all(centers.map((center) => store.corrections(center))),
    Promise.all(centers.map((center) => store.facts(center))),
  ]);
  return {
    confirmations: confirmations.flat(),
    corrections: corrections.filter((one) => one !== null),
    facts: facts.flat(),
  };
}

/**
 * The dataset after applying to some centers what people added.
 * @param centers Centers for which all additions are given.
 */
export function withAdded(
  head: Head,
  store: DatasetStore,
  centers: readonly string[],
  { confirmations, corrections, facts }: Added,
): Promise<Prepared> {
  const corrected = new Map(corrections.filter(inEffect).map((stored) => [stored.center, stored]));
  const recorded = Map.groupBy(facts.filter(isInEffect), ({ center }) => center);
  const change = (imported: CenterRecord): Change => {
    const ownCorrections = corrected.get(imported.center.id);
    const ownFacts = recorded.get(imported.center.id) ?? [];
    if (ownCorrections === undefined && ownFacts.length === 0 && !isOverDenial(imported, confirmations)) {
      const [confirmed = imported] = applyConfirmations([imported], confirmations);
      return { record: heedPeople(confirmed, { confirmations, facts: [], corrections: [] }), beneath: null };
    }
    // Published and confirmed facts cannot be told apart later. So the imported record keeps both, here and in a whole
    // publish.
    return {
      record: recordWith(imported, { confirmations, corrections: ownCorrections ?? null, facts: ownFacts }),
      beneath: confirmedBeneath([imported], confirmations)[0] ?? imported,
      former: ownCorrections === undefined ? null : closingOf(ownCorrections),
    };
  };
  return changeCenters(head, store, centers, change);
}

/** Everything that people added to one center. */
export interface AddedToCenter extends Pick<Added, 'confirmations' | 'facts'> {
  readonly corrections: StoredCorrections | null;
}

/**
 * Applies what people added to an imported record: corrections, then confirmations, then facts. Null
 * if the center is closed.
 */
export function recordWith(
  imported: CenterRecord,
  { confirmations, corrections, facts }: AddedToCenter,
): CenterRecord | null {
  const { record, applied } =
    corrections === null ? { record: imported, applied: [] } : applyCorrections(imported, corrections);
  if (record === null) return null;
  const [confirmed = record] = applyConfirmations([record], confirmations);
  const inForce = facts.filter(isInEffect);
  return heedPeople(applyFacts(confirmed, inForce, applied), { confirmations, facts: inForce, corrections: applied });
}
