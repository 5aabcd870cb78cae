import { NothingPublishedError } from '../../dataset/dataset-reader.ts';
import type { FactValue, IntakeFinding } from '../../domain/fact.ts';
import type { CenterRecord } from '../../domain/record.ts';
import type { WaitingStore } from '../../store/agent-store.ts';
import type { DatasetStore } from '../../store/store.ts';
import {
  FactsChangedError,
  isLater,
  type StoredAct,
  type StoredFact,
  type StoredFacts,
} from '../../store/stored-facts.ts';
import { isLevel, madeOffering, offeringIn } from '../added/apply-facts.ts';
import { applyOverride } from '../added/apply-overrides.ts';
import { importedCenter } from '../change/change-centers.ts';
import { UnknownOfferingError } from '../confirm.ts';
import type { CentersPublished } from '../publish-centers.ts';
import { publishWaiting } from './publish-waiting.ts';

const DAY_MS = 86_400_000;
/** How long a fact holds before it is stale, where nobody says. */
export const DEFAULT_DAYS = 90;
/** How long an intake that is full or closed holds, where nobody says. */
export const DEFAULT_INTAKE_DAYS = 30;
/** Agents who replay what was queued race with each other; each write wins in turn. */
const ATTEMPTS = 50;

/** What an agent recorded, with every value checked against its closed list. */
export interface FactsToRecord {
  readonly center: string;
  /** An offering's id, or a level that is unknown. */
  readonly offering: string;
  readonly facts: Readonly<Record<string, FactValue>>;
  /** When the key was pressed. */
  readonly at: string;
  readonly expiresAt: string | null;
  readonly by: string;
  /** The version that the agent saw, 0 where nothing was recorded; null to let the time of the key press decide. */
  readonly seen: number | null;
}

export interface FactsRecorded {
  readonly facts: StoredFacts;
  /** What became of each act. */
  readonly acts: readonly StoredAct[];
  /** Null where another agent's publish took it along, or nothing changed. */
  readonly published: CentersPublished | null;
}

export interface RecordingOptions {
  readonly store: DatasetStore & WaitingStore;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Records facts of an offering and publishes them. A fact whose key was pressed before the one that holds changes nothing:
 * it becomes history. The same act sent again is one act.
 * @throws NothingPublishedError, UnknownOfferingError, FactsChangedError where the offering is no longer at the version
 * that was seen: nothing was written.
 * @throws HeadMovedError, StoreUnavailableError: the facts may be kept and not published yet; the next publish puts them in.
 */
export async function recordFacts(given: FactsToRecord, options: RecordingOptions): Promise<FactsRecorded> {
  const { store, now } = options;
  const offering = await targetOf(given, store);
  for (let attempt = 1; ; attempt += 1) {
    const before = (await store.facts(given.center)).find((one) => one.offering === offering) ?? null;
    if (given.seen !== null && given.seen !== (before?.version ?? 0)) throw new FactsChangedError(offering);
    const acts = actsOf({ ...given, offering }, before, new Date(now()).toISOString());
    const next = withActs({ ...given, offering }, before, acts);
    try {
      await store.addActs(acts.filter(({ took }) => !took));
      if (next !== before) await store.putFacts(next, before);
    } catch (error) {
      if (!(error instanceof FactsChangedError) || given.seen !== null || attempt >= ATTEMPTS) throw error;
      continue;
    }
    // Also where nothing changed: the first try may have stopped before it published.
    return { facts: next, acts, published: await publishWaiting(given.center, { store, now }) };
  }
}

/**
 * What facts are stored under. An offering that a confirmed level became is still that level, also once a listing names it:
 * until something is recorded of the offering by its id, its facts and their version are the level's.
 */
async function targetOf({ center, offering: named }: FactsToRecord, store: DatasetStore): Promise<string> {
  const [record, recorded] = await Promise.all([listedCenter(center, store), store.facts(center)]);
  if (record !== null) {
    const { unknownLevels } = record.center;
    const offering = offeringIn(record, named);
    const listed = record.offerings.find(({ id }) => id === offering);
    if (listed !== undefined) {
      const has = (target: string) => recorded.some((one) => one.offering === target);
      const isOfLevel = !has(offering) && has(listed.level) && offeringIn(record, listed.level) === offering;
      return isOfLevel ? listed.level : offering;
    }
    if (isLevel(offering) && unknownLevels.includes(offering)) return offering;
    const made = unknownLevels.find((level) => madeOffering(record, level).id === offering);
    if (made !== undefined) return made;
  }
  throw new UnknownOfferingError(`center "${center}" has no offering "${named}", and no such level is unknown`);
}

/** The imported center with its corrections, without agents' facts. Null if there is none, or it is closed. */
export async function listedCenter(center: string, store: DatasetStore): Promise<CenterRecord | null> {
  const head = await store.readHead();
  if (head === null) throw new NothingPublishedError('no dataset has been published to this table');
  const [imported, override] = await Promise.all([importedCenter(head, store, center), store.override(center)]);
  return imported === null || override === null ? imported : applyOverride(imported, override).record;
}

function actsOf(given: FactsToRecord, before: StoredFacts | null, recordedAt: string): StoredAct[] {
  const { center, offering, by, at } = given;
  return Object.entries(given.facts).map(([field, said]): StoredAct => {
    const value = withEnd(said, at);
    const act: StoredFact = { value, by, at, recordedAt, expiresAt: expiryOf(value, given) };
    const held = before?.facts[field];
    return { ...act, center, offering, field, took: held === undefined || isLater(act, held) };
  });
}

/** The facts after the acts; the very same where none of them took. */
function withActs(
  { center, offering }: FactsToRecord,
  before: StoredFacts | null,
  acts: readonly StoredAct[],
): StoredFacts {
  const took = acts.filter((act) => act.took);
  if (before !== null && took.length === 0) return before;
  const facts = took.map(({ field, value, by, at, recordedAt, expiresAt }) => [
    field,
    { value, by, at, recordedAt, expiresAt } satisfies StoredFact,
  ]);
  return {
    center,
    offering,
    version: (before?.version ?? 0) + 1,
    facts: { ...before?.facts, ...Object.fromEntries(facts) },
    acts: took,
  };
}

const after = (at: string, days: number): string => new Date(Date.parse(at) + days * DAY_MS).toISOString();

function withEnd(value: FactValue, at: string): FactValue {
  if (typeof value !== 'object' || value.state === 'open' || value.state === 'unknown') return value;
  return { state: value.state, until: value.until ?? after(at, DEFAULT_INTAKE_DAYS) } satisfies IntakeFinding;
}

function expiryOf(value: FactValue, { at, expiresAt }: FactsToRecord): string | null {
  if (value === 'unknown' || (typeof value === 'object' && value.state === 'unknown')) return null;
  return (typeof value === 'object' ? value.until : undefined) ?? expiresAt ?? after(at, DEFAULT_DAYS);
}
