import * as z from 'zod';
import { NothingPublishedError } from '../dataset/dataset-reader.ts';
import { type CenterRecord, recordSchema } from '../domain/record.ts';
import { slugSchema } from '../domain/slug.ts';
import type { DatasetStore } from '../store/store.ts';
import {
  type Correction,
  CorrectionsChangedError,
  type StoredCorrections,
  storedCorrectionsSchema,
} from '../store/stored-corrections.ts';
import { applyCorrections, type Remark } from './added/apply-corrections.ts';
import { CLOSED, type Json, PathError, valueAt, wholePath, withValue } from './added/paths.ts';
import { importedCenter } from './change/change-centers.ts';
import { type CentersPublished, publishCenters } from './publish-centers.ts';

/** An editor's request to set or remove corrections. */
const correctionRequestSchema = storedCorrectionsSchema.pick({ center: true, reason: true, by: true }).extend({
  center: slugSchema,
  set: z.array(z.strictObject({ path: z.string().min(1).max(200), value: z.json() })).default([]),
  /** Paths whose corrections are removed, so that the imported facts take effect again. */
  clear: z.union([z.array(z.string().min(1)), z.literal('all')]).default([]),
  /** The revision of the corrections that the editor saw; null if there were none. @default the current revision */
  seen: z.int().positive().nullable().optional(),
});
export type CorrectionRequest = z.input<typeof correctionRequestSchema>;

export interface CorrectOptions {
  readonly store: DatasetStore;
  /** Current time in milliseconds since 1970. */
  readonly now: number;
  /** Checks the record as it would be published. Returns a sentence for each implausible fact. */
  readonly check?: (record: CenterRecord) => readonly string[];
}

export interface Corrected extends CentersPublished {
  readonly stored: StoredCorrections;
  readonly remarks: readonly Remark[];
}

/** Neither the published dataset nor the stored corrections have the center. Nothing was written. */
export class UnknownCenterError extends Error {
  override readonly name = 'UnknownCenterError';
}

