import * as z from 'zod';

/** Where a center's facts were read, and the day they stood for. */
export const sourceSchema = z.strictObject({
  name: z.string().trim().min(1).max(120),
  asOf: z.iso.date(),
});
export type Source = z.infer<typeof sourceSchema>;
