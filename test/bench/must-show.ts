import type { ColdStartReport } from './cold-start.ts';
import type { Cost } from './cost.ts';
import type { CpuReport } from './cpu.ts';
import type { NamesReport } from './names/measure-names.ts';
import type { PeersReport } from './peers/compare.ts';
import type { PostgisReport } from './postgis/measure-postgis.ts';
import type { SizeReport } from './size.ts';
import { short, tableOf } from './tables.ts';

export interface Results {
  readonly sizes: readonly SizeReport[];
  readonly names: readonly NamesReport[] | null;
  readonly peers: PeersReport | null;
  readonly cpu: CpuReport | null;
  readonly coldStart: ColdStartReport | null;
  readonly postgis: PostgisReport | null;
}

interface Line {
  readonly what: string;
  readonly bar: string;
  /** The measured value. Null if this run did not measure it. */
  readonly measured: string | null;
  /** True if the limit is met. Null if the value has no limit and is only reported. */
  readonly met: boolean | null;
}

const SINGLE_FILTERS = ['IOP', 'any center'];
const MOST_WRITTEN = 32;
const MOST_COLD_UNITS = 10;
const LAMBDA_MB = 1_024;
const MOST_NAME_PAGES = 200;

/** The limits that the project set for itself, and whether this run met them. */
export function mustShow({ sizes, names, peers, cpu, coldStart, postgis }: Results): Line[] {
  return [
    ...exactnessLines(sizes),
    ...costLines(sizes),
    ...growthLines(sizes),
    ...(names ?? []).flatMap(namesLines),
    ...(peers === null ? [] : peerLines(peers)),
    ...(cpu === null ? [] : cpuLines(cpu)),
    ...(coldStart === null ? [] : [ratio('first answer, ours ÷ bare SDK handler', coldStart.ratio, { most: 1.3 })]),
    ...(postgis === null ? [] : postgisLines(postgis)),
    ...coldLines(sizes),
    ...changeLines(sizes),
    ...memoryLines(sizes),
    ...cellLines(sizes),
  ];
}

export function mustShowTable(lines: readonly Line[]): string {
  return tableOf(
    ['', 'bar', 'measured', 'met'],
    lines.map(({ what, bar, measured, met }) => [
      what,
      bar,
      measured ?? 'not in this run',
      measured === null || met === null ? '–' : met ? 'yes' : 'NO',
    ]),
  );
}

function exactnessLines(sizes: readonly SizeReport[]): Line[] {
  const done = sizes.flatMap(({ exactness }) => exactness ?? []);
  if (done.length === 0) return [];
  const sum = (key: 'searches' | 'wrong' | 'bounded' | 'refused') => done.reduce((total, each) => total + each[key], 0);
  const measured = `${sum('wrong')} in ${sum('searches')} (${sum('refused')} answered "too broad", ${sum('bounded')} "at least so many in doubt")`;
  return [
    {
      what: 'wrong answers',
      bar: '0 in 20,000',
      measured,
      met: sum('wrong') > 0 ? false : sum('searches') < 20_000 ? null : true,
    },
  ];
}