/** The corrected record would be invalid. Nothing was written. */
export class CorrectionRefusedError extends Error {
  override readonly name = 'CorrectionRefusedError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}

/**
 * Corrects facts of a center, or removes corrections, and publishes the pages with it.
 * @throws z.ZodError, NothingPublishedError, UnknownCenterError, CorrectionRefusedError, CorrectionsChangedError: nothing
 * was written.
 * @throws HeadMovedError, StoreUnavailableError: the correction may be stored but not published. The next publish
 * includes it.
 */
export async function correct(request: CorrectionRequest, options: CorrectOptions): Promise<Corrected> {
  const { store, now } = options;
  const { next, previous, remarks } = await plannedCorrection(request, options);
  await store.putCorrections(next, previous);
  return {
    stored: next,
    remarks,
    ...(await publishCenters([next.center], { store, now, origin: { what: 'correction', by: next.by } })),
  };
}

/** A correction that was checked, but not written yet. */
export interface PlannedCorrection {
  /** The imported record; null if the center was removed. Its corrections can still be removed. */
  readonly imported: CenterRecord | null;
  readonly previous: StoredCorrections | null;
  readonly next: StoredCorrections;
  readonly remarks: readonly Remark[];
}

/**
 * Checks a correction and returns what it would store.
 * @throws z.ZodError, NothingPublishedError, UnknownCenterError, CorrectionRefusedError, CorrectionsChangedError
 */
export async function plannedCorrection(
  request: CorrectionRequest,
  options: CorrectOptions,
): Promise<PlannedCorrection> {
  const { store, now, check } = options;
  const { center, seen } = correctionRequestSchema.parse(request);
  const { imported, corrections: previous } = await centerWithCorrections(center, store);
  if (seen !== undefined && (previous?.revision ?? null) !== seen) throw new CorrectionsChangedError(center, previous);
  return planned(request, { imported, previous }, now, check);
}

/**
 * Like {@link plannedCorrection}, for a center and corrections that were already read.
 * @throws UnknownCenterError, CorrectionRefusedError
 */
export function planned(
  request: CorrectionRequest,
  { imported, previous }: Pick<PlannedCorrection, 'imported' | 'previous'>,
  now: number,
  check: CorrectOptions['check'] = () => [],
): PlannedCorrection {
  const { center, set, clear, reason, by } = correctionRequestSchema.parse(request);
  const at = new Date(now).toISOString();
  if (imported === null) {
    // The center was removed. Nothing can be corrected, but its old corrections can be removed.
    if (set.length > 0 || previous === null) throw unknown(center);
  }
  const corrections = cleared(previous?.corrections ?? [], clear, imported);
  for (const { path, value } of set) {
    if (imported === null) break;
    const added = { ...correctionOf(path, value, imported), at };
    corrections.set(added.path, added);
  }
  const next = storedCorrectionsSchema.parse({
    ...{ center, reason, by, at, revision: (previous?.revision ?? 0) + 1 },
    corrections: [...corrections.values()],
  });
  const remarks = imported === null ? [] : sound(imported, next, set.length > 0 ? check : () => []);
  return { imported, previous, next, remarks };
}

/** A center as last imported, and its corrections. An editor's screen starts from these. */
export async function centerWithCorrections(
  center: string,
  store: DatasetStore,
): Promise<{ readonly imported: CenterRecord | null; readonly corrections: StoredCorrections | null }> {
  const head = await store.readHead();
  if (head === null) throw new NothingPublishedError('no dataset has been published to this table');
  return { imported: await importedCenter(head, store, center), corrections: await store.corrections(center) };
}

const unknown = (center: string) => new UnknownCenterError(`the published dataset has no center "${center}"`);

function cleared(
  before: readonly Correction[],
  clear: readonly string[] | 'all',
  imported: CenterRecord | null,
): Map<string, Correction> {
  if (clear === 'all') return new Map();
  const left = new Map(before.map((correction) => [correction.path, correction]));
  for (const path of clear) {
    if (left.delete(path) || left.delete(whole(path, imported))) continue;
    const known = [...left.keys()].join(', ') || 'nothing';
    throw new CorrectionRefusedError([`"${path}" was not corrected; ${known} was`]);
  }
  return left;
}

function whole(path: string, imported: CenterRecord | null): string {
  try {
    return imported === null || path === CLOSED ? path : wholePath(path, imported);
  } catch (error) {
    if (error instanceof PathError) return path;
    throw error;
  }
}

function correctionOf(path: string, value: Json, imported: CenterRecord): Correction {
  if (path === CLOSED) {
    if (typeof value !== 'boolean') throw new CorrectionRefusedError([`"${CLOSED}" is true or false`]);
    return { path, value, was: false };
  }
  try {
    const was = valueAt(path, imported);
    const correction = { path: wholePath(path, imported), value };
    return was === undefined ? correction : { ...correction, was };
  } catch (error) {
    if (error instanceof PathError) throw new CorrectionRefusedError([error.message]);
    throw error;
  }
}

/**
 * Returns the remarks about a corrected record.
 * @throws CorrectionRefusedError if a correction has no effect or gives an invalid record.
 */
function sound(
  imported: CenterRecord,
  next: StoredCorrections,
  check: (record: CenterRecord) => readonly string[],
): readonly Remark[] {
  const { record, remarks } = applyCorrections(imported, next);
  const before = new Map<string, string[]>();
  let standing = imported;
  for (const { path, value } of next.corrections) {
    if (path === CLOSED) continue;
    const faults = faultsOf(standing, path, value);
    if (faults.length > 0) before.set(path, faults);
    else standing = withValue(standing, path, value);
  }
  const misfits = remarks.filter(({ kind }) => kind === 'misfit').flatMap(({ path }) => before.get(path) ?? [path]);
  const faults = [...misfits, ...(record === null ? [] : check(record))];
  if (faults.length > 0) throw new CorrectionRefusedError(faults);
  return remarks;
}

/** The faults of the record if this value is at the path; empty if it is valid. */
export function faultsOf(record: CenterRecord, path: string, value: Json): string[] {
  try {
    const parsed = recordSchema.safeParse(withValue(record, path, value));
    if (parsed.success) return [];
    return parsed.error.issues.map((issue) => `${issue.path.slice(1).join('.')}: ${issue.message}`);
  } catch (error) {
    if (error instanceof PathError) return [error.message];
    throw error;
  }
}
