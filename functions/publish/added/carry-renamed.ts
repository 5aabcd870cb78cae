import { isDeepStrictEqual } from 'node:util';
import type { FormerId } from '../../domain/former-id.ts';
import type { CenterRecord } from '../../domain/record.ts';
import type { Added, AddedStore, CorrectionStore } from '../../store/store.ts';
import type { StoredConfirmation } from '../../store/stored-confirmation.ts';
import type { StoredCorrections } from '../../store/stored-corrections.ts';
import { isLater, type StoredFact, type StoredFacts } from '../../store/stored-facts.ts';

/** An item to store under the center's new id, and the item that is already stored there. */
interface Move<Item> {
  readonly next: Item;
  /** Null if nothing is stored under the new id. */
  readonly previous: Item | null;
}

/** Everything that people added to centers, stored under the current ids of the centers. */
export interface Carried {
  readonly added: Added;
  /** The current id of a center, by the old id under which people added something. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Items that must be stored before a dataset with the new ids is published. */
  readonly moves: {
    readonly confirmations: readonly Move<StoredConfirmation>[];
    readonly corrections: readonly Move<StoredCorrections>[];
    readonly facts: readonly Move<StoredFacts>[];
  };
  /** Corrections under old ids that are not moved, because there are later ones under the new id. */
  readonly overtaken: readonly Overtaken[];
}

export interface Overtaken {
  readonly corrections: StoredCorrections;
  /** Current id of the center. */
  readonly now: string;
}

/**
 * Reads everything that people added. If centers were renamed by hand, moves what was added to them to their new ids.
 * @param records The records to publish. They are read one more time if a center was renamed.
 */
export async function readCarried(
  records: Iterable<CenterRecord>,
  former: readonly FormerId[],
  store: AddedStore & CorrectionStore,
): Promise<Carried> {
  const added = await store.added();
  const about = new Set([...added.confirmations, ...added.corrections, ...added.facts].map(({ center }) => center));
  const isNeeded = former.some(({ id, reason }) => reason === 'renamed' && about.has(id));
  const ids = new Set<string>();
  if (isNeeded) for (const { center } of records) ids.add(center.id);
  const carried = carryRenamed(added, former, ids);
  const overtaken: Overtaken[] = [];
  for (const one of carried.overtaken) {
    const { at, by } = one.corrections;
    const history = await store.correctionHistory(one.now);
    // If the history of the new id contains these corrections, they were moved earlier and changed since. Nobody needs
    // to review them.
    if (!history.some((each) => each.at === at && each.by === by)) overtaken.push(one);
  }
  return { ...carried, overtaken };
}

/**
 * Moves confirmations, corrections and agents' facts to the new id of a center that was renamed by hand.
 * - If there is an item of one kind under both ids, the later one is used.
 * - Items of a center that was merged into another stay under its old id, because they are about one of two listings.
 * - Old items are not deleted, so that a rollback to a dataset with the old id finds them.
 * @param ids Ids of the records to publish.
 */
