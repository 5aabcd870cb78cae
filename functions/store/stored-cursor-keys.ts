import * as z from 'zod';

const keySchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/**
 * The keys that sign cursors, in the table itself. Anybody who may read this item may read every version that a cursor
 * could name, so the keys need no protection from them, and a search needs no other service or rights.
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
  /** @returns false without writing if somebody else changed the keys since `previous` was read */
  putCursorKeys(next: StoredCursorKeys, previous: StoredCursorKeys | null): Promise<boolean>;
}
