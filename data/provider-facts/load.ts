import type { CenterRecord } from '../../functions/domain/record.ts';
import { type Conflict, MergeError, mergeProvider, type ProviderWord } from '../../functions/records/provider/merge.ts';
import type { ProviderFile } from '../../functions/records/provider/schema.ts';
import { type Evidence, readKept } from './evidence.ts';
import { PROVIDERS_FOLDER, readProviders } from './list.ts';

export interface WithProviders {
  readonly records: CenterRecord[];
  /** Number of centers that have facts from a provider. */
  readonly centers: number;
  readonly conflicts: readonly Conflict[];
  /** Lines that explain which facts could not be used. */
  readonly notes: readonly string[];
}

/**
 * Adds to the records the facts that providers state on their own sites.
 * @param today Such as `2026-11-29`. If a fact is too old on that day, the listing's own fact is used.
 * @throws Error for a faulty list, or evidence that is damaged or was edited
 */
export async function withProviders(
  records: readonly CenterRecord[],
  today: string,
  folder: string = PROVIDERS_FOLDER,
): Promise<WithProviders> {
  const { words, notes } = await readWords(folder);
  const merged = new Map<string, CenterRecord>();
  const conflicts: Conflict[] = [];
  const byId = new Map(records.map((record) => [record.center.id, record]));
  for (const word of words) {
    const record = byId.get(word.center);
    if (record === undefined)
      notes.push(`${word.host}: center "${word.center}" is not in the data, so nothing is used`);
    else if (merged.has(word.center)) notes.push(`${word.host}: another provider speaks for "${word.center}" already`);
    else {
      try {
        const one = mergeProvider(record, word, today);
        merged.set(word.center, one.record);
        conflicts.push(...one.conflicts);
      } catch (error) {
        if (!(error instanceof MergeError)) throw error;
        notes.push(`left out: ${error.message}`);
      }
    }
  }
  const all = records.map((record) => merged.get(record.center.id) ?? record);
  return { records: all, centers: merged.size, conflicts, notes };
}

async function readWords(folder: string): Promise<{ words: ProviderWord[]; notes: string[] }> {
  const words: ProviderWord[] = [];
  const notes: string[] = [];
  for (const { domain } of await readProviders(folder)) {
    const kept = await readKept(folder, domain);
    if (kept === null) notes.push(`${domain}: nothing was collected yet`);
    if (!kept?.file) continue;
    const { file, evidence } = kept;
    const { readAt, failingSince, centers } = evidence;
    if (failingSince !== null)
      notes.push(`${domain}: fails since ${failingSince}, the edition of ${file.updated} stays`);
    const dated = {
      host: domain,
      readOn: (readAt ?? '').slice(0, DAY),
      ...(failingSince === null ? {} : { failingSince: failingSince.slice(0, DAY) }),
    };
    words.push(...centers.flatMap((center) => wordOf(file, dated, center) ?? []));
  }
  return { words, notes };
}
const DAY = 'yyyy-mm-dd'.length;

/** Finds the facts in a file about one listed center; null if the file no longer has that center. */
export function wordOf(
  file: ProviderFile,
  dated: Pick<ProviderWord, 'host' | 'readOn' | 'failingSince'>,
  { says, center, offerings }: Evidence['centers'][number],
): ProviderWord | null {
  const own = file.centers.find(({ id }) => id === says);
  return own === undefined ? null : { ...dated, center, updated: file.updated, says: own, offerings };
}
