import type { ColdStartPlan } from './cold-start.ts';
import type { CpuPlan } from './cpu.ts';
import type { NamesPlan } from './names/measure-names.ts';
import type { PeersPlan } from './peers/compare.ts';
import type { PostgisPlan } from './postgis/measure-postgis.ts';
import type { SizePlan } from './size.ts';

export const sections = [
  'exactness',
  'cost',
  'cell',
  'change',
  'memory',
  'names',
  'peers',
  'cpu',
  'cold-start',
  'postgis',
] as const;
export type Section = (typeof sections)[number];

/** A fixed day, so that no answer depends on when the benchmark runs. */
const NOW = Date.parse('2026-01-15T12:00:00Z');
/**
 * Number of digits of dynamodb-geo's partition key: the library's default. With three digits, as in its README, it
 * reads as much in more requests.
 */
const HASH_KEY_LENGTH = 2;

export interface Plan {
  readonly sizes: readonly SizePlan[];
  readonly peers: PeersPlan;
  /** Null if there are no listings to take names from. */
  readonly names: NamesPlan | null;
  readonly cpu: CpuPlan;
  readonly coldStart: ColdStartPlan;
  /** Null if there are no listings to serve. */
  readonly postgis: PostgisPlan | null;
}

export interface PlanOptions {
  readonly quick: boolean;
  readonly only: readonly Section[];
  /** For each dataset, its number of made-up centers; null for the usual numbers. */
  readonly sizes: readonly number[] | null;
  readonly seed: number;
  /** Folder of the imported listings. Null if there are none. */
  readonly listings: string | null;
}

/** Decides how large each measurement is. */
export function planOf({ quick, only, sizes: asked, seed, listings }: PlanOptions): Plan {
  const size = (
    name: string,
    source: SizePlan['source'],
    parts: Pick<SizePlan, 'exact' | 'cost' | 'cells' | 'change' | 'memory'>,
  ): SizePlan => ({ name, source, seed, now: NOW, sections: only, ...parts });
  const made = (count: number, parts: Parameters<typeof size>[2]): SizePlan =>
    size(`${count.toLocaleString('en-US')} made up`, { count }, parts);

  const small = {
    exact: { searches: quick ? 300 : 4_000, filters: quick ? 6 : 60 },
    cost: { aLine: quick ? 30 : 600, aCell: quick ? 0 : 20, cold: quick ? 10 : 100 },
    cells: quick ? 30 : 300,
    change: { centers: quick ? 5 : 40 },
    memory: quick ? 100 : 1_000,
  };
  const middle = { ...small, exact: { searches: quick ? 400 : 6_000, filters: quick ? 6 : 60 } };
  const large = {
    exact: { searches: 2_000, filters: 8 },
    cost: { aLine: 200, aCell: 4, cold: 50 },
    cells: 100,
    change: { centers: 40 },
    memory: 3_000,
  };
  const real = listings === null ? [] : [size('public listings', { folder: listings }, middle)];
  const chosen = asked?.map((count) => made(count, count > 50_000 ? large : middle));
  const usual = quick
    ? [made(50, small), ...real, made(5_428, small)]
    : [
        made(50, { ...small, exact: { searches: 2_000, filters: 40 } }),
        ...real,
        made(5_428, real.length > 0 ? small : { ...small, exact: { searches: 10_000, filters: 60 } }),
        made(20_000, middle),
        made(1_000_000, large),
      ];
  return {
    sizes: chosen === undefined ? usual : [...real, ...chosen],
    peers: {
      centers: quick ? 1_000 : 20_000,
      searches: quick ? 10 : 100,
      seed,
      now: NOW,
      hashKeyLength: HASH_KEY_LENGTH,
    },
    names:
      listings === null
        ? null
        : {
            listings,
            sizes: asked ?? (quick ? [5_000] : [5_000, 50_000, 1_000_000]),
            names: quick ? 100 : 250,
            seed,
            now: NOW,
          },
    cpu: { centers: quick ? 2_000 : 5_428, searches: quick ? 60 : 300, rounds: quick ? 7 : 21, seed, now: NOW },
    coldStart: { centers: quick ? 2_000 : 5_428, runs: quick ? 5 : 15, seed, now: NOW },
    postgis:
      listings === null
        ? null
        : {
            listings,
            connections: [1, 16, 64],
            rounds: quick ? 1 : 5,
            seconds: quick ? 1 : 4,
            warmUp: quick ? 1_000 : 8_000,
            compared: quick ? 50 : 500,
            seed,
          },
  };
}
