import { Locator } from '../../functions/search/locator.ts';
import { dynamoFullStore } from '../../functions/store/dynamo-full.ts';
import { dynamoReader } from '../../functions/store/dynamo-reader.ts';
import { writeBudget } from '../../functions/store/retry.ts';
import { oracleNear } from '../support/oracle.ts';
import { seeded } from '../support/random.ts';
import { checkAtRest } from './at-rest.ts';
import { calls, type Searched, type Surroundings } from './calls.ts';
import { type Fate, simulatedClient, type Tally } from './client.ts';
import { Ledger } from './ledger.ts';
import type { Step } from './plan.ts';
import { LAG_MS, SimulatedTable } from './table.ts';
import { type Import, START } from './universe.ts';
import { type Actor, VirtualTime } from './virtual-time.ts';
import { Violation, Watch } from './watch.ts';

const CONTAINERS = 3;
/** Greatest age that a container's HEAD may have when a search begins, including a replica's lag. */
const STALE_MS = 5_000 + LAG_MS;
const TABLE = 'simulated';

/** Allowed errors: they say what happened, and either change nothing or leave a change that can be continued. */
const clean = new Set([
  ...['HeadMovedError', 'ConfirmationChangedError', 'CorrectionsChangedError', 'FactsChangedError'],
  ...['UnknownOfferingError', 'UnknownCenterError', 'CorrectionRefusedError', 'RollbackError', 'PublishTooSlowError'],
  ...['StoreUnavailableError', 'ProvisionedThroughputExceededException', 'TimeoutError', 'AbortError'],
]);

export interface Counts extends Tally {
  readonly kinds: Record<string, number>;
  readonly errors: Record<string, number>;
  heads: number;
  searches: number;
  unavailable: number;
  /** Number of datasets that were built again from their records. */
  rebuilt: number;
}

export interface Outcome {
  readonly counts: Counts;
  /** The guarantee that was violated. Null if none was. */
  readonly violation: string | null;
  readonly trace: readonly string[];
}

/** Runs some steps against a new table, and checks everything that happens against the guarantees. */
export async function run(plan: readonly Step[], seed: number, tracing = false): Promise<Outcome> {
  const nobody: Actor = { index: -1, random: seeded(seed), dead: false };
  const time = new VirtualTime(START, nobody);
  time.install();
  const fates = new Map<Actor, Fate>();
  const lines: string[] = [];
  const trace = (actor: Actor, line: () => string): void => {
    if (!tracing) return;
    const kind = plan.find(({ index }) => index === actor.index)?.kind ?? 'at rest';
    lines.push(`${((time.now - START) / 1000).toFixed(3).padStart(12)} s  ${kind} #${actor.index}: ${line()}`);
  };
  const imports = new Map<Actor, Import>();
  let table: SimulatedTable;
  let ledger: Ledger;
  const watch = new Watch(
    () => table,
    () => time.now,
    (seen) => {
      counts.heads += 1;
      ledger.check(seen);
      trace(time.current, () => `    HEAD is at revision ${seen.head.revision}, version ${seen.head.version}`);
    },
  );
  table = new SimulatedTable((change) => watch.changed(change));
  ledger = new Ledger(watch, () => table);
  watch.importOf = () => imports.get(time.current) ?? null;
  const { client, tally } = simulatedClient({
    ...{ table, time, trace },
    fateOf: (actor) => fates.get(actor) ?? { endsAt: null, faults: 0, slowness: 1 },
  });
  const counts: Counts = Object.assign(tally, {
    ...{ kinds: {}, errors: {}, heads: 0, searches: 0, unavailable: 0, rebuilt: 0 },
  });
  const now = () => time.now;
  const containers = Array.from(
    { length: CONTAINERS },
    () => new Locator({ store: dynamoReader({ client, tableName: TABLE }), now }),
  );
  const surroundings: Surroundings = {
    ...{ watch, ledger, now, containers },
    storeWith: (clock) => dynamoFullStore({ client, tableName: TABLE, now: clock, reading: writeBudget }),
    checkSearch: (searched) => {
      counts.searches += 1;
      checkSearch(searched, watch, now());
      neverBack(searched, answered, now());
    },
    importing: (imported) => imports.set(time.current, imported),
  };

  const answered: Answered[][] = containers.map(() => []);
  const failures: unknown[] = [];
  const begin = (step: Step): void => {
    const actor = time.current;
    counts.kinds[step.kind] = (counts.kinds[step.kind] ?? 0) + 1;
    trace(actor, () => 'begins');
    calls[step.kind](actor.random, surroundings).then(
      () => trace(actor, () => 'is done'),
      (error: unknown) => {
        const name = error instanceof Error ? error.name : String(error);
        counts.errors[name] = (counts.errors[name] ?? 0) + 1;
        trace(actor, () => `ends with ${name}`);
        if (!isClean(step, error, watch, now())) failures.push(error);
        else if (step.kind === 'search' || step.kind === 'turn pages') counts.unavailable += 1;
      },
    );
  };
  for (const step of plan) {
    const actor: Actor = { index: step.index, random: seeded(step.seed), dead: false };
    fates.set(actor, step.fate);
    time.at(step.at, () => begin(step), actor);
  }
  try {
    while (await time.step()) {
      await watch.checked();
      if (failures.length > 0) throw failures[0];
    }
    const rest: Actor = { index: -1, random: seeded(seed + 1), dead: false };
    await atOnce(time, rest, async () => {
      counts.rebuilt += await checkAtRest({ ...surroundings, table });
    });
    return { counts, violation: null, trace: lines };
  } catch (error) {
    const text =
      error instanceof Violation ? error.message : `unexpected: ${error instanceof Error ? error.stack : error}`;
    return { counts, violation: text, trace: lines };
  }

  /** Runs a task while no other code runs. */
  async function atOnce(virtual: VirtualTime, actor: Actor, task: () => Promise<void>): Promise<void> {
    let ended = false;
    let failure: unknown;
    virtual.at(
      virtual.now,
      () => {
        task().then(
          () => (ended = true),
          (error: unknown) => {
            ended = true;
            failure = error;
          },
        );
      },
      actor,
    );
    while (await virtual.step()) await watch.checked();
    if (!ended) throw new Violation('a call never ended');
    if (failure !== undefined) throw failure;
  }
}