function carryRenamed(added: Added, former: readonly FormerId[], ids: ReadonlySet<string>): Carried {
  const renamed = renamedIds(added, former, ids);
  if (renamed.size === 0) {
    return { added, renamed, moves: { confirmations: [], corrections: [], facts: [] }, overtaken: [] };
  }
  const confirmations = new Map(added.confirmations.map((one) => [one.offering, one]));
  const corrections = new Map(added.corrections.map((one) => [one.center, one]));
  const facts = new Map(added.facts.map((one) => [keyOfFacts(one), one]));
  const moves = {
    confirmations: [] as Move<StoredConfirmation>[],
    corrections: [] as Move<StoredCorrections>[],
    facts: [] as Move<StoredFacts>[],
  };
  const overtaken: Overtaken[] = [];
  for (const one of added.confirmations) {
    const now = renamed.get(one.center);
    if (now === undefined) continue;
    const moved = { ...one, center: now, offering: offeringUnder(one.offering, one.center, now) };
    const previous = confirmations.get(moved.offering) ?? null;
    confirmations.delete(one.offering);
    if (previous !== null && previous.at >= one.at) continue;
    const next = { ...moved, revision: (previous?.revision ?? 0) + 1 };
    confirmations.set(next.offering, next);
    moves.confirmations.push({ next, previous });
  }
  for (const one of added.corrections) {
    const now = renamed.get(one.center);
    if (now === undefined) continue;
    const previous = corrections.get(now) ?? null;
    corrections.delete(one.center);
    const byPath = new Map(previous?.corrections.map((correction) => [correction.path, correction]));
    for (const correction of one.corrections) {
      const path = pathUnder(correction.path, one.center, now);
      byPath.set(path, { ...correction, path, at: correction.at ?? one.at });
    }
    if (previous !== null && previous.at >= one.at) {
      if (!isDeepStrictEqual([...byPath.values()], previous.corrections)) overtaken.push({ corrections: one, now });
      continue;
    }
    const next = {
      ...{ ...one, center: now, corrections: [...byPath.values()] },
      revision: (previous?.revision ?? 0) + 1,
    };
    corrections.set(now, next);
    moves.corrections.push({ next, previous });
  }
  for (const one of added.facts) {
    const now = renamed.get(one.center);
    if (now === undefined) continue;
    const offering = offeringUnder(one.offering, one.center, now);
    const key = keyOfFacts({ center: now, offering });
    const previous = facts.get(key) ?? null;
    facts.delete(keyOfFacts(one));
    const latest: Record<string, StoredFact> = { ...previous?.facts };
    for (const [field, fact] of Object.entries(one.facts)) {
      const held = latest[field];
      if (held === undefined || isLater(fact, held)) latest[field] = fact;
    }
    if (previous !== null && isDeepStrictEqual(latest, previous.facts)) continue;
    // The carried facts have no acts: those were recorded under the old id and already counted there.
    const version = (previous?.version ?? 0) + 1;
    const next: StoredFacts = { center: now, offering, version, facts: latest, acts: [] };
    facts.set(key, next);
    moves.facts.push({ next, previous });
  }
  const carried = {
    confirmations: [...confirmations.values()],
    corrections: [...corrections.values()],
    facts: [...facts.values()],
  };
  return { added: carried, renamed, moves, overtaken };
}

/** Renamed centers for which items must be stored under the new id. */
export function movedIds({ moves, renamed }: Pick<Carried, 'moves' | 'renamed'>): ReadonlyMap<string, string> {
  const all = [...moves.confirmations, ...moves.corrections, ...moves.facts];
  const centers = new Set(all.map(({ next }) => next.center));
  return new Map([...renamed].filter(([, now]) => centers.has(now)));
}

/** The old ids under which people added something, with the new id. Only for renames to a center of the records. */
function renamedIds(added: Added, former: readonly FormerId[], ids: ReadonlySet<string>): Map<string, string> {
  const known = new Map(former.filter(({ reason }) => reason === 'renamed').map((one) => [one.id, one]));
  const about = new Set([...added.confirmations, ...added.corrections, ...added.facts].map(({ center }) => center));
  const renamed = new Map<string, string>();
  for (const id of about) {
    if (ids.has(id)) continue;
    const passed = new Set([id]);
    let now = known.get(id)?.now ?? null;
    while (now !== null && !ids.has(now) && !passed.has(now)) {
      passed.add(now);
      now = known.get(now)?.now ?? null;
    }
    if (now !== null && ids.has(now)) renamed.set(id, now);
  }
  return renamed;
}

const keyOfFacts = ({ center, offering }: Pick<StoredFacts, 'center' | 'offering'>): string => `${center}#${offering}`;

/** Replaces the center's old id at the start of an offering's id. A level in place of an id stays as it is. */
const offeringUnder = (offering: string, old: string, now: string): string =>
  offering.startsWith(`${old}-`) ? now + offering.slice(old.length) : offering;

function pathUnder(path: string, old: string, now: string): string {
  const [first, offering = '', ...rest] = path.split('.');
  return first === 'offerings' ? [first, offeringUnder(offering, old, now), ...rest].join('.') : path;
}
