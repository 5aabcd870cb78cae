import * as z from 'zod';
import { slugSchema } from './slug.ts';

/**
 * Why an id no longer names a center.
 * - `renamed`: the same center has another id.
 * - `merged`: two listings turned out to be one center, which keeps the other id.
 * - `unlisted`: the source that listed the center no longer does.
 * - `closed`: an editor found that the center has closed.
 */
export const formerReasons = ['renamed', 'merged', 'unlisted', 'closed'] as const;
export type FormerReason = (typeof formerReasons)[number];

const hasSuccessor = (reason: FormerReason): boolean => reason === 'renamed' || reason === 'merged';

/** An id that was published before but names no center now. */
export const formerIdSchema = z
  .strictObject({
    id: slugSchema,
    reason: z.enum(formerReasons),
    /** The date of the source or correction that was the first to report it. */
    since: z.iso.date(),
    /** The id to use instead; null if the center is gone. */
    now: slugSchema.nullable(),
  })
  .refine(({ reason, now }) => hasSuccessor(reason) === (now !== null), 'only a renamed or merged id has a successor')
  .refine(({ id, now }) => id !== now, 'an id cannot replace itself');
export type FormerId = z.infer<typeof formerIdSchema>;