function costLines(sizes: readonly SizeReport[]): Line[] {
  const lines: Line[] = [];
  for (const { name, costs } of sizes) {
    if (costs === undefined) continue;
    const single = costs.lines.filter(
      ({ filter, withinMiles }) => SINGLE_FILTERS.includes(filter) && withinMiles === null,
    );
    const worst = (of: readonly Cost[], pick: (cost: Cost) => number) => Math.max(...of.map(pick));
    const trips = { p95: worst(single, (c) => c.roundTrips.p95), max: worst(single, (c) => c.roundTrips.max) };
    lines.push({
      what: `round trips, warm, single filters, ${name}`,
      bar: 'p95 1, max 2',
      measured: `p95 ${trips.p95}, max ${trips.max}`,
      met: trips.p95 <= 1 && trips.max <= 2,
    });
    const requests = { p50: worst(single, (c) => c.requests.p50), max: worst(single, (c) => c.requests.max) };
    lines.push({
      what: `requests a search, ${name}`,
      bar: 'p50 1, max 3',
      measured: `p50 ${requests.p50}, max ${requests.max}`,
      met: requests.p50 <= 1 && requests.max <= 3,
    });
    const headline = headlineOf(costs.lines);
    if (headline !== undefined) {
      const { p50, p99 } = headline.readUnits;
      lines.push({
        what: `read units, k = 10, IOP, ${name}`,
        bar: 'p50 ≤ 3, p99 ≤ 7',
        measured: `p50 ${short(p50)}, p99 ${short(p99)}`,
        met: p50 <= 3 && p99 <= 7,
      });
    }
    const within = costs.lines.filter(
      ({ filter, limit, withinMiles }) => filter === 'IOP' && limit === 10 && withinMiles !== null,
    );
    if (within.length > 0) {
      const p50 = worst(within, (c) => c.readUnits.p50);
      const p99 = worst(within, (c) => c.readUnits.p99);
      lines.push({
        what: `the same within 10 to 500 mi, the worst of each, ${name}`,
        bar: 'p50 ≤ 3, p99 ≤ 7',
        measured: `p50 ${short(p50)}, p99 ${short(p99)}`,
        met: p50 <= 3 && p99 <= 7,
      });
    }
    const impossible = costs.lines.find(({ filter }) => filter.startsWith('inpatient'));
    if (impossible !== undefined) {
      lines.push({
        what: `pages, inpatient + pregnant + ASL + DBT, without alternatives, ${name}`,
        bar: name === 'public listings' ? '≤ 20' : 'reported',
        measured: `p50 ${impossible.alone.pages.p50}, max ${impossible.alone.pages.max}`,
        met: name === 'public listings' ? impossible.alone.pages.max <= 20 : null,
      });
    }
  }
  return lines;
}

function headlineOf(lines: readonly Cost[]): Cost | undefined {
  return lines.find(({ filter, limit, withinMiles }) => filter === 'IOP' && limit === 10 && withinMiles === null);
}

function growthLines(sizes: readonly SizeReport[]): Line[] {
  const unitsAt = (centers: number): number | undefined =>
    headlineOf(sizes.find(({ name }) => name === `${centers.toLocaleString('en-US')} made up`)?.costs?.lines ?? [])
      ?.readUnits.p50;
  const counts = sizes
    .map(({ name }) => Number(name.replace(/ made up$/, '').replaceAll(',', '')))
    .filter((count) => count > 0);
  const largest = Math.max(...counts);
  const [from, to] = [unitsAt(5_428), largest > 20_000 ? unitsAt(largest) : undefined];
  const what = `growth of p50 read units, 5,428 → ${(largest > 20_000 ? largest : 1_000_000).toLocaleString('en-US')} centers`;
  if (from === undefined) return [];
  if (to === undefined) return [{ what, bar: '≤ 1.3', measured: null, met: null }];
  return [ratio(what, to / from, { most: 1.3 })];
}

function peerLines({ costs, centers }: PeersReport): Line[] {
  const find = (name: string, miles: number | null) =>
    costs.find(({ peer, withinMiles }) => peer === name && withinMiles === miles);
  const unitsRatio = (miles: number): number =>
    (find('dynamodb-geo', miles)?.readUnits.p50 ?? 0) / (find('ours', miles)?.readUnits.p50 ?? 1);
  const right = (name: string): string => `${short((find(name, null)?.right ?? 0) * 100)} %`;
  const recipes = costs.filter(({ peer }) => peer.startsWith('geohash'));
  // The limits are set for this many centers. With fewer centers every method reads less, and above all dynamodb-geo,
  // which searches a radius.
  const comparable = centers >= 20_000;
  const geo = (miles: number, least: number): Line => {
    const line = ratio(`p50 read units, dynamodb-geo ÷ ours, ${miles} mi, ${centers} centers`, unitsRatio(miles), {
      least,
    });
    return comparable ? line : { ...line, met: null };
  };
  return [
    geo(100, 6),
    geo(500, 40),
    {
      what: 'right answers, geohash of 4, of 5, ours',
      bar: 'reported',
      measured: [...recipes.map(({ peer }) => right(peer)), right('ours')].join(', '),
      met: null,
    },
  ];
}

