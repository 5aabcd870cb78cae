import * as z from 'zod';
import { crisisSchema, helpAnswerSchema } from '../../../http/openapi/common.ts';
import { described } from '../../../http/openapi/described.ts';

/** Properties at the start of every answer: `crisis`, and the helplines that go with it. */
export const first = { crisis: crisisSchema, help: described(helpAnswerSchema.optional(), 'Goes with `crisis`.') };
export const version = (what: string) =>
  described(
    z.int().nonnegative(),
    `Version of ${what}: send it in quotes as \`If-Match\` to change it. 0 for none.`,
    3,
  );
export const by = described(z.string(), 'Who recorded it, by sign-in name.', 'kim');
export const instant = (what: string) => described(z.iso.datetime(), what, '2026-11-29T17:00:00.000Z');
export const expiresAt = described(z.iso.datetime().nullable(), 'When it becomes stale; null for never.', null);

export const publishedSchema = described(
  z.strictObject({
    version: described(
      z.string().nullable(),
      'The dataset that has it; null if another write’s publish included it.',
      'mR3kPq0ZcT1xW8aB',
    ),
  }),
  'What was published. Searches have it within five seconds.',
);
