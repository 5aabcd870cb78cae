import type { CenterRecord } from '../../functions/domain/record.ts';
import { CLOSED, type Json } from '../../functions/publish/added/paths.ts';
import { CorrectionRefusedError, centerWithCorrections, correct, faultsOf } from '../../functions/publish/correct.ts';
import { describeRemark } from '../../functions/publish/corrections-in-words.ts';
import { remarksOn } from '../../functions/records/check/review.ts';
import { describeCorrection, historyOf } from './history.ts';
import { explained, text } from './publish.ts';
import { type TableOptions, withTable } from './publish-table.ts';
import { unknownCenter } from './unknown-center.ts';

export interface CorrectCommand extends TableOptions {
  /** Each sets one field, as `path=value`. */
  readonly set: readonly string[];
  /** Paths of the corrections to remove, or `all`. */
  readonly clear: readonly string[];
  readonly reason?: string;
  readonly by: string;
}

/**
 * Corrects facts of a center and publishes it.
 * @returns the closing report
 * @throws Error naming every fault; in that case nothing was written
 */
export async function correctCenter(center: string, options: CorrectCommand): Promise<string> {
  const { set, clear, reason, by } = options;
  if (reason === undefined)
    throw new Error('say how it is known: --reason "…" (about the center, never about a caller)');
  return withTable(options, async (store) => {
    const { imported } = await centerWithCorrections(center, store);
    if (imported === null && set.length > 0) throw await unknownCenter(center, store);
    const request = {
      ...{ center, reason, by },
      set: set.map((one) => settingOf(one, imported)),
      clear: clear.includes('all') ? ('all' as const) : [...clear],
    };
    const done = await correct(request, { store, now: Date.now(), check: faultsThatCannotBeTrue }).catch((error) =>
      Promise.reject(inWords(error)),
    );
    const { stored, version, written, remarks } = done;
    return text([
      `${center}: ${stored.corrections.length === 0 ? 'nothing is corrected any more' : `${stored.corrections.length} corrected`}`,
      ...stored.corrections.map(describeCorrection),
      ...remarks.map(describeRemark),
      `published version ${version}, ${written} items written; readers follow within 5 seconds`,
    ]);
  });
}

/** Lists a center's current corrections. */
export async function showCorrections(center: string, options: TableOptions): Promise<string> {
  return withTable(options, async (store) => {
    const { imported, corrections: there } = await centerWithCorrections(center, store);
    if (imported === null && there === null) throw await unknownCenter(center, store);
    const corrections = there?.corrections ?? [];
    const gone = imported === null ? ['the published dataset does not have this center (any more)'] : [];
    if (there === null || corrections.length === 0) return text([...gone, `${center}: nothing is corrected`]);
    const who = `revision ${there.revision}, by ${there.by} at ${there.at}: ${there.reason}`;
    return text([
      ...gone,
      `${center}: ${corrections.length} corrected, ${who}`,
      ...corrections.map(describeCorrection),
    ]);
  });
}

/** Lists everything that people said about a center, oldest first. */
export async function describeHistory(center: string, options: TableOptions): Promise<string> {
  return withTable(options, async (store) => {
    const lines = await historyOf(center, store);
    return lines.length === 0 ? `nobody said anything about "${center}"\n` : text(lines);
  });
}

/** Takes the value as text if that is valid for the field, otherwise as JSON. `null` is tried as JSON first. */
function settingOf(setting: string, imported: CenterRecord | null): { path: string; value: Json } {
  const at = setting.indexOf('=');
  const [path, written] = [setting.slice(0, at), setting.slice(at + 1)];
  const json = jsonOf(written);
  if (path === CLOSED) return { path, value: json === undefined ? written : json };
  const candidates: Json[] = written === 'null' ? [null, written] : [written, ...(json === undefined ? [] : [json])];
  const sound = candidates.find((value) => imported !== null && faultsOf(imported, path, value).length === 0);
  if (sound !== undefined) return { path, value: sound };
  return { path, value: json === undefined ? written : json };
}

function jsonOf(written: string): Json | undefined {
  try {
    return JSON.parse(written) as Json;
  } catch {
    return undefined;
  }
}

function faultsThatCannotBeTrue(record: CenterRecord): string[] {
  return remarksOn(record)
    .filter(({ severity }) => severity === 'fault')
    .map(({ path, message }) => `${path.slice(1).join('.')}: ${message}`);
}

function inWords(error: unknown): unknown {
  if (!(error instanceof CorrectionRefusedError)) return explained(error);
  return new Error(`nothing was written\n${error.faults.map((fault) => `  ${fault}`).join('\n')}`, { cause: error });
}
