import * as z from 'zod';
import { slugSchema } from '../domain/slug.ts';

const instantSchema = z.iso.datetime();
const lineSchema = z
  .string()
  .trim()
  .min(1)
  .regex(/^\P{Cc}*$/u, 'must be one line');

/** One fact that an editor set right. */
export const correctionSchema = z.strictObject({
  /** Where in the record, such as `phones.0.number`; paths.ts says which can be set. */
  path: z.string().max(200),
  /** What is true. */
  value: z.json(),
  /** What the import said when the editor looked; undefined where it had nothing there. */
  was: z.json().optional(),
});
export type Correction = z.infer<typeof correctionSchema>;

/**
 * What editors set right about one center, kept apart from imported facts, and an entry of its history. The reason is
 * about the center; a word about a caller has no place in it.
 */
export const storedOverrideSchema = z.strictObject({
  center: slugSchema,
  /** Each path once. Empty once everything was cleared. */
  corrections: z.array(correctionSchema).max(100),
  reason: lineSchema.max(300),
  /** The editor: a sign-in name or id, one line. */
  by: lineSchema.max(120),
  at: instantSchema,
  /** 1 for the first change to the center, then one more each time. */
  revision: z.int().positive(),
});
export type StoredOverride = z.infer<typeof storedOverrideSchema>;

/** Somebody else changed the center's corrections since they were read. Nothing was written. */
export class OverrideChangedError extends Error {
  override readonly name = 'OverrideChangedError';

  constructor(center: string) {
    super(`somebody else has changed the corrections of "${center}" meanwhile: look again`);
  }
}
