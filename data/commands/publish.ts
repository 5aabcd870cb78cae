import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FormerId } from '../../functions/domain/former-id.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { AddedToApply } from '../../functions/publish/added/apply-added.ts';
import { readCarried } from '../../functions/publish/added/carry-renamed.ts';
import { importPrivate } from '../../functions/publish/agent/import-private.ts';
import { type CollectReport, collect } from '../../functions/publish/collect.ts';
import { correctionsInWords } from '../../functions/publish/corrections-in-words.ts';
import {
  DatasetThereError,
  DropRefusedError,
  LARGEST_DROP,
  type PublishReport,
  publish,
} from '../../functions/publish/publish.ts';
import { publishedRecords } from '../../functions/publish/published-records.ts';
import { type RollbackReport, rollback } from '../../functions/publish/rollback.ts';
import { keptVersions } from '../../functions/publish/versions.ts';
import { compare } from '../../functions/records/diff/compare.ts';
import { consequenceLines } from '../../functions/records/diff/consequences.ts';
import { summaryOf } from '../../functions/records/diff/text.ts';
import { type DatasetStore, HeadMovedError } from '../../functions/store/store.ts';
import { readFormerIds } from '../match/aliases.ts';
import { withProviders } from '../provider-facts/load.ts';
import { loadRecords } from '../records/load.ts';
import { loadReviewed } from '../records/review.ts';
import { type TableOptions, withTable } from './publish-table.ts';
import { whoami } from './whoami.ts';

const examples = join(fileURLToPath(new URL('..', import.meta.url)), 'examples.json');
const ATTEMPTS = 5;

/** Called with one line for each step. */
export type Progress = (line: string) => void;

export interface PublishCommand extends TableOptions {
  readonly dryRun?: boolean;
  readonly allowDrop?: boolean;
  readonly withExamples?: boolean;
  /** Folder with `providers.json` and the collected files of providers. @default data */
  readonly providers?: string;
}

/**
 * Publishes a file or folder of records.
 * @returns the closing report
 * @throws {DataError} naming every fault; Error for samples, a large drop, or a missing table
 */
export async function publishFolder(path: string, options: PublishCommand, progress: Progress): Promise<string> {
  const former = await readFormerIds(path);
  return publishRecords(await recordsToPublish(path, options, progress), { ...options, former }, progress);
}

/**
 * Reads the records of a file or folder and checks that they may be published.
 * @throws {DataError} naming every fault; Error for fictional samples
 */
export async function recordsToPublish(
  path: string,
  { withExamples = false, providers }: Pick<PublishCommand, 'withExamples' | 'providers'>,
  progress: Progress,
): Promise<CenterRecord[]> {
  const records = await withProviderFacts(await loadReviewed(path, progress), providers, progress);
  refuseSamples(records, withExamples);
  if (withExamples) addExamples(records, await loadRecords(examples));
  progress(`${records.length} centers read`);
  return records;
}

/**
 * Publishes records to a table that has no dataset yet. An existing dataset is left unchanged.
 * @param path Source of the records, shown in the suggested publish command.
 * @returns the closing report
 */
export async function seedTable(
  records: readonly CenterRecord[],
  { path, ...options }: PublishCommand & { readonly path: string; readonly former: readonly FormerId[] },
  progress: Progress,
): Promise<string> {
  try {
    return await publishRecords(records, { ...options, onlyFirst: true }, progress);
  } catch (error) {
    if (!(error instanceof DatasetThereError)) throw error;
    const command = `npm run data -- publish ${path} --table ${options.table}${options.withExamples ? ' --with-examples' : ''}`;
    return text([`${error.message}: it stays, and nothing was published. To publish other data:`, `  ${command}`]);
  }
}

/** Publishes records. Refuses a large drop unless allowed: the file may be incomplete. @returns the closing report */
async function publishRecords(
  records: readonly CenterRecord[],
  options: PublishCommand & { readonly onlyFirst?: boolean; readonly former: readonly FormerId[] },
  progress: Progress,
): Promise<string> {
  return withTable(options, async (store) => {
    // A dry run's report begins with what would change for readers, even if the publish would be refused.
    const lead = options.dryRun === true ? await consequencesOfPublish(records, options.former, store) : [];
    try {
      const report = await publish({
        store,
        records,
        former: options.former,
        origin: { what: 'publish', by: whoami() },
        now: Date.now(),
        attempts: ATTEMPTS,
        dryRun: options.dryRun ?? false,
        onlyFirst: options.onlyFirst ?? false,
        largestDrop: options.allowDrop === true ? 1 : LARGEST_DROP,
        onProgress: (done, total) => progress(`${done} of ${total} items written`),
      });
      if (options.dryRun !== true) await importPrivate(records, { store, now: Date.now(), former: options.former });
      return text(lead) + describePublish(report, options.dryRun ?? false);
    } catch (error) {
      if (error instanceof DropRefusedError) {
        const losses = error.losses.map((loss) => `\n  ${loss}`).join('');
        const before = lead.map((line) => `\n  ${line}`).join('');
        throw new Error(
          `${error.losses[0]}${error.losses.length > 1 ? `, and more:${losses}\nN` : '. N'}othing was written. If that is right, pass --allow-drop${before}`,
          { cause: error },
        );
      }
      throw explained(error);
    }
  });
}