/** Limits for finding names as people type them: the share that is found, and the pages read to find one. */
function namesLines({ centers, plain, slips, reads, refused }: NamesReport): Line[] {
  const at = `${centers.toLocaleString('en-US')} centers`;
  const share = (what: string, found: number, least: number): Line => ({
    what: `names typed ${what}, among the first three, ${at}`,
    bar: `≥ ${least * 100} %`,
    measured: `${short(found * 100)} %`,
    met: found >= least,
  });
  return [
    share('without a slip', plain, 0.95),
    share('with slips, joined or split', slips, 0.92),
    {
      what: `pages for a name, ${at}`,
      bar: `max ≤ ${MOST_NAME_PAGES}`,
      measured: `p50 ${reads.p50}, p95 ${reads.p95}, max ${reads.max}; ${refused} too broad`,
      met: reads.max <= MOST_NAME_PAGES && refused === 0,
    },
  ];
}

function cpuLines({ uncachedOverParse, cachedOverKdbush }: CpuReport): Line[] {
  return [
    ratio('handler CPU, pages not cached ÷ JSON.parse of their text', uncachedOverParse.p50, { most: 3 }),
    ratio('handler CPU, pages cached ÷ kdbush in the same handler', cachedOverKdbush.p50, { most: 2 }),
  ];
}

const TIMES_AS_FAST = 2;

function postgisLines({ levels, same, compared }: PostgisReport): Line[] {
  return [
    {
      what: 'the same answers as Fastify and PostGIS',
      bar: 'all',
      measured: `${same} of ${compared}`,
      met: same === compared,
    },
    ...levels.map(({ connections, over: { ours } }) =>
      ratio(`requests a second ÷ Fastify and PostGIS, connections: ${connections}`, ours.chosen, {
        least: TIMES_AS_FAST,
      }),
    ),
  ];
}

function coldLines(sizes: readonly SizeReport[]): Line[] {
  return sizes.flatMap(({ name, cold }) => {
    if (cold === undefined) return [];
    const { max } = cold.readUnitsBefore;
    const what = `read units of a container that has nothing, before its first search, ${name}`;
    return [{ what, bar: `≤ ${MOST_COLD_UNITS}`, measured: short(max), met: max <= MOST_COLD_UNITS }];
  });
}

function changeLines(sizes: readonly SizeReport[]): Line[] {
  return sizes.flatMap(({ name, changes = [] }) =>
    changes.map((cost) => {
      const most = Math.max(...cost.itemsWritten);
      return {
        what: `items written, HEAD and version among them: ${cost.change}, ${name}`,
        bar: `≤ ${MOST_WRITTEN}`,
        measured: `at most ${most}`,
        met: most <= MOST_WRITTEN,
      };
    }),
  );
}

function memoryLines(sizes: readonly SizeReport[]): Line[] {
  return sizes.flatMap(({ name, memory }) => {
    if (memory === undefined) return [];
    const what = `peak memory of a process that only searches, ${name}`;
    const met = memory.peakMb <= LAMBDA_MB;
    return [{ what, bar: `≤ ${LAMBDA_MB} MB`, measured: `${memory.peakMb} MB`, met }];
  });
}

function cellLines(sizes: readonly SizeReport[]): Line[] {
  return sizes.flatMap(({ name, cells = [] }) =>
    cells.length === 0
      ? []
      : [
          {
            what: `results of a cell ÷ k, ${name}`,
            bar: 'reported',
            measured: cells
              .map(
                ({ precision, resultsOverLimit: { p50, p95 } }) => `${precision}: p50 ${short(p50)}, p95 ${short(p95)}`,
              )
              .join('; '),
            met: null,
          },
        ],
  );
}

function ratio(what: string, value: number, { most, least }: { most?: number; least?: number }): Line {
  const met = (most === undefined || value <= most) && (least === undefined || value >= least);
  return { what, bar: most === undefined ? `≥ ${least}` : `≤ ${most}`, measured: short(value), met };
}
