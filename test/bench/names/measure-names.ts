import { loadRecords } from '../../../data/records/load.ts';
import { newMeter } from '../../../functions/dataset/dataset-reader.ts';
import { packed } from '../../../functions/dataset/packed-center.ts';
import { TooBroadError } from '../../../functions/dataset/read/too-broad.ts';
import type { CenterRecord } from '../../../functions/domain/record.ts';
import { places } from '../../../functions/places/load.ts';
import { Locator } from '../../../functions/search/locator.ts';
import { memoryStore } from '../../../functions/store/memory.ts';
import { listingLike } from '../../support/listing-like.ts';
import { seeded } from '../../support/random.ts';
import type { Progress } from '../progress.ts';
import { publishTo } from '../size.ts';
import { type Spread, spreadOf } from '../statistics.ts';
import { watched } from '../watched-store.ts';
import { grownNames } from './grown.ts';
import {
  MOST_NAMESAKES,
  type NameKind,
  plainKinds,
  slipKinds,
  type TypedName,
  typedNames,
  wordsFinding,
} from './typed-names.ts';

/** A name counts as found if one of the intended centers is among this many results. */
const TOP = 3;

export interface NamesPlan {
  readonly listings: string;
  /** Number of centers in each dataset: listings and made-up centers together. */
  readonly sizes: readonly number[];
  readonly names: number;
  readonly seed: number;
  readonly now: number;
}

export interface NamesReport {
  readonly centers: number;
  readonly found: readonly { readonly kind: NameKind; readonly found: number; readonly of: number }[];
  /** Share of correctly typed names that were found. */
  readonly plain: number;
  readonly slips: number;
  readonly reads: Spread;
  readonly readUnits: Spread;
  readonly roundTrips: Spread;
  readonly ms: Spread;
  readonly refused: number;
}

/**
 * Searches for names of the listings in datasets of several sizes. Counts how many are found, and the reads. Indexes
 * are cached, pages are not.
 */
export async function measureNames(plan: NamesPlan, progress: Progress): Promise<NamesReport[]> {
  const listings = await loadRecords(plan.listings);
  const random = seeded(plan.seed);
  const typed = [plainKinds, slipKinds].flatMap((kinds) => typedNames(listings, kinds, plan.names, random));
  const reports: NamesReport[] = [];
  for (const size of plan.sizes) {
    const store = watched(memoryStore());
    progress(`names: ${size} centers`);
    const namesakes = new Namesakes(typed);
    await publishTo(store, namesakes.watching(grownTo(size, listings, plan.seed)), plan.now, progress);
    reports.push(await measured(store, namesakes.known(), size, plan.now));
  }
  return reports;
}

/** Finds typed names that other centers have too. If many centers have a name, nobody could say which one is meant. */
class Namesakes {
  readonly #typed: readonly TypedName[];
  readonly #byWord: ReadonlyMap<string, readonly TypedName[]>;
  readonly #found = new Map<TypedName, Set<string>>();

  constructor(typed: readonly TypedName[]) {
    this.#typed = typed;
    this.#byWord = Map.groupBy(typed, ({ words }) => words[0] ?? '');
  }

  *watching(records: Iterable<CenterRecord>): Generator<CenterRecord> {
    for (const record of records) {
      const words = wordsFinding(record.center);
      for (const word of words) {
        for (const one of this.#byWord.get(word) ?? []) {
          if (!one.words.every((other) => words.has(other))) continue;
          const found = this.#found.get(one) ?? new Set(one.meant);
          this.#found.set(one, found.add(record.center.id));
        }
      }
      yield record;
    }
  }

  /** The typed names that only few centers have. */
  known(): TypedName[] {
    return this.#typed
      .map((one) => ({ ...one, meant: this.#found.get(one) ?? one.meant }))
      .filter(({ meant }) => meant.size <= MOST_NAMESAKES);
  }
}

function* grownTo(size: number, listings: readonly CenterRecord[], seed: number): Generator<CenterRecord> {
  yield* listings;
  const renamed = grownNames(listings, seeded(seed));
  const taken = new Set(listings.map(({ center }) => center.id));
  const more = Math.max(0, size - listings.length);
  for (const record of listingLike(seed, more, places())) if (!taken.has(record.center.id)) yield renamed(record);
}

async function measured(
  store: ReturnType<typeof watched>,
  typed: readonly TypedName[],
  centers: number,
  now: number,
): Promise<NamesReport> {
  const locator = new Locator({ store, now: () => now, cacheBytes: 0 });
  const counts = new Map<NameKind, { found: number; of: number }>();
  const [reads, units, trips, ms]: [number[], number[], number[], number[]] = [[], [], [], []];
  let refused = 0;
  for (const { kind, typed: name, meant } of typed) {
    const count = counts.get(kind) ?? { found: 0, of: 0 };
    counts.set(kind, count);
    count.of += 1;
    const ask = () => locator.named({ name, filter: {}, limit: 10 }, newMeter());
    try {
      // The first run only caches the index nodes that the search needs.
      await ask();
      const meter = newMeter();
      store.take();
      const from = performance.now();
      const { answer } = await locator.named({ name, filter: {}, limit: 10 }, meter);
      ms.push(performance.now() - from);
      reads.push(store.take().pages);
      units.push(meter.readUnits);
      trips.push(meter.roundTrips);
      if (answer.matches.slice(0, TOP).some(({ row }) => meant.has(row[packed.id]))) count.found += 1;
    } catch (error) {
      if (!(error instanceof TooBroadError)) throw error;
      refused += 1;
    }
  }
  const found = [...counts].map(([kind, count]) => ({ kind, ...count }));
  const share = (kinds: readonly NameKind[]): number => {
    const among = found.filter(({ kind }) => kinds.includes(kind));
    return among.reduce((sum, one) => sum + one.found, 0) / among.reduce((sum, { of }) => sum + of, 0);
  };
  return {
    centers,
    found,
    plain: share(plainKinds),
    slips: share(slipKinds),
    reads: spreadOf(reads),
    readUnits: spreadOf(units),
    roundTrips: spreadOf(trips),
    ms: spreadOf(ms),
    refused,
  };
}
