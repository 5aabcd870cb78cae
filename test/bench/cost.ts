import { type Meter, newMeter } from '../../functions/dataset/dataset-reader.ts';
import { KM_PER_MILE } from '../../functions/geo/distance.ts';
import type { Filter } from '../../functions/search/filter.ts';
import { Locator } from '../../functions/search/locator.ts';
import { asker, type Search } from './ask.ts';
import type { Progress } from './progress.ts';
import { limits, type OriginKind, originKinds, originsOf, radiiMiles } from './queries.ts';
import { type Spread, spreadOf } from './statistics.ts';
import type { WatchedStore } from './watched-store.ts';

/**
 * Cost of one kind of search, measured on full API answers. Indexes are cached, pages are not. Reading HEAD does not
 * count.
 */
export interface Cost {
  readonly filter: string;
  readonly limit: number;
  readonly withinMiles: number | null;
  readonly origins: OriginKind | 'mixed';
  readonly pages: Spread;
  readonly requests: Spread;
  readonly roundTrips: Spread;
  readonly readUnits: Spread;
  readonly bytes: Spread;
  readonly centersDecoded: Spread;
  readonly handlerMs: Spread;
  /**
   * Number of answers with fewer results than requested. Such a search also looks for alternatives, so it reads more.
   */
  readonly short: number;
  /** Cost of the same searches without alternatives: they read only what results and counts need. */
  readonly alone: { readonly pages: Spread; readonly roundTrips: Spread; readonly readUnits: Spread };
  /** Number of "too broad" answers (422), which are left out of the other numbers. */
  readonly refused: number;
}

export interface ColdCost {
  /** Read units before the first search can begin: for HEAD, the counts, and the top nodes of the indexes. */
  readonly readUnitsBefore: Spread;
  /** Requests until the first answer, including those before the search. */
  readonly requests: Spread;
  readonly roundTrips: Spread;
  readonly readUnits: Spread;
}

export interface CostPlan {
  /** Number of searches for each line of the printed table (`aLine`) and for each cell of the full matrix (`aCell`). */
  readonly aLine: number;
  readonly aCell: number;
  readonly cold: number;
  readonly now: number;
  readonly random: () => number;
}

export async function measureCosts(
  store: WatchedStore,
  filters: Readonly<Record<string, Filter>>,
  plan: CostPlan,
  progress: Progress,
): Promise<{ lines: Cost[]; matrix: Cost[] }> {
  const measure = costMeter(store, plan);
  const lines: Cost[] = [];
  const matrix: Cost[] = [];
  const line = async (name: string, limit: number, withinMiles: number | null, withUnknown = false): Promise<void> => {
    const filter = filters[name];
    if (filter === undefined) return;
    const named = withUnknown ? `${name}, with unknown` : name;
    const cost = await measure({ name: named, filter, limit, withinMiles, origins: 'mixed', withUnknown }, plan.aLine);
    lines.push(cost);
    const { p50, p99 } = cost.readUnits;
    progress(`cost: ${named}, k = ${limit}, within ${withinMiles ?? 'any'} mi: ${p50} read units, p99 ${p99}`);
  };
  for (const name of Object.keys(filters)) await line(name, 10, null);
  for (const name of ['IOP', ...mostlyUnknown]) await line(name, 10, null, true);
  await line('IOP', 25, null);
  for (const miles of radiiMiles) if (miles !== null) await line('IOP', 10, miles);
  for (const [name, filter] of Object.entries(filters)) {
    for (const limit of limits) {
      for (const withinMiles of radiiMiles) {
        for (const origins of originKinds) {
          if (plan.aCell > 0) matrix.push(await measure({ name, filter, limit, withinMiles, origins }, plan.aCell));
        }
      }
    }
    progress(`cost matrix: ${name}`);
  }
  return { lines, matrix };
}

interface Case {
  readonly name: string;
  readonly filter: Filter;
  readonly limit: number;
  readonly withinMiles: number | null;
  readonly origins: OriginKind | 'mixed';
  readonly withUnknown?: boolean;
}

