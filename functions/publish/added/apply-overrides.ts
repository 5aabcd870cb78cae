import { isDeepStrictEqual } from 'node:util';
import type { FormerId } from '../../domain/former-id.ts';
import { type CenterRecord, recordSchema } from '../../domain/record.ts';
import type { Correction, StoredOverride } from '../../store/stored-override.ts';
import type { DatedCorrection } from './newer-facts.ts';
import { CLOSED, type Json, PathError, valueAt, withValue } from './paths.ts';

/** A correction that a person should look at again. It stays as it is until somebody does. */
export interface Remark {
  readonly center: string;
  readonly path: string;
  readonly value: Json;
  /**
   * `changed`: the import says something else than when the editor looked, and the correction still holds; `agrees`: the
   * import says by now what the editor did; `misfit`: the record has no place for it any more, so it is not in effect.
   */
  readonly kind: 'changed' | 'agrees' | 'misfit';
  /** What the import said then and says now; undefined where it has nothing there. */
  readonly was: Json | undefined;
  readonly now: Json | undefined;
}

export interface Overridden {
  /** Null where the center is closed. */
  readonly record: CenterRecord | null;
  readonly remarks: readonly Remark[];
  /** The corrections in effect. */
  readonly corrections: readonly DatedCorrection[];
}

/** Lays an editor's corrections over one imported record. The outcome is always a sound record. */
export function applyOverride(imported: CenterRecord, { center, corrections, at }: StoredOverride): Overridden {
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
  return { record: closed ? null : record, remarks, corrections: applied };
}

/**
 * Lays every editor's corrections over imported records. They win over what a file says: no import erases them. Records
 * are gone through one by one, so that a million need not be there twice.
 */
export class OverridesToApply {
  /** The imported records of the centers that corrections lie over, closed ones too. */
  readonly beneath: CenterRecord[] = [];
  /** Centers that an editor found closed, by id. */
  readonly closed = new Map<string, FormerId>();
  readonly remarks: Remark[] = [];
  /** Corrections in effect, by center id. */
  readonly applied = new Map<string, readonly DatedCorrection[]>();
  readonly #left: Map<string, StoredOverride>;

  constructor(overrides: readonly StoredOverride[]) {
    this.#left = new Map(overrides.filter(inEffect).map((override) => [override.center, override]));
  }

  /** Those of centers that no record so far holds. They stay in the table, for when these return. */
  get orphans(): readonly StoredOverride[] {
    return [...this.#left.values()];
  }

  *onto(records: Iterable<CenterRecord>): Generator<CenterRecord> {
    for (const imported of records) {
      const { id } = imported.center;
      const override = this.#left.get(id);
      const record = override === undefined ? imported : this.#overridden(imported, override);
      if (record !== null) yield record;
    }
  }

  #overridden(imported: CenterRecord, override: StoredOverride): CenterRecord | null {
    const { record, remarks, corrections } = applyOverride(imported, override);
    this.applied.set(override.center, corrections);
    this.#left.delete(override.center);
    this.beneath.push(imported);
    this.remarks.push(...remarks);
    if (record === null) this.closed.set(override.center, closingOf(override));
    return record;
  }
}

/** What the id of a closed center says. */
export function closingOf({ center, corrections, at }: StoredOverride): FormerId {
  const closing = corrections.find(({ path }) => path === CLOSED);
  return { id: center, reason: 'closed', since: (closing?.at ?? at).slice(0, 'yyyy-mm-dd'.length), now: null };
}

/** Whether anything is left of it; one that was cleared stays for its history's sake. */
export const inEffect = ({ corrections }: StoredOverride): boolean => corrections.length > 0;

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