async function consequencesOfPublish(
  records: readonly CenterRecord[],
  former: readonly FormerId[],
  store: DatasetStore,
): Promise<string[]> {
  const head = await store.readHead();
  if (head === null) return [];
  const before = await publishedRecords(head, store);
  const { added: said } = await readCarried(records, former, store);
  const purged = (await store.purged()).following(former);
  const added = new AddedToApply(said, purged);
  const after = [...added.onto(records)].map(({ center, offerings }) => ({ center, offerings }));
  const difference = compare(before, after, { former: [...purged.without(former), ...added.closed.values()] });
  return [summaryOf(difference), ...consequenceLines(difference)];
}

/** Adds to the records the facts that providers state on their own sites. */
export async function withProviderFacts(
  records: readonly CenterRecord[],
  folder: string | undefined,
  progress: Progress,
): Promise<CenterRecord[]> {
  const today = new Date().toISOString().slice(0, 'yyyy-mm-dd'.length);
  const { records: merged, centers, conflicts, notes } = await withProviders(records, today, folder);
  for (const note of notes) progress(note);
  if (centers > 0)
    progress(
      `${centers} centers with facts from their providers’ own sites, ${conflicts.length} of which differ from the listing`,
    );
  return merged;
}

/** Refuses fictional centers unless the caller allows them: people would find them in a search. */
function refuseSamples(records: readonly CenterRecord[], allowed: boolean): void {
  const samples = records.filter(({ center }) => center.sample).map(({ center }) => center.id);
  if (allowed || samples.length === 0) return;
  const more = samples.length > 1 ? ` and ${samples.length - 1} more` : '';
  throw new Error(`"${samples[0]}"${more} are fictional. Nothing was written. If that is right, pass --with-examples`);
}

function addExamples(records: CenterRecord[], more: readonly CenterRecord[]): void {
  const known = new Set(records.map(({ center }) => center.id));
  records.push(...more.filter(({ center }) => !known.has(center.id)));
}

function describePublish(report: PublishReport, dryRun: boolean): string {
  const { version, centers, written, items, changed, before, overtaken, confirmations, orphans } = report;
  const lines: string[] = [];
  if (!changed) lines.push(`unchanged: version ${version}, ${centers} centers, 0 of ${items} items written`);
  else if (dryRun) {
    lines.push(`dry run: would publish version ${version}, ${centers} centers, and write ${written} of ${items} items`);
  } else lines.push(`published version ${version}, ${centers} centers, ${written} of ${items} items written`);
  if (changed) {
    const was = before === null ? 'the table was empty' : `version ${before.version}, ${before.centers} centers`;
    lines.push(`before: ${was}`);
  }
  if (overtaken.length > 0)
    lines.push(`another publisher was active: built on its dataset and replaced ${overtaken.join(', ')}`);
  if (confirmations > 0) lines.push(`confirmations of the table kept: ${confirmations}`);
  if (orphans.length > 0) {
    lines.push(`confirmations of offerings that are not in the data, kept in the table: ${orphans.length}`);
    lines.push(...orphans.map(({ center, offering }) => `  ${center}: ${offering}`));
  }
  if (report.withdrawn > 0) lines.push(`left out because they were purged: ${report.withdrawn}`);
  lines.push(...correctionsInWords(report));
  return text(lines);
}

/** Lists the versions that can be restored, newest first, each with its content and who published it. */
export async function listVersions(options: TableOptions): Promise<string> {
  return withTable(options, async (store) => {
    const kept = await keptVersions(store);
    if (kept.length === 0) return 'nothing has been published to this table\n';
    return text(
      kept.map(({ head, current, restores, origin }) => {
        const back = restores === null ? '' : `  brings back revision ${restores}`;
        const who = origin === null ? '' : `  ${origin.what} by ${origin.by}`;
        const mark = current ? '  current' : '';
        return `${head.version}  revision ${head.revision}  ${head.publishedAt}  ${head.centers} centers${who}${back}${mark}`;
      }),
    );
  });
}

/** Moves HEAD back to the named version, or else to the previous one. */
export async function rollbackTable(options: TableOptions & { readonly to?: string }): Promise<string> {
  return withTable(options, async (store) => {
    const { to } = options;
    const report: RollbackReport = await rollback({
      store,
      now: Date.now(),
      by: whoami(),
      ...(to !== undefined && { to }),
    }).catch((error) => Promise.reject(explained(error)));
    const { from, to: now, firstPublishedAt } = report;
    return text([
      `rolled back to version ${now.version}, ${now.centers} centers, published before at ${firstPublishedAt}`,
      `before: version ${from.version}, ${from.centers} centers; revision ${from.revision} is now ${now.revision}`,
      'readers follow within 5 seconds',
    ]);
  });
}

/** Removes versions and pages that nothing refers to. */
export async function collectTable(
  options: TableOptions & { readonly olderThan: number },
  progress: Progress,
): Promise<string> {
  return withTable(options, async (store) => {
    const report: CollectReport = await collect({
      store,
      now: Date.now,
      olderThanSeconds: options.olderThan,
      onProgress: (looked, removed) => progress(`${looked} pages looked at, ${removed} removed`),
    });
    return text([
      `versions: ${report.versionsKept} kept, ${report.versionsRemoved} removed`,
      `pages: ${report.pagesLooked} looked at, ${report.pagesRemoved} removed, ${report.pagesSpared} kept because they are too new`,
    ]);
  });
}

/**
 * If the error is a HeadMovedError, returns one with a message for the operator instead. Returns other errors
 * unchanged.
 */
export function explained(error: unknown): unknown {
  if (!(error instanceof HeadMovedError)) return error;
  return new Error('other publishers keep moving the dataset; what readers see is theirs. Try again', { cause: error });
}

export const text = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
