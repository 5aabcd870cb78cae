import { newMeter } from '../../functions/dataset/dataset-reader.ts';
import type { VersionKey } from '../../functions/dataset/head.ts';
import { packed, unpackOffering } from '../../functions/dataset/packed-center.ts';
import { publishAllWaiting } from '../../functions/publish/agent/publish-waiting.ts';
import { recordFacts } from '../../functions/publish/agent/record-facts.ts';
import { collect } from '../../functions/publish/collect.ts';
import { confirm } from '../../functions/publish/confirm.ts';
import { correct } from '../../functions/publish/correct.ts';
import { publish } from '../../functions/publish/publish.ts';
import { purge } from '../../functions/publish/purge.ts';
import { rollback } from '../../functions/publish/rollback.ts';
import type { Filter } from '../../functions/search/filter.ts';
import type { Locator } from '../../functions/search/locator.ts';
import type { Match, NearQuery } from '../../functions/search/query.ts';
import type { AgentStore } from '../../functions/store/agent-store.ts';
import type { DatasetStore } from '../../functions/store/store.ts';
import { pick } from '../support/random.ts';
import type { Ledger } from './ledger.ts';
import type { Kind } from './plan.ts';
import { centerIds, type Import, offeringOf, someImport } from './universe.ts';
import { SKEW_MS, type Watch } from './watch.ts';

/** Everything that the calls of one run need. */
export interface Surroundings {
  readonly watch: Watch;
  readonly ledger: Ledger;
  readonly now: () => number;
  /** Opens the store for a writer. @param clock The writer's clock, which may be slightly wrong. */
  readonly storeWith: (clock: () => number) => DatasetStore & AgentStore;
  /** Containers that answer searches, each with its own cache. */
  readonly containers: readonly Locator[];
  readonly checkSearch: (search: Searched) => void;
  readonly importing: (imported: Import) => void;
}

export interface Searched {
  readonly container: number;
  readonly query: NearQuery;
  readonly startedAt: number;
  /** The version that was asked for. Undefined for the current dataset. */
  readonly version?: VersionKey;
  readonly found: readonly Found[];
  readonly count: number;
  readonly head: { readonly version: string; readonly revision: number };
}

interface Found {
  readonly id: string;
  readonly km: number;
  readonly offerings: readonly string[];
}

type Call = (random: () => number, surroundings: Surroundings) => Promise<void>;

const filters: readonly Filter[] = [{}, { level: ['iop'] }, { level: ['op', 'php'] }, { payer: ['medicaid'] }];
const by = 'kim';

/**
 * The function that carries out each kind of step. It throws errors to the run, which decides whether they are allowed.
 */
