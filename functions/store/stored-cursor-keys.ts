import * as z from 'zod';

const keySchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/**
 * The keys that cursors are signed with, in the table itself: whoever may read this item may read every version that a
 * cursor could name, so the keys protect nothing from them, and a search needs no other service and no rights of its own.
 */
export const storedCursorKeysSchema = z.strictObject({
  current: keySchema,
  /** The key before; its cursors are still accepted. Null for the first one. */
  previous: keySchema.nullable(),
  /** When `current` was made, in milliseconds since 1970. */
  since: z.int().positive(),
});
export type StoredCursorKeys = z.infer<typeof storedCursorKeysSchema>;

export interface CursorKeyStore {
  /** Null before the first publish. */
  cursorKeys(): Promise<StoredCursorKeys | null>;
  /** @returns false if somebody else has changed the keys since `previous` was read; then nothing was written. */
  putCursorKeys(next: StoredCursorKeys, previous: StoredCursorKeys | null): Promise<boolean>;
}
