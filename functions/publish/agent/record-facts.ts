import { NothingPublishedError } from '../../dataset/dataset-reader.ts';
import { type FactsToRecord, type FactValue, type IntakeFinding, LEVEL } from '../../domain/fact.ts';
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
import { applyCorrections } from '../added/apply-corrections.ts';
import { isLevel, madeOffering, offeringIn } from '../added/apply-facts.ts';
import { importedCenter } from '../change/change-centers.ts';
import { UnknownOfferingError } from '../confirm.ts';
import type { CentersPublished } from '../publish-centers.ts';
import { levelProgress } from './level-progress.ts';
import { markWaiting, publishAllWaiting } from './publish-waiting.ts';

const DAY_MS = 86_400_000;
/** Number of days until a fact is stale, unless the agent says otherwise. */
const DEFAULT_DAYS = 90;
/** Number of days until a full or closed intake ends, unless the agent says otherwise. */
const DEFAULT_INTAKE_DAYS = 30;
/**
 * Most attempts to store facts. When several agents send at the same time, each attempt lets at least one of them
 * succeed.
 */
const ATTEMPTS = 50;

export interface FactsRecorded {
  readonly facts: StoredFacts;
  /** What became of each act. */
  readonly acts: readonly StoredAct[];
  /** The publish that this call made; null if another agent's publish included the facts, or if nothing changed. */
  readonly published: CentersPublished | null;
}

