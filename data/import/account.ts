import { levels } from '../../functions/domain/level-of-care.ts';
import type { State } from '../../functions/domain/state.ts';
import type { Listing } from '../sources/samhsa/listing.ts';
import { type Settled, settledLines } from './context.ts';
import { byState, type Import } from './samhsa.ts';

/** Maximum number of refused rows in the report, so that a file full of them does not print too much. */
const mostNamed = 1000;

/**
 * The closing report of an import, for people and for scripts: its first line always has the form `rows 5428 = imported
 * 4801 + merged 626 + refused 1`.
 */
export function accountOf(
  done: Import,
  settled: Settled,
  states: readonly State[],
  otherStates: ReadonlyMap<string, number> = new Map(),
): string {
  const { rows, records, merged, refusals, dropped, unknownCodes } = done;
  const lines = [`rows ${rows} = imported ${records.length} + merged ${merged} + refused ${refusals.length}`];
  lines.push(...otherRows(rows, otherStates), '');
  lines.push(...settledLines(settled));
  const perState = [...byState(records, states)].map(([state, list]) => [state, list.length] as const);
  lines.push('centers by state', ...table(perState));
  const perLevel = levels.codes.map((level) => {
    const centers = records.filter(({ offerings }) => offerings.some((offering) => offering.level === level));
    return [level, centers.length] as const;
  });
  lines.push('centers by level', ...table(perLevel));
  const unknown = records.filter(({ center }) => center.unknownLevels.includes('iop')).length;
  const none = records.filter(({ offerings }) => offerings.length === 0).length;
  lines.push(`  of which IOP is unknown: ${unknown}; no level at all: ${none}`);
  const perAccuracy = counted(records.map(({ center }) => center.location.accuracy));
  lines.push('centers by accuracy of the point', ...table(perAccuracy));
  lines.push('refused rows by reason', ...table(counted(refusals.map(({ reason }) => reason))));
  lines.push(
    ...named(refusals.map(({ listing, reason, detail }) => [listing, `${reason}${detail ? `: ${detail}` : ''}`])),
  );
  lines.push('numbers left out of centers that have another', ...table(counted(dropped.map(({ reason }) => reason))));
  lines.push(...named(dropped.map(({ listing, reason }) => [listing, reason])));
  lines.push('codes that their category does not have', ...table([...unknownCodes]));
  return `${lines.join('\n')}\n`;
}

/**
 * Lines about the states that were not asked for: `rows of the files 17000 = looked at 5428 + of other states 11572`,
 * then a line for each of these states. Empty if there are none.
 */
function otherRows(rows: number, otherStates: ReadonlyMap<string, number>): string[] {
  const others = [...otherStates].sort(([one], [other]) => (one < other ? -1 : 1));
  if (others.length === 0) return [];
  const sum = others.reduce((total, [, count]) => total + count, 0);
  return [
    `rows of the files ${rows + sum} = looked at ${rows} + of other states ${sum}`,
    `  ${others.map(([state, count]) => `${state} ${count}`).join(', ')}`,
  ];
}

/** Formats one line per row, for up to a thousand rows. */
function named(rows: readonly (readonly [Listing, string])[]): string[] {
  const lines = rows
    .slice(0, mostNamed)
    .map(
      ([listing, reason]) =>
        `  - ${listing.kind} row ${listing.row}, "${listing.name1}", ${listing.city} ${listing.state}: ${reason}`,
    );
  if (rows.length > mostNamed) lines.push(`  … and ${rows.length - mostNamed} more`);
  return lines;
}

function table(rows: readonly (readonly [string, number])[]): string[] {
  if (rows.length === 0) return ['  none'];
  const wide = Math.max(...rows.map(([name]) => name.length));
  const most = Math.max(...rows.map(([, count]) => String(count).length));
  return rows.map(([name, count]) => `  ${name.padEnd(wide)}  ${String(count).padStart(most)}`);
}

function counted(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
}