function isClean({ kind }: Step, error: unknown, watch: Watch, now: number): boolean {
  if (error instanceof Violation || !(error instanceof Error)) return false;
  if (error.name === 'NothingPublishedError') return now - (watch.seen[0]?.since ?? now) <= LAG_MS;
  // If a version was purged, reading its pages and publishing may fail with these errors. Nothing else may.
  if (error.name === 'DatasetGoneError') return kind === 'turn pages' && watch.purging.size > 0;
  if (error.name === 'MissingContentError') return kind !== 'search' && kind !== 'turn pages' && watch.purging.size > 0;
  return clean.has(error.name);
}

interface Answered {
  readonly at: number;
  readonly revision: number;
}

/** After a container answered from one dataset, it never answers from an older one. */
function neverBack({ container, version, head, startedAt }: Searched, answered: Answered[][], now: number): void {
  if (version !== undefined) return;
  const before = answered[container] ?? [];
  const newest = before.filter(({ at }) => at < startedAt).reduce((most, { revision }) => Math.max(most, revision), 0);
  if (head.revision < newest) throw new Violation(`a container went back from revision ${newest} to ${head.revision}`);
  before.push({ at: now, revision: head.revision });
}

/** A search must be exact for the dataset that it read, and that dataset must have been current a moment ago. */
function checkSearch({ query, found, count, head, startedAt, version }: Searched, watch: Watch, now: number): void {
  const seen = watch.bySeen.get(head.version);
  if (seen === undefined)
    throw new Violation(`a search was answered from version ${head.version}, which readers never saw`);
  const expected = oracleNear(seen.records, { ...query, limit: 1_000 }, now);
  const from = query.after ?? null;
  const start = from === null ? 0 : expected.results.findIndex(({ id }) => id === from.id) + 1;
  const right = expected.results.slice(start, start + query.limit);
  const same =
    right.length === found.length &&
    right.every(
      ({ id, km, offerings }, at) =>
        found[at]?.id === id &&
        Math.abs((found[at]?.km ?? Number.NaN) - km) < 1e-6 &&
        JSON.stringify(found[at]?.offerings) === JSON.stringify(offerings),
    );
  if (!same) {
    const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join(', ');
    throw new Violation(`a search of version ${head.version} found ${ids(found)} and not ${ids(right)}`);
  }
  if (from === null && query.withinKm === null && expected.unknown.count !== count)
    throw new Violation(`a search counts ${count} in doubt and not ${expected.unknown.count}`);
  if (version !== undefined) return;
  const oldest = watch.seen.filter(({ until }) => until === null || until > startedAt - STALE_MS)[0];
  if (oldest !== undefined && head.revision < oldest.head.revision)
    throw new Violation(
      `a search was answered from revision ${head.revision}, replaced more than ${STALE_MS / 1000} s before`,
    );
}