export const calls: Readonly<Record<Kind, Call>> = {
  async publish(random, { storeWith, now, importing }) {
    const imported = someImport(random);
    importing(imported);
    const clock = clockOf(random, now);
    const attempts = 1 + Math.floor(random() * 3);
    const origin = { what: 'publish', by } as const;
    await publish({ store: storeWith(clock), ...imported, now: clock(), attempts, origin });
  },
  async confirm(random, { storeWith, now, ledger }) {
    const clock = clockOf(random, now);
    const store = storeWith(clock);
    const center = pick(random, centerIds);
    const offering = offeringOf(center);
    const state = pick(random, ['confirmed', 'confirmed', 'denied', 'unconfirmed'] as const);
    const seen = (await store.confirmations(center)).find((one) => one.offering === offering)?.revision ?? null;
    const days = 1 + Math.floor(random() * 90);
    const done = await confirm({ center, offering, state, by, seen, days }, { store, now: clock() });
    ledger.confirmed(done.confirmation);
  },
  async correct(random, { storeWith, now, ledger }) {
    const clock = clockOf(random, now);
    const center = pick(random, centerIds);
    const about = { center, reason: 'somebody said so', by };
    const kind = random();
    const set =
      kind < 0.6
        ? [{ path: 'phones.0.number', value: `+160255501${String(Math.floor(random() * 100)).padStart(2, '0')}` }]
        : [{ path: 'closed', value: random() < 0.4 }];
    const request = kind < 0.85 ? { ...about, set } : { ...about, clear: 'all' as const };
    const done = await correct(request, { store: storeWith(clock), now: clock() });
    ledger.corrected(done.stored);
  },
  async 'record facts'(random, { storeWith, now, ledger }) {
    const clock = clockOf(random, now);
    const center = pick(random, centerIds);
    const facts = pick(random, [
      { 'schedule.evening': 'yes' },
      { 'schedule.evening': 'no' },
      { 'payer.medicaid': 'yes', 'schedule.weekend': 'unknown' },
      { intake: { state: 'full' } },
    ] as const);
    const at = new Date(clock() - Math.floor(random() * 60_000)).toISOString();
    const done = await recordFacts(
      { center, offering: offeringOf(center), facts, at, expiresAt: null, by, seen: null },
      { store: storeWith(clock), now: clock },
    );
    ledger.acted(done.acts);
  },
  async purge(random, { storeWith, now, watch }) {
    const center = pick(random, centerIds.slice(0, 3));
    watch.purging.add(center);
    const clock = clockOf(random, now);
    await purge(center, { store: storeWith(clock), now: clock, by });
    watch.purged.add(center);
  },
  async collect(random, { storeWith, now }) {
    const clock = clockOf(random, now);
    await collect({ store: storeWith(clock), now: clock });
  },
  async 'roll back'(random, { storeWith, now }) {
    const clock = clockOf(random, now);
    await rollback({ store: storeWith(clock), now: clock(), by });
  },
  async flush(random, { storeWith, now }) {
    const clock = clockOf(random, now);
    await publishAllWaiting(null, { store: storeWith(clock), now: clock, origin: { what: 'facts', by } });
  },
  async search(random, surroundings) {
    await searchOnce(random, surroundings);
  },
  async 'turn pages'(random, surroundings) {
    const first = await searchOnce(random, surroundings);
    const last = first.found.at(-1);
    if (last === undefined) return;
    const after = { km: last.km, id: last.id };
    const { head, query, container } = first;
    const version = surroundings.watch.seen.find(({ head: seen }) => seen.revision === head.revision)?.head;
    await searchWith({ ...query, after }, container, surroundings, version);
  },
};

async function searchOnce(random: () => number, surroundings: Surroundings): Promise<Searched> {
  const query: NearQuery = {
    origin: { lat: 30 + random() * 18, lng: -122 + random() * 34 },
    withinKm: random() < 0.2 ? 300 + random() * 1_500 : null,
    filter: pick(random, filters),
    limit: 1 + Math.floor(random() * 4),
    withAlternatives: false,
  };
  const container = Math.floor(random() * surroundings.containers.length);
  return searchWith(query, container, surroundings);
}

async function searchWith(
  query: NearQuery,
  container: number,
  { containers, checkSearch, now }: Surroundings,
  version?: VersionKey,
): Promise<Searched> {
  const startedAt = now();
  const locator = containers[container] as Locator;
  const { answer, head } = await locator.near(query, newMeter(), version ?? null);
  const searched: Searched = {
    ...{ container, query, startedAt, head, count: answer.unknown.count },
    ...(version && { version }),
    found: answer.matches.map(foundOf),
  };
  checkSearch(searched);
  return searched;
}

/** A clock that is slightly wrong, as on real machines. */
function clockOf(random: () => number, now: () => number): () => number {
  const off = Math.round((random() - 0.5) * SKEW_MS);
  return () => now() + off;
}

const foundOf = ({ row, distanceKm, offerings }: Match): Found => ({
  id: row[packed.id],
  km: distanceKm ?? Number.NaN,
  offerings: offerings.map((offering) => unpackOffering(row, offering).id),
});
