import * as z from 'zod';

const keySchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/**
 * The keys that sign cursors are in the table itself. A role that may read them may also read every version that a
 * cursor can name, so no protection is lost, and a search needs neither another service nor more permissions.
 */
export const storedCursorKeysSchema = z.strictObject({
  current: keySchema,
  /** The key before `current`; its cursors are still accepted. Null if there was none. */
  previous: keySchema.nullable(),
  /** When `current` became the newest key, in milliseconds since 1970. */
  since: z.int().positive(),
});
export type StoredCursorKeys = z.infer<typeof storedCursorKeysSchema>;

export interface CursorKeyStore {
  /** The stored keys; null before the first publish. */
  cursorKeys(): Promise<StoredCursorKeys | null>;
  /**
   * Replaces the keys.
   * @returns false without writing if the stored keys are no longer `previous`
   */
  putCursorKeys(next: StoredCursorKeys, previous: StoredCursorKeys | null): Promise<boolean>;
}
