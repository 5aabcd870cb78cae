import type { CenterRecord } from '../../functions/domain/record.ts';
import type { State } from '../../functions/domain/state.ts';
import { stateCodes } from '../../functions/domain/state.ts';
import { recoverFolder } from '../files/replace-folder.ts';
import { aliasFile, aliasText, readAliases } from '../match/aliases.ts';
import { coveredBy } from '../match/lists.ts';
import { type Kept, keepIds, type Previous } from '../match/previous.ts';
import { readRemembered, rememberedFile, rememberedText } from '../match/remembered.ts';
import { Decisions, decisionsPath, type ReviewRow, readDecisions, reviewFile, reviewText } from '../match/review.ts';
import { loadRecords } from '../records/load.ts';
import { writeStates } from '../records/write.ts';
import { byState } from './samhsa.ts';

/** What every import takes beside its file. */
export interface ContextOptions {
  /** The folder that gets one file a state, the pairs to review, and the ids that were given up. */
  readonly out: string;
  /** The folder of the dataset before, whose ids are kept. */
  readonly previous?: string | undefined;
  /** A review file that somebody filled in. @default the one that an earlier import left in `out` */
  readonly decisions?: string | undefined;
}

/** What people and the dataset before say to an import. */
export interface Context {
  readonly previous: Previous | null;
  readonly decisions: Decisions;
}

/** @throws when the dataset before or a file of decisions is faulty, before anything is imported. */
export async function readContext({ out, previous, decisions }: ContextOptions): Promise<Context> {
  await recoverFolder(out);
  if (previous !== undefined) await recoverFolder(previous);
  return {
    previous: previous === undefined ? null : await readPrevious(previous),
    decisions: await readDecisions(await decisionsPath(decisions, out)),
  };
}

/** A dataset's centers, with what its folder knows of earlier ones. */
export async function readPrevious(folder: string): Promise<Previous> {
  return {
    records: await loadRecords(folder),
    aliases: await readAliases(folder),
    remembered: await readRemembered(folder),
  };
}

export interface Settled {
  readonly records: readonly CenterRecord[];
  readonly review: readonly ReviewRow[];
  /** Null where there was no dataset before. */
  readonly kept: Kept | null;
}

/** Gives records the ids of the dataset before, and gathers all that a person should look at. */
export function settle(
  records: readonly CenterRecord[],
  review: readonly ReviewRow[],
  { previous, decisions }: Context,
): Settled {
  const kept =
    previous === null ? null : keepIds(records, previous, newestSource(records), decisions, coveredBy(records));
  const rows = new Decisions();
  // A row without a decision never takes the place of one with it.
  for (const row of [...review, ...(kept?.review ?? []), ...decisions.rows]) rows.add(row);
  return { records: kept?.records ?? records, review: rows.rows, kept };
}

/** Writes records, review file and alias file, all or nothing. @returns the files */
export async function writeSettled(
  out: string,
  { records, review, kept }: Settled,
  states: readonly State[] = stateCodes,
): Promise<string[]> {
  const beside = new Map([[reviewFile, reviewText(review)]]);
  if (kept !== null) {
    beside.set(aliasFile, aliasText(kept.aliases));
    beside.set(rememberedFile, rememberedText(kept.remembered));
  }
  return writeStates(out, byState(records, states), beside);
}

/** Lines of an account: what became of the ids, and how many pairs wait for a person. */
export function settledLines({ review, kept }: Settled): string[] {
  const lines: string[] = [];
  if (kept !== null) {
    const { counts } = kept;
    lines.push(
      `ids: ${counts.kept} kept, ${counts.new} new, ${counts.merged} merged into others, ${counts.gone} gone` +
        (counts.returned > 0 ? `, ${counts.returned} came back` : '') +
        (counts.unsought > 0 ? `, ${counts.unsought} of other states or directories` : ''),
    );
  }
  const open = review.filter(({ decision }) => decision === '').length;
  if (review.length > 0) lines.push(`pairs to review: ${open}; decided: ${review.length - open} (${reviewFile})`);
  return lines;
}

function newestSource(records: readonly CenterRecord[]): string {
  return (
    records
      .flatMap(({ center }) => center.sources.map(({ asOf }) => asOf))
      .sort()
      .at(-1) ?? '1970-01-01'
  );
}
