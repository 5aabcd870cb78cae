import { type Blob, decodeContent } from '../../functions/dataset/content.ts';
import { newMeter } from '../../functions/dataset/dataset-reader.ts';
import { packCenter } from '../../functions/dataset/packed-center.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { places } from '../../functions/places/load.ts';
import { Locator } from '../../functions/search/locator.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import { listingLike } from '../support/listing-like.ts';
import { seeded } from '../support/random.ts';
import { type Ask, asker, type Search } from './ask.ts';
import { engineInWorker } from './engine-worker.ts';
import { kdbushLocator } from './peers/kdbush.ts';
import type { Progress } from './progress.ts';
import { originsOf } from './queries.ts';
import { publishTo } from './size.ts';
import { cpuMs, median, type Spread, spreadOf } from './statistics.ts';
import { watched } from './watched-store.ts';

export interface CpuReport {
  readonly centers: number;
  readonly rounds: number;
  readonly searches: number;
  /** Milliseconds per search, as medians over the rounds. */
  readonly uncachedMs: number;
  readonly parseMs: number;
  /**
   * Like `uncachedMs`, but with the AWS SDK and the embedded engine in another thread instead of the store in memory.
   */
  readonly withSdkMs: number;
  /** Milliseconds for decompressing the pages, checking their hashes and parsing them. */
  readonly decodeMs: number;
  readonly cachedMs: number;
  readonly kdbushMs: number;
  /**
   * Each round's time of our handler divided by the time of plain parsing (or of kdbush): the spread over the rounds.
   */
  readonly uncachedOverParse: Spread;
  readonly cachedOverKdbush: Spread;
  /** Share of searches, 0 to 1, for which kdbush in our handler gives the same centers and count as our search. */
  readonly sameAnswers: number;
}

export interface CpuPlan {
  readonly centers: number;
  readonly searches: number;
  readonly rounds: number;
  readonly seed: number;
  readonly now: number;
}

const SDK_ROUNDS = 5;

/**
 * Measures the processor time of the whole handler, from the event to the JSON text, over a store in memory. All
 * variants take turns in each round.
 */
export async function measureCpu(plan: CpuPlan, progress: Progress): Promise<CpuReport> {
  const { now } = plan;
  progress('cpu: publishing');
  const records = [...listingLike(plan.seed, plan.centers, places())];
  const store = watched(memoryStore());
  await publishTo(store, records, now);
  const uncached = new Locator({ store, cacheBytes: 0, now: () => now });
  const cached = new Locator({ store, now: () => now });
  const origin = originsOf(seeded(plan.seed + 3));
  const searches: Search[] = Array.from({ length: plan.searches }, () => ({
    origin: origin('mixed'),
    withinMiles: null,
    filter: { level: ['iop'] },
    limit: 10,
  }));
  const first = {
    origin: { lat: 33.45, lng: -112.07 },
    withinKm: null,
    filter: { level: ['iop' as const] },
    limit: 10,
  };
  const example = await cached.near(first, newMeter());
  const kdbush = kdbushLocator(records.map(packCenter), cached, example, now);
  const ask = {
    uncached: asker(uncached, () => now),
    cached: asker(cached, () => now),
    kdbush: asker(kdbush, () => now),
  };

  const items: Blob[] = [];
  const texts: string[] = [];
  let sameAnswers = 0;
  for (const search of searches) {
    await ask.uncached(search);
    store.takeItems();
    await ask.uncached(search);
    for (const item of store.takeItems()) {
      items.push(item);
      texts.push(textOf(item));
    }
    const [ours, theirs] = [await ask.cached(search), await ask.kdbush(search)];
    if (namesOf(ours.body) === namesOf(theirs.body)) sameAnswers += 1;
  }

  const rounds: Record<'uncached' | 'parse' | 'decode' | 'cached' | 'kdbush', number>[] = [];
  for (let round = 0; round < plan.rounds; round += 1) {
    rounds.push({
      uncached: await timeOf(searches, ask.uncached),
      parse: timed(() => {
        for (const text of texts) JSON.parse(text);
      }),
      decode: timed(() => {
        for (const item of items) decodeContent(item);
      }),
      cached: await timeOf(searches, ask.cached),
      kdbush: await timeOf(searches, ask.kdbush),
    });
    store.takeItems();
    progress(`cpu: round ${round + 1} of ${plan.rounds}`);
  }
  const each = (key: keyof (typeof rounds)[number]): number => median(rounds.map((r) => r[key])) / plan.searches;
  return {
    centers: plan.centers,
    rounds: plan.rounds,
    searches: plan.searches,
    uncachedMs: each('uncached'),
    parseMs: each('parse'),
    decodeMs: each('decode'),
    withSdkMs: await measureWithSdk(records, searches, now, progress),
    cachedMs: each('cached'),
    kdbushMs: each('kdbush'),
    uncachedOverParse: spreadOf(rounds.map(({ uncached: ours, parse }) => ours / parse)),
    cachedOverKdbush: spreadOf(rounds.map(({ cached: ours, kdbush: theirs }) => ours / theirs)),
    sameAnswers: sameAnswers / plan.searches,
  };
}

async function measureWithSdk(
  records: readonly CenterRecord[],
  searches: readonly Search[],
  now: number,
  progress: Progress,
): Promise<number> {
  progress('cpu: publishing to the engine');
  const engine = await engineInWorker();
  try {
    await publishTo(engine.store, records, now);
    const ask = asker(new Locator({ store: engine.store, cacheBytes: 0, now: () => now }), () => now);
    await timeOf(searches, ask);
    const times: number[] = [];
    for (let round = 0; round < SDK_ROUNDS; round += 1) {
      times.push((await timeOf(searches, ask)) / searches.length);
      progress(`cpu: with the SDK, round ${round + 1} of ${SDK_ROUNDS}`);
    }
    return median(times);
  } finally {
    await engine.close();
  }
}

async function timeOf(searches: readonly Search[], ask: Ask): Promise<number> {
  const from = cpuMs();
  for (const search of searches) await ask(search);
  return cpuMs() - from;
}

function timed(work: () => void): number {
  const from = cpuMs();
  work();
  return cpuMs() - from;
}

/** The pages' content as one JSON text. */
function textOf(item: Blob): string {
  const content = decodeContent(item);
  if (content.kind === 'centers') return JSON.stringify(content);
  const { bytes: _, ...stored } = content;
  return JSON.stringify(stored);
}

function namesOf(body: string): string {
  const { results, unknown } = JSON.parse(body) as {
    results: { center: { id: string } }[];
    unknown: { count: number };
  };
  return JSON.stringify([results.map(({ center }) => center.id), unknown.count]);
}
