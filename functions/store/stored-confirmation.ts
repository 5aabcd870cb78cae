import * as z from 'zod';
import { slugSchema } from '../domain/slug.ts';

const instantSchema = z.iso.datetime();

/**
 * What the admissions team found out about one offering, kept apart from imported facts, and an entry of its history.
 * Who asked, for whom and why has no place in it: there is no field for a note.
 */
export const storedConfirmationSchema = z.strictObject({
  center: slugSchema,
  offering: slugSchema,
  state: z.enum(['confirmed', 'denied', 'unconfirmed']),
  confirmedAt: instantSchema.nullable(),
  expiresAt: instantSchema.nullable(),
  /** The staff member: a sign-in name or id, one line. */
  by: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .regex(/^\P{Cc}*$/u, 'must be one line'),
  at: instantSchema,
  /** 1 for the first word about the offering, then one more each time. */
  revision: z.int().positive(),
});
export type StoredConfirmation = z.infer<typeof storedConfirmationSchema>;

/** Somebody else set the offering's confirmation since it was read. Read it again, and ask the person. */
export class ConfirmationChangedError extends Error {
  override readonly name = 'ConfirmationChangedError';

  constructor(offering: string) {
    super(`somebody else has set the confirmation of "${offering}" meanwhile`);
  }
}
