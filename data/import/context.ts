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

/** Options that every import takes, besides its file. */
export interface ContextOptions {
  /** Output folder: one file per state, a review file, and an alias file. */
  readonly out: string;
  /** Folder of the previous dataset. Centers that continue keep their ids from it. */
  readonly previous?: string | undefined;
  /** Path of a review file with a person's decisions. @default the one that an earlier import left in `out` */
  readonly decisions?: string | undefined;
}

/** What an import knows from before: the previous dataset, and the reviewers' decisions. */
export interface Context {
  readonly previous: Previous | null;
  readonly decisions: Decisions;
}

/** Reads the previous dataset and the decisions. @throws if one of them is faulty; nothing is imported then */
export async function readContext({ out, previous, decisions }: ContextOptions): Promise<Context> {
  await recoverFolder(out);
  if (previous !== undefined) await recoverFolder(previous);
  return {
    previous: previous === undefined ? null : await readPrevious(previous),
    decisions: await readDecisions(await decisionsPath(decisions, out)),
  };
}

/** Reads a dataset's centers, with its folder's aliases and remembered centers. */
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
  /** What happened to the ids; null if there was no previous dataset. */
  readonly kept: Kept | null;
}

/** Gives records the ids of the previous dataset, and collects every pair that a person should review. */
export function settle(
  records: readonly CenterRecord[],
  review: readonly ReviewRow[],
  { previous, decisions }: Context,
): Settled {
  const kept =
    previous === null ? null : keepIds(records, previous, newestSource(records), decisions, coveredBy(records));
  const rows = new Decisions();
  // Decided rows are added last, because a later row replaces an earlier one for the same pair.
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

/** Lines of the report: what happened to the ids, and how many pairs a person still has to decide. */
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
