import * as z from 'zod';
import { listOf } from './list.ts';

/**
 * Facts from admissions that an offering's lists cannot express: a list names what there is, but not what is missing,
 * nor that only one of its values was asked about.
 */
export const admissionsSchema = z
  .strictObject({
    /** Values that it does not have, such as `schedule.evening` (facts.ts), sorted. */
    denied: listOf(
      z.string().regex(/^[a-zA-Z]+\.[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be a value such as "schedule.evening"'),
    ).max(200),
    /** Questions that stay open although values are named, because only those values were asked about. Sorted. */
    open: listOf(z.string().regex(/^[a-zA-Z]+$/)).max(40),
    /** When each fact becomes stale (fact.ts). A stale fact stays, but it should be asked again. */
    expires: z
      .record(
        z
          .string()
          .regex(
            /^[a-zA-Z]+(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)?$/,
            'must be a fact such as "housing" or "schedule.evening"',
          ),
        z.iso.datetime(),
      )
      .refine((expires) => Object.keys(expires).length > 0, 'must be left out if it is empty')
      .optional(),
  })
  .refine(
    ({ denied, open, expires }) => denied.length + open.length > 0 || expires !== undefined,
    'must be left out if it is empty',
  );
export type Admissions = z.infer<typeof admissionsSchema>;
