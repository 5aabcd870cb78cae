import { StoreUnavailableError } from '../dataset/dataset-reader.ts';
import type { CursorKeys } from '../http/cursor.ts';
import type { CursorKeyStore, StoredCursorKeys } from '../store/stored-cursor-keys.ts';

const KEPT_MS = 5 * 60_000;

/**
 * Reads the keys for signing cursors from the table, and caches them for five minutes. A new key must not sign before
 * every container accepts it, so the previous key signs until the new one is ten minutes old.
 */
export function cursorKeysOf(
  { cursorKeys }: Pick<CursorKeyStore, 'cursorKeys'>,
  now: () => number = Date.now,
): () => Promise<CursorKeys> {
  let kept: { readonly keys: StoredCursorKeys; readonly readAt: number } | null = null;
  let reading: Promise<StoredCursorKeys> | null = null;
  const read = async (): Promise<StoredCursorKeys> => {
    const keys = await cursorKeys();
    if (keys === null) throw new StoreUnavailableError('the table has no key for cursors: publish to it');
    kept = { keys, readAt: now() };
    return keys;
  };
  const current = async (): Promise<StoredCursorKeys> => {
    if (kept !== null && now() - kept.readAt < KEPT_MS) return kept.keys;
    const before = kept;
    reading ??= read().finally(() => (reading = null));
    // If the table does not answer, use the keys that were read last.
    return before === null ? reading : reading.catch(() => before.keys);
  };
  return async () => {
    const { current: newest, previous, since } = await current();
    if (previous === null) return { signing: newest, accepted: [newest] };
    return { signing: now() - since < 2 * KEPT_MS ? previous : newest, accepted: [newest, previous] };
  };
}
