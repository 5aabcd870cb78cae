import * as z from 'zod';

/** What created a version, and who started it. Operators of the table read this. */
export const originSchema = z.strictObject({
  what: z.enum(['publish', 'upload', 'rollback', 'confirmation', 'correction', 'facts', 'purge']),
  /** A sign-in name, or the name of an uploaded file. One line. */
  by: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^\P{Cc}*$/u, 'must be one line'),
  /** For a purge, a hash of the center's id (purged.ts): the audit trail must not name what was withdrawn. */
  subject: z
    .string()
    .regex(/^[A-Za-z0-9_-]{22}$/)
    .optional(),
});
export type Origin = z.infer<typeof originSchema>;
