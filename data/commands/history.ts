import type { DatasetStore } from '../../functions/store/store.ts';
import type { Correction } from '../../functions/store/stored-corrections.ts';

/** Lists every confirmation, denial and correction of a center, oldest first. A correction adds a line per field. */
export async function historyOf(center: string, store: DatasetStore): Promise<string[]> {
  const [confirmations, revisions] = await Promise.all([store.history(center), store.correctionHistory(center)]);
  const before = (revision: number) => revisions.find((one) => one.revision === revision - 1)?.corrections ?? [];
  const entries = [
    ...confirmations.map(({ at, by, offering, state, expiresAt }) => {
      return { at, lines: [`${at}  ${by}  ${offering} ${state}${expiresAt === null ? '' : ` until ${expiresAt}`}`] };
    }),
    ...revisions.map(({ at, by, reason, corrections, revision }) => {
      return { at, lines: [`${at}  ${by}  ${reason}`, ...changesOf(before(revision), corrections)] };
    }),
  ].sort((one, other) => (one.at < other.at ? -1 : 1));
  return entries.flatMap(({ lines }) => lines);
}

function changesOf(before: readonly Correction[], after: readonly Correction[]): string[] {
  const paths = new Set(after.map(({ path }) => path));
  const known = new Map(before.map((correction) => [correction.path, JSON.stringify(correction)]));
  return [
    ...after.filter((one) => known.get(one.path) !== JSON.stringify(one)).map(describeCorrection),
    ...before.filter(({ path }) => !paths.has(path)).map(({ path }) => `  ${path}: as imported again`),
  ];
}

export const describeCorrection = ({ path, value, was }: Correction): string =>
  `  ${path}: ${was === undefined ? '(nothing)' : JSON.stringify(was)} → ${JSON.stringify(value)}`;
