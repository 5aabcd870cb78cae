import { TooBroadError } from '../../functions/dataset/read/too-broad.ts';
import { KM_PER_MILE } from '../../functions/geo/distance.ts';
import type { Filter } from '../../functions/search/filter.ts';
import { Locator } from '../../functions/search/locator.ts';
import type { DatasetStore } from '../../functions/store/store.ts';
import { matchingOfferings } from '../support/oracle.ts';
import { fastNear } from '../support/published.ts';
import { pick } from '../support/random.ts';
import type { Progress } from './progress.ts';
import { anyFilter, originKinds, originsOf, radiiMiles } from './queries.ts';
import type { TrueAnswer, Truth, TruthQuery } from './truth.ts';

export interface Exactness {
  readonly searches: number;
  readonly wrong: number;
  /**
   * Number of right answers that only give a lower bound for the centers in doubt (`more` is true), because the request
   * had read as many pages as it may before it found fifty of them.
   */
  readonly bounded: number;
  /** Number of searches that were refused as "too broad". */
  readonly refused: number;
  readonly firstWrong: string | null;
}

/** If distances differ by less than a micrometer, either order of the centers is right. */
const SAME_KM = 1e-9;

/** Compares the answers of containers with and without a cache with a plain scan of all records. */
export async function measureExactness(
  store: DatasetStore,
  truth: Truth,
  { searches, filters, now, random }: { searches: number; filters: number; now: number; random: () => number },
  progress: Progress,
): Promise<Exactness> {
  const locators = [0, undefined].map(
    (cacheBytes) => new Locator({ store, now: () => now, ...(cacheBytes !== undefined && { cacheBytes }) }),
  );
  const origin = originsOf(random);
  const result = { searches: 0, wrong: 0, bounded: 0, refused: 0, firstWrong: null as string | null };
  for (let filterNumber = 0; filterNumber < filters; filterNumber += 1) {
    const filter = filterNumber === 0 ? {} : filterNumber === 1 ? { level: ['iop' as const] } : anyFilter(random);
    const trueAnswer = truth.forFilter(filter);
    const upTo = Math.round(((filterNumber + 1) * searches) / filters);
    while (result.searches < upTo) {
      const miles = pick(random, radiiMiles);
      const query: TruthQuery = {
        origin: origin(random() < 0.6 ? 'mixed' : pick(random, originKinds)),
        withinKm: miles === null ? null : miles * KM_PER_MILE,
        limit: pick(random, [1, 5, 10, 10, 10, 25, 50]),
      };
      result.searches += 1;
      const verdict = await judge(pick(random, locators), { ...query, filter }, trueAnswer(query), truth, now);
      if (verdict === 'refused') result.refused += 1;
      if (verdict === 'bounded') result.bounded += 1;
      if (verdict === 'wrong') {
        result.wrong += 1;
        result.firstWrong ??= JSON.stringify({ ...query, filter });
      }
    }
    progress(`exactness: ${result.searches} of ${searches} searches, ${result.wrong} wrong`);
  }
  return result;
}

async function judge(
  locator: Locator,
  query: TruthQuery & { filter: Filter },
  truly: TrueAnswer,
  truth: Truth,
  now: number,
): Promise<'right' | 'bounded' | 'wrong' | 'refused'> {
  let fast: Awaited<ReturnType<typeof fastNear>>;
  try {
    fast = await fastNear(locator, query);
  } catch (error) {
    if (error instanceof TooBroadError) return 'refused';
    throw error;
  }
  if (fast.results.length !== truly.positions.length) return 'wrong';
  const unknownRight = fast.unknown.count === truly.unknown.count && fast.unknown.more === truly.unknown.more;
  const resultsRight = fast.results.every(({ id, km, offerings }, n) => {
    const record = truth.records[truly.positions[n] ?? -1];
    const trueKm = truly.km[n] ?? Number.NaN;
    if (record?.center.id !== id) return Math.abs(km - trueKm) < SAME_KM;
    const trueOfferings = matchingOfferings(record, query.filter, now)?.map((offering) => offering.id);
    return Math.abs(km - trueKm) < 1e-6 && offerings.join() === trueOfferings?.join();
  });
  if (!resultsRight) return 'wrong';
  if (unknownRight) return 'right';
  return fast.unknown.more && fast.unknown.count <= truly.unknown.count ? 'bounded' : 'wrong';
}
