import { randomBytes } from 'node:crypto';
import type { CursorKeyStore } from '../store/stored-cursor-keys.ts';

const DAY_MS = 86_400_000;
/**
 * Age after which a new key is made. Versions are kept for a much shorter time, so a cursor is useless before its key
 * expires.
 */
const KEY_AGE_MS = 7 * DAY_MS;

/**
 * Makes a table's first key for signing cursors. Makes a new one once the current key is a week old; the previous key
 * stays accepted. Called by every publish, so no schedule is needed.
 * @param now Milliseconds since 1970.
 */
export async function renewCursorKeys(store: CursorKeyStore, now: number): Promise<void> {
  const known = await store.cursorKeys();
  if (known !== null && now - known.since < KEY_AGE_MS) return;
  const current = randomBytes(32).toString('base64url');
  // If another publisher has written keys meanwhile, nothing is written: their keys are as good.
  await store.putCursorKeys({ current, previous: known?.current ?? null, since: now }, known);
}
