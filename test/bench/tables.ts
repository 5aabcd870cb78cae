import Table from 'cli-table3';
import type { ChangeCost } from './change.ts';
import type { ColdStartReport } from './cold-start.ts';
import type { CpuReport } from './cpu.ts';
import type { NamesReport } from './names/measure-names.ts';
import type { PeersReport } from './peers/compare.ts';
import type { SizeReport } from './size.ts';
import { type Spread, spreadOf } from './statistics.ts';

type Cell = string | number;

/** No lines between rows, because the tables are long. */
const noLines = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' };

export function tableOf(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const table = new Table({ head: [...head], style: { head: [], border: [] }, chars: noLines });
  for (const row of rows) table.push([...row]);
  return `${table.toString()}\n`;
}

/** Writes at most two decimals, and no zeros at the end. */
export const short = (value: number): string => String(Math.round(value * 100) / 100);
const percentiles = ({ p50, p95, p99, max }: Spread): string => [p50, p95, p99, max].map(short).join(' / ');
const miles = (within: number | null): string => (within === null ? 'any' : `${within} mi`);

export function buildTable(sizes: readonly SizeReport[]): string {
  return tableOf(
    [
      'dataset',
      'centers',
      'pages',
      'centers a page',
      'bytes a center: packed, stored',
      'items',
      'build',
      'peak memory',
    ],
    sizes.map(({ name, build }) => [
      name,
      build.centers,
      build.pages,
      short(build.centersAPage),
      `${short(build.packedBytesACenter)}, ${short(build.storedBytesACenter)}`,
      build.items,
      `${short(build.buildCpuMs / 1000)} s`,
      `${build.rssMb} MB`,
    ]),
  );
}

export function costTable({ name, costs }: SizeReport): string {
  return tableOf(
    [
      `${name}: p50 / p95 / p99 / max`,
      'k, within',
      'pages',
      'requests',
      'round trips',
      'read units',
      'without alternatives',
      'KB',
      'decoded',
      'handler ms',
    ],
    (costs?.lines ?? []).map((cost) => [
      cost.filter + (cost.refused > 0 ? ` (${cost.refused} too broad)` : ''),
      `${cost.limit}, ${miles(cost.withinMiles)}`,
      percentiles(cost.pages),
      percentiles(cost.requests),
      percentiles(cost.roundTrips),
      percentiles(cost.readUnits),
      cost.short === 0 ? 'the same' : percentiles(cost.alone.readUnits),
      `${short(cost.bytes.p50 / 1024)} / ${short(cost.bytes.max / 1024)}`,
      percentiles(cost.centersDecoded),
      percentiles(cost.handlerMs),
    ]),
  );
}

export function cellTable(sizes: readonly SizeReport[]): string {
  return tableOf(
    ['a cell for a point: p50 / p95 / p99 / max', 'precision', 'results ÷ k', 'read units'],
    sizes.flatMap(({ name, cells = [] }) =>
      cells.map((cell) => [name, cell.precision, percentiles(cell.resultsOverLimit), percentiles(cell.readUnits)]),
    ),
  );
}

export function changeTable(sizes: readonly SizeReport[]): string {
  return tableOf(
    ['items written when one center changes', 'change', 'tried', 'median / max', 'of the costliest'],
    sizes.flatMap(({ name, changes = [] }) =>
      changes.map((cost) => {
        const { n, p50, max } = spreadOf(cost.itemsWritten);
        return [name, cost.change, n, `${p50} / ${max}`, amongOf(cost)];
      }),
    ),
  );
}

/** Number of items in each index of the dataset. */
function amongOf({ among }: ChangeCost): string {
  return Object.entries(among)
    .flatMap(([order, items]) => (items === 0 ? [] : [`${order} ${items}`]))
    .join(', ');
}

export function memoryTable(sizes: readonly SizeReport[]): string {
  return tableOf(
    ['a process that only searches', 'searches', 'peak memory'],
    sizes.flatMap(({ name, memory }) => (memory === undefined ? [] : [[name, memory.searches, `${memory.peakMb} MB`]])),
  );
}

export function coldTable(sizes: readonly SizeReport[]): string {
  return tableOf(
    ['a container that has nothing yet', 'units before a search', 'units, first answer', 'requests', 'round trips'],
    sizes.flatMap(({ name, cold }) =>
      cold === undefined
        ? []
        : [[name, ...[cold.readUnitsBefore, cold.readUnits, cold.requests, cold.roundTrips].map(percentiles)]],
    ),
  );
}

export function peersTable({ centers, costs }: PeersReport): string {
  return tableOf(
    [`${centers} centers, nearest 10 with IOP: p50 / p95 / p99 / max`, 'within', 'requests', 'read units', 'right'],
    costs.map(({ peer, withinMiles, requests, readUnits, right }) => [
      peer,
      miles(withinMiles),
      percentiles(requests),
      percentiles(readUnits),
      `${short(right * 100)} %`,
    ]),
  );
}

export function cpuTable(report: CpuReport): string {
  return tableOf(
    [`handler, ${report.centers} centers, IOP, k = 10`, 'ms a search'],
    [
      ['pages not cached', short(report.uncachedMs)],
      ['the same with the SDK, engine apart', short(report.withSdkMs)],
      ['JSON.parse of the same pages’ text', short(report.parseMs)],
      ['inflating, hashing and parsing them', short(report.decodeMs)],
      ['pages cached', short(report.cachedMs)],
      ['kdbush over all centers, in the same handler', short(report.kdbushMs)],
    ],
  );
}

export function namesTable(reports: readonly NamesReport[]): string {
  const percent = (share: number): string => `${short(share * 100)} %`;
  const spread = ({ p50, p95, max }: Spread): string => [p50, p95, max].map(short).join(' / ');
  return tableOf(
    [
      'names as people type them',
      'typed',
      'plain',
      'with slips',
      'pages p50 / p95 / max',
      'read units',
      'round trips',
      'ms',
    ],
    reports.map((report) => [
      `${report.centers.toLocaleString('en-US')} centers`,
      report.found.reduce((sum, { of }) => sum + of, 0),
      percent(report.plain),
      percent(report.slips),
      spread(report.reads),
      spread(report.readUnits),
      spread(report.roundTrips),
      spread(report.ms),
    ]),
  );
}

export function coldStartTable(report: ColdStartReport): string {
  const kb = (bytes: number): string => `${short(bytes / 1024)} KB`;
  const times = tableOf(
    ['process start to first answer', 'median', 'bundle'],
    [
      ['ours', `${short(report.oursMs)} ms`, kb(report.bundleBytes.ours)],
      ['one GetItem', `${short(report.bareMs)} ms`, kb(report.bundleBytes.bare)],
      ['nothing at all', `${short(report.emptyMs)} ms`, ''],
    ],
  );
  const largest = report.parts.slice(0, 15).map(([part, bytes]) => [part, kb(bytes)]);
  return times + tableOf(['in our bundle', 'bytes'], largest);
}
