import * as z from 'zod';
import { slugSchema } from '../domain/slug.ts';

const instantSchema = z.iso.datetime();
const lineSchema = z
  .string()
  .trim()
  .min(1)
  .regex(/^\P{Cc}*$/u, 'must be one line');

/** One fact that an editor corrected. */
const correctionSchema = z.strictObject({
  /** Path in the record, such as `phones.0.number`; paths.ts defines which paths can be set. */
  path: z.string().max(200),
  /** The correct value. */
  value: z.json(),
  /** The imported value that the editor saw; undefined if the import had no value there. */
  was: z.json().optional(),
  /**
   * When the editor made the correction; a later fact from an agent overrides it. The earliest corrections lack this
   * date: for them, the center's `at` applies.
   */
  at: instantSchema.optional(),
});
export type Correction = z.infer<typeof correctionSchema>;

/**
 * One center's corrections, stored apart from imported facts. An entry in their history has the same form. The reason
 * is about the center and must not mention a caller.
 */
export const storedCorrectionsSchema = z.strictObject({
  center: slugSchema,
  /** At most one correction for each path. Empty once all were removed. */
  corrections: z.array(correctionSchema).max(100),
  reason: lineSchema.max(300),
  /** The editor: a sign-in name or id, one line. */
  by: lineSchema.max(120),
  at: instantSchema,
  /** 1 for the first change to the center; grows by 1 with each change. */
  revision: z.int().positive(),
});
export type StoredCorrections = z.infer<typeof storedCorrectionsSchema>;

/** Another person changed the center's corrections after they were read. Nothing was written. */
export class CorrectionsChangedError extends Error {
  override readonly name = 'CorrectionsChangedError';

  /** The corrections that are stored now, if they were read. */
  readonly stored: StoredCorrections | null;

  constructor(center: string, stored: StoredCorrections | null = null) {
    super(`somebody else has changed the corrections of "${center}" meanwhile: look again`);
    this.stored = stored;
  }
}
