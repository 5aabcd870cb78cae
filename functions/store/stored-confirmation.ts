import * as z from 'zod';
import { slugSchema } from '../domain/slug.ts';

const instantSchema = z.iso.datetime();

/**
 * What the admissions team found out about one offering, stored apart from imported facts. An entry in its history has
 * the same form. There is no field for a note, so that nobody can write who asked, for whom or why.
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
  /** 1 for the offering's first confirmation; grows by 1 with each change. */
  revision: z.int().positive(),
});
export type StoredConfirmation = z.infer<typeof storedConfirmationSchema>;

/** Another person set the offering's confirmation after it was read. Read it again, and ask the user. */
export class ConfirmationChangedError extends Error {
  override readonly name = 'ConfirmationChangedError';

  constructor(offering: string) {
    super(`somebody else has set the confirmation of "${offering}" meanwhile`);
  }
}
