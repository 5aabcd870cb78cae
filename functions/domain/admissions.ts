import * as z from 'zod';
import { listOf } from './list.ts';

/**
 * Answers from admissions that an offering's lists cannot express: that it does not have a value (`denied`), or that a
 * list is incomplete because only some of its values were asked about (`open`).
 */
export const admissionsSchema = z
  .strictObject({
    /** Values that the offering does not have, such as `schedule.evening` (facts.ts), sorted. */
    denied: listOf(
      z.string().regex(/^[a-zA-Z]+\.[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be a value such as "schedule.evening"'),
    ).max(200),
    /** Names of fields whose list may be incomplete, because admissions was only asked about some values. Sorted. */
    open: listOf(z.string().regex(/^[a-zA-Z]+$/)).max(40),
    /** Time at which each fact becomes stale (fact.ts). A stale fact stays in effect, but should be asked again. */
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
