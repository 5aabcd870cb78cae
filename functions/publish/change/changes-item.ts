import { type ChangedRow, type Changes, type LookupIndex, lookupIndexes, packChanges } from '../../dataset/changes.ts';
import { type Blob, CHANGES_BODY_BYTES, encodeContent } from '../../dataset/content.ts';
import type { IndexRow } from '../../dataset/index-row.ts';

/** How changes of lookup indexes are published. */
export interface ChangesOptions {
  /** Largest size of the item of recent changes, in compressed bytes. If it would be larger, pages are rewritten. */
  readonly changesBytes?: number | undefined;
}

/** The item of recent changes; null if it would be too large. */
export function changesItem(changes: Changes, { changesBytes = CHANGES_BODY_BYTES }: ChangesOptions): Blob | null {
  const blob = encodeContent({ kind: 'changes', changes: packChanges(changes) });
  return blob.body.length > changesBytes ? null : blob;
}

export function isEmpty(changes: Changes): boolean {
  return lookupIndexes.every((index) => changes[index].list.length === 0);
}

/** The change of a row against its page; null if both are equal. */
export function changedRow(
  index: LookupIndex,
  key: string,
  row: IndexRow | null,
  inPages: IndexRow | null,
): ChangedRow | null {
  if (JSON.stringify(row) === JSON.stringify(inPages)) return null;
  return { key, row, counted: index === 'organization' && inPages?.[2] !== undefined };
}