export interface RecordingOptions {
  readonly store: DatasetStore & WaitingStore;
  /** Returns the current time in milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Records facts about an offering and publishes them. If a later key press was already recorded for a fact, the earlier
 * one only goes into the history. If the same act is sent again, it is recorded once, even if the first try stopped
 * after storing it.
 * @throws NothingPublishedError, UnknownOfferingError, FactsChangedError if the facts are no longer at the version that
 * the agent saw; nothing was written
 * @throws HeadMovedError, StoreUnavailableError: the facts may be stored but not published. The next publish of any
 * center includes them.
 */
export async function recordFacts(given: FactsToRecord, options: RecordingOptions): Promise<FactsRecorded> {
  const { store, now } = options;
  const { center } = given;
  const origin = { what: 'facts', by: given.by } as const;
  const offering = await targetOf(given, store);
  const progressOf = LEVEL in given.facts ? await levelProgress(center, store) : () => undefined;
  const published = async (facts: StoredFacts, acts: readonly StoredAct[]): Promise<FactsRecorded> => {
    await markWaiting(center, store);
    return { facts, acts, published: await publishAllWaiting(center, { store, now, origin }) };
  };
  for (let attempt = 1; ; attempt += 1) {
    const known = await store.facts(center);
    const before = known.find((one) => one.offering === offering) ?? null;
    if (given.seen !== null && given.seen !== (before?.version ?? 0)) {
      // The agent's facts may be stored already, by an earlier try whose answer was lost.
      if (before !== null && isAlready(before, given)) {
        await store.count(before);
        return published(before, before.acts);
      }
      throw new FactsChangedError(offering);
    }
    const recordedAt = new Date(now()).toISOString();
    const { acts, next: facts } = recorded({ ...given, offering }, before, recordedAt);
    const progress = facts === before ? undefined : progressOf(known, facts, recordedAt);
    const next = progress === undefined ? facts : { ...facts, progress };
    try {
      await store.addActs(acts.filter((act) => !next.acts.includes(act)));
      if (next !== before) {
        // The center is put on the waiting list before storing too, so that the facts are published even if this call
        // stops right after storing them.
        await markWaiting(center, store);
        await store.putFacts(next, before);
      } else await store.count(next);
    } catch (error) {
      if (!(error instanceof FactsChangedError) || given.seen !== null || attempt >= ATTEMPTS) throw error;
      continue;
    }
    // Publishes even if nothing changed, because an earlier try may have stopped before it published.
    return published(next, acts);
  }
}

/** True if this same request was already stored: the version after the one that the agent saw contains it. */
function isAlready({ version, acts }: StoredFacts, { seen, by, facts, expiresAt }: FactsToRecord): boolean {
  const same = (act: StoredAct): boolean => {
    const said = facts[act.field];
    return act.by === by && said !== undefined && isSaid(act, said, expiresAt);
  };
  return seen !== null && version === seen + 1 && acts.length === Object.keys(facts).length && acts.every(same);
}

/**
 * True if a stored act has the answer that was sent. A default end is not compared: it depends on the time of sending,
 * so a second try has another one.
 */
function isSaid(act: StoredAct, said: FactValue, expiresAt: string | null): boolean {
  const { value } = act;
  if (typeof value === 'object' && typeof said === 'object')
    return value.state === said.state && (said.until === undefined || said.until === value.until);
  return value === said && (expiresAt === null || value === 'unknown' || act.expiresAt === expiresAt);
}

/**
 * The key under which facts are stored. If the offering was created by confirming a level, the key is the level. This
 * stays so after a listing names the offering, until something is recorded under the offering's own id.
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

/**
 * The imported center with its corrections but without agents' facts. Null if no center has the id, or it is closed.
 */
export async function listedCenter(center: string, store: DatasetStore): Promise<CenterRecord | null> {
  const head = await store.readHead();
  if (head === null) throw new NothingPublishedError('no dataset has been published to this table');
  const [imported, corrections] = await Promise.all([importedCenter(head, store, center), store.corrections(center)]);
  return imported === null || corrections === null ? imported : applyCorrections(imported, corrections).record;
}

/**
 * Applies the acts to the facts. Returns the result of each act, and the facts after all of them: the same object if
 * nothing changed.
 */
function recorded(given: FactsToRecord, before: StoredFacts | null, recordedAt: string) {
  const { center, offering, by } = given;
  const acts: StoredAct[] = [];
  const changes: StoredAct[] = [];
  for (const [field, said] of Object.entries(given.facts)) {
    const held = before?.facts[field];
    const at = given.seen === null ? given.at : laterThan(held, given.at);
    const value = withEnd(said, at);
    const fact: StoredFact = { value, by, at, recordedAt, expiresAt: expiryOf(value, { ...given, at }) };
    const changed = held === undefined || isLater(fact, held);
    // `took` is true for the act whose fact is in effect, even if the same act was sent before and changes nothing now.
    const act = { ...fact, center, offering, field, took: held === undefined || !isLater(held, fact) };
    acts.push(act);
    if (changed) changes.push(act);
  }
  if (before !== null && changes.length === 0) return { acts, next: before };
  const facts = changes.map(({ field, value, by, at, recordedAt, expiresAt }): [string, StoredFact] => [
    field,
    { value, by, at, recordedAt, expiresAt },
  ]);
  const version = (before?.version ?? 0) + 1;
  const next: StoredFacts = {
    ...{ center, offering, version, acts: changes },
    facts: { ...before?.facts, ...Object.fromEntries(facts) },
  };
  return { acts, next };
}

/**
 * The time to store for a new fact. An agent who saw the fact in effect decided after it, even if its time is from a
 * clock that is ahead. The new fact then gets a time just after it.
 */
function laterThan(held: StoredFact | undefined, at: string): string {
  return held === undefined || Date.parse(held.at) < Date.parse(at) ? at : plus(held.at, 1);
}

const plus = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();
const after = (at: string, days: number): string => plus(at, days * DAY_MS);
/** The end of an intake. If it is not after the fact's adjusted time, it is moved to right after that. */
const notBefore = (end: string, at: string): string => (Date.parse(end) > Date.parse(at) ? end : plus(at, 1));

function withEnd(value: FactValue, at: string): FactValue {
  if (typeof value !== 'object' || value.state === 'open' || value.state === 'unknown') return value;
  return {
    state: value.state,
    until: notBefore(value.until ?? after(at, DEFAULT_INTAKE_DAYS), at),
  } satisfies IntakeFinding;
}

function expiryOf(value: FactValue, { at, expiresAt }: Pick<FactsToRecord, 'at' | 'expiresAt'>): string | null {
  if (value === 'unknown' || (typeof value === 'object' && value.state === 'unknown')) return null;
  return notBefore((typeof value === 'object' ? value.until : undefined) ?? expiresAt ?? after(at, DEFAULT_DAYS), at);
}
