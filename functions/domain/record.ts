import * as z from 'zod';
import { centerSchema } from './center.ts';
import { offeringSchema } from './offering.ts';
import { phoneSchema } from './phone-schema.ts';

/** Fields that only the admissions team sees. They must never contain anything about a caller. */
export const privateFieldsSchema = z.strictObject({
  facilityCode: z.string().trim().min(1).max(40).nullable(),
  directIntakeLine: phoneSchema.pick({ number: true, extension: true }).nullable(),
  warmTransferNote: z.string().trim().min(1).max(2000).nullable(),
  internalNotes: z.string().trim().min(1).max(5000).nullable(),
});
export type PrivateFields = z.infer<typeof privateFieldsSchema>;

/**
 * One center with all its offerings, as in the files in `data/`. `GET /v1/centers/{id}` returns it without private
 * fields, but with facts that are computed from others.
 */
export const recordSchema = z
  .strictObject({
    center: centerSchema,
    offerings: z.array(offeringSchema).max(40),
    private: privateFieldsSchema.optional(),
  })
  .superRefine(({ center, offerings }, context) => {
    const seen = new Set<string>();
    for (const [index, offering] of offerings.entries()) {
      if (seen.has(offering.id)) {
        context.addIssue({
          code: 'custom',
          path: ['offerings', index, 'id'],
          message: `"${offering.id}" is used twice`,
        });
      }
      seen.add(offering.id);
      if (center.unknownLevels.includes(offering.level)) {
        context.addIssue({
          code: 'custom',
          path: ['center', 'unknownLevels'],
          message: `"${offering.level}" is offered, so it cannot be unknown`,
        });
      }
      if (!offering.id.startsWith(`${center.id}-`)) {
        context.addIssue({
          code: 'custom',
          path: ['offerings', index, 'id'],
          message: `must begin with "${center.id}-"`,
        });
      }
    }
  });
export type CenterRecord = z.infer<typeof recordSchema>;
