import { isDeepStrictEqual } from 'node:util';
import type { FormerId } from '../../domain/former-id.ts';
import { type CenterRecord, recordSchema } from '../../domain/record.ts';
import type { Correction, StoredCorrections } from '../../store/stored-corrections.ts';
import type { DatedCorrection } from './newer-facts.ts';
import { CLOSED, type Json, PathError, valueAt, withValue } from './paths.ts';

/** A correction that an editor should review. It is reported until an editor changes it. */
export interface Remark {
  readonly center: string;
  readonly path: string;
  readonly value: Json;
  /**
   * `changed`: the imported value is another one than when the editor saw it; the correction still applies. `agrees`:
   * the imported value is now the editor's. `misfit`: the record no longer has such a field or entry, so the correction
   * is not in effect.
   */
  readonly kind: 'changed' | 'agrees' | 'misfit';
  /** The imported value at the time of the correction, and the one now; undefined if there is none. */
  readonly was: Json | undefined;
  readonly now: Json | undefined;
}

export interface CorrectedRecord {
  /** The record with its corrections; null if the center is closed. */
  readonly record: CenterRecord | null;
  readonly remarks: readonly Remark[];
  /** The corrections that are in effect. */
  readonly applied: readonly DatedCorrection[];
}

/** Applies an editor's corrections to one imported record. The result is always a valid record. */
export function applyCorrections(
  imported: CenterRecord,
  { center, corrections, at }: StoredCorrections,
): CorrectedRecord {
  const remarks: Remark[] = [];
  const applied: DatedCorrection[] = [];
  let record = imported;
  let closed = false;
  for (const correction of corrections) {
    const { path, value, was } = correction;
    if (path === CLOSED) {
      closed = value === true;
      continue;
    }
    const now = importedAt(path, imported);
    const about = { center, path, value, was, now };
    const next = corrected(record, correction);
    if (next === null) remarks.push({ ...about, kind: 'misfit' });
    else if (isDeepStrictEqual(now, value)) remarks.push({ ...about, kind: 'agrees' });
    else if (!isDeepStrictEqual(now, was)) remarks.push({ ...about, kind: 'changed' });
    if (next === null) continue;
    record = next;
    applied.push({ ...correction, at: correction.at ?? at });
  }
  return { record: closed ? null : record, remarks, applied };
}

/**
 * Applies all editors' corrections to imported records. They override what a file says, so no import erases them.
 * Records are processed one at a time, so that a million records are not in memory twice.
 */
export class CorrectionsToApply {
  /** The imported records of all corrected centers, including closed ones. */
  readonly beneath: CenterRecord[] = [];
  /** Centers that an editor found closed, by id. */
  readonly closed = new Map<string, FormerId>();
  readonly remarks: Remark[] = [];
  /** The corrections that are in effect, by center id. */
  readonly applied = new Map<string, readonly DatedCorrection[]>();
  readonly #left: Map<string, StoredCorrections>;

  constructor(corrections: readonly StoredCorrections[]) {
    this.#left = new Map(corrections.filter(inEffect).map((stored) => [stored.center, stored]));
  }

  /**
   * Corrections of centers that are in none of the records processed so far. They stay in the table in case the centers
   * return.
   */
  get orphans(): readonly StoredCorrections[] {
    return [...this.#left.values()];
  }

  *onto(records: Iterable<CenterRecord>): Generator<CenterRecord> {
    for (const imported of records) {
      const { id } = imported.center;
      const stored = this.#left.get(id);
      const record = stored === undefined ? imported : this.#corrected(imported, stored);
      if (record !== null) yield record;
    }
  }

  #corrected(imported: CenterRecord, stored: StoredCorrections): CenterRecord | null {
    const { record, remarks, applied } = applyCorrections(imported, stored);
    this.applied.set(stored.center, applied);
    this.#left.delete(stored.center);
    this.beneath.push(imported);
    this.remarks.push(...remarks);
    if (record === null) this.closed.set(stored.center, closingOf(stored));
    return record;
  }
}

/** The former id to publish for a closed center, which explains why the center is gone. */
export function closingOf({ center, corrections, at }: StoredCorrections): FormerId {
  const closing = corrections.find(({ path }) => path === CLOSED);
  return { id: center, reason: 'closed', since: (closing?.at ?? at).slice(0, 'yyyy-mm-dd'.length), now: null };
}

/** True if at least one correction is in effect. A removed one is kept as history. */
export const inEffect = ({ corrections }: StoredCorrections): boolean => corrections.length > 0;

function importedAt(path: string, imported: CenterRecord): Json | undefined {
  try {
    return valueAt(path, imported);
  } catch (error) {
    if (error instanceof PathError) return undefined;
    throw error;
  }
}

function corrected(record: CenterRecord, { path, value }: Correction): CenterRecord | null {
  try {
    const parsed = recordSchema.safeParse(withValue(record, path, value));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof PathError) return null;
    throw error;
  }
}