/** Filters on facts that most listings do not have. */
const mostlyUnknown = ['IOP in the evening', 'IOP, stimulants', 'PHP, anxiety'];

const measures = [
  'pages',
  'requests',
  'roundTrips',
  'readUnits',
  'bytes',
  'centersDecoded',
  'handlerMs',
  'results',
  'alonePages',
  'aloneRoundTrips',
  'aloneReadUnits',
] as const;
type Row = Record<(typeof measures)[number], number>;

/** Each search runs twice in a container that caches indexes but no pages; the second run is measured. */
function costMeter(store: WatchedStore, { now, random }: CostPlan): (of: Case, searches: number) => Promise<Cost> {
  const locator = new Locator({ store, cacheBytes: 0, now: () => now });
  const ask = asker(locator, () => now);
  const origin = originsOf(random);

  async function rowOf(search: Search): Promise<Row | null> {
    await ask(search);
    store.take();
    const { status, body, meter, ms } = await ask(search);
    const { pages, centers, bytes } = store.take();
    if (status === 422) return null;
    if (status !== 200) throw new Error(`a search was answered with ${status}: ${body}`);
    // Takes the shorter of two times, because other programs on the machine can only lengthen them.
    const handlerMs = Math.min(ms, (await ask(search)).ms);
    store.take();
    const alone = newMeter();
    const { withinMiles, ...query } = search;
    const withinKm = withinMiles === null ? null : withinMiles * KM_PER_MILE;
    await locator.near({ ...query, withinKm, withAlternatives: false }, alone);
    const alonePages = store.take().pages;
    const { length: results } = (JSON.parse(body) as { results: unknown[] }).results;
    const { requests, roundTrips, readUnits } = meter;
    return {
      ...{ pages, requests, roundTrips, readUnits, bytes, centersDecoded: centers, handlerMs, results },
      ...{ alonePages, aloneRoundTrips: alone.roundTrips, aloneReadUnits: alone.readUnits },
    };
  }

  return async ({ name, filter, limit, withinMiles, origins, withUnknown = false }, searches) => {
    const rows: Row[] = [];
    for (let n = 0; n < searches; n += 1) {
      const row = await rowOf({ origin: origin(origins), withinMiles, filter, limit, withUnknown });
      if (row !== null) rows.push(row);
    }
    const spread = (key: keyof Row): Spread => spreadOf(rows.map((row) => row[key]));
    return {
      ...{ filter: name, limit, withinMiles, origins },
      pages: spread('pages'),
      requests: spread('requests'),
      roundTrips: spread('roundTrips'),
      readUnits: spread('readUnits'),
      bytes: spread('bytes'),
      centersDecoded: spread('centersDecoded'),
      handlerMs: spread('handlerMs'),
      short: rows.filter(({ results }) => results < limit).length,
      alone: {
        pages: spread('alonePages'),
        roundTrips: spread('aloneRoundTrips'),
        readUnits: spread('aloneReadUnits'),
      },
      refused: searches - rows.length,
    };
  };
}

/** Costs of first answers from containers with empty caches, including reading HEAD. */
export async function measureCold(store: WatchedStore, { now, random, cold }: CostPlan): Promise<ColdCost> {
  const origin = originsOf(random);
  const opening: number[] = [];
  const whole: Meter[] = [];
  for (let n = 0; n < cold; n += 1) {
    const locator = new Locator({ store, now: () => now });
    const meter = newMeter();
    await locator.overview(meter);
    opening.push(meter.readUnits);
    const search: Search = { origin: origin('mixed'), withinMiles: null, filter: { level: ['iop'] }, limit: 10 };
    const answer = await asker(new Locator({ store, now: () => now }), () => now)(search);
    whole.push(answer.meter);
    store.take();
  }
  return {
    readUnitsBefore: spreadOf(opening),
    requests: spreadOf(whole.map(({ requests }) => requests)),
    roundTrips: spreadOf(whole.map(({ roundTrips }) => roundTrips)),
    readUnits: spreadOf(whole.map(({ readUnits }) => readUnits)),
  };
}
