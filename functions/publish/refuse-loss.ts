import type { Summary } from '../dataset/summary.ts';
import { levels } from '../domain/level-of-care.ts';

/** The losses above which a publish needs explicit permission, as shares of the current dataset. */
const mostLost = {
  /** Of all published ids, the share that may answer "not found" afterwards. */
  ids: 0.1,
  /** Of all centers that list a level, the share that may be lost. */
  level: 0.2,
  /** Of the centers in a state, and of those in it that list a level, the share that may be lost. */
  inState: 0.25,
  /** Number of centers that may always be lost, whatever their share of a state or level. */
  fewCenters: 10,
} as const;

export interface Standing {
  readonly centers: number;
  /** Counts of the table's dataset; null if it is in another format or damaged. */
  readonly summary: Summary | null;
  /**
   * Every id that has an answer now, including former ids. Null if the table's dataset is in another format or damaged.
   */
  readonly ids: ReadonlySet<string> | null;
}

export interface Planned {
  readonly centers: number;
  readonly summary: Summary;
  readonly says: (id: string) => boolean;
}

/** The new dataset would lose more than allowed: the file may be incomplete. Nothing was written. */
export class DropRefusedError extends Error {
  override readonly name = 'DropRefusedError';
  /** One sentence for each loss, the largest loss first. */
  readonly losses: readonly string[];

  constructor(losses: readonly string[]) {
    super(losses.join('; '));
    this.losses = losses;
  }
}

/**
 * The losses that need permission, one sentence each.
 * @param largestDrop Share of all centers that may be lost.
 */
export function lossesOf(now: Standing, next: Planned, largestDrop: number): string[] {
  const losses: string[] = [];
  const isLarge = (before: number, after: number, share: number): boolean => before - after > before * share;
  if (isLarge(now.centers, next.centers, largestDrop)) {
    losses.push(
      `the table has ${now.centers} centers and the new dataset ${next.centers}, ${fewer(now.centers, next.centers)}`,
    );
  }
  if (now.summary !== null) losses.push(...lossesByLevel(now.summary, next.summary, isLarge));
  if (now.ids !== null) {
    const lost = [...now.ids].filter((id) => !next.says(id));
    if (isLarge(now.ids.size, now.ids.size - lost.length, mostLost.ids)) {
      losses.push(
        `${lost.length} of ${now.ids.size} ids would lead nowhere, such as "${lost[0]}": neither the data nor its aliases.csv says what became of them (an import with --previous does)`,
      );
    }
  }
  return losses;
}

type IsLarge = (before: number, after: number, share: number) => boolean;

function lossesByLevel(now: Summary, next: Summary, isLarge: IsLarge): string[] {
  const losses: string[] = [];
  const inState = (before: number, after: number): boolean =>
    before - after >= mostLost.fewCenters && isLarge(before, after, mostLost.inState);
  const total = (summary: Summary, level: string): number =>
    Object.values(summary.byState).reduce((sum, { byLevel }) => sum + (byLevel[level] ?? 0), 0);
  for (const level of levels.codes) {
    const [before, after] = [total(now, level), total(next, level)];
    const where = Object.entries(now.byState).flatMap(([state, { byLevel }]) => {
      const [was, is] = [byLevel[level] ?? 0, next.byState[state]?.byLevel[level] ?? 0];
      return inState(was, is) ? [`${state} ${was} → ${is}`] : [];
    });
    const everywhere = before - after >= mostLost.fewCenters && isLarge(before, after, mostLost.level);
    if (!everywhere && where.length === 0) continue;
    const states = where.length === 0 ? '' : `: ${where.join(', ')}`;
    losses.push(`${label(level)}: ${before} centers list it now and ${after} would, ${fewer(before, after)}${states}`);
  }
  for (const [state, { centers }] of Object.entries(now.byState)) {
    const after = next.byState[state]?.centers ?? 0;
    if (inState(centers, after)) losses.push(`${state} has ${centers} centers now and would have ${after}`);
  }
  return losses;
}

const label = (level: string): string => (['iop', 'php', 'op'].includes(level) ? level.toUpperCase() : level);

function fewer(before: number, after: number): string {
  const share = (Math.abs(before - after) / before) * 100;
  return after > before ? `${share.toFixed(1)} % more` : `${share.toFixed(1)} % fewer`;
}
