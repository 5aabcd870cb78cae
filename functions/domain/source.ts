import * as z from 'zod';

/** A source of facts about a center, and the day on which the facts were true. */
export const sourceSchema = z.strictObject({
  name: z.string().trim().min(1).max(120),
  asOf: z.iso.date(),
});
export type Source = z.infer<typeof sourceSchema>;
