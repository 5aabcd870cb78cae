import * as z from 'zod';

/** Whether new clients are taken. Anything about availability carries its time. */
export const intakeSchema = z
  .strictObject({
    state: z.enum(['open', 'full', 'closed', 'unknown']),
    asOf: z.iso.datetime().nullable(),
    /** When that ends. Afterwards nobody knows (intakeAt). Absent where nobody said. */
    until: z.iso.datetime().optional(),
  })
  .refine(
    ({ state, asOf }) => (state === 'unknown') === (asOf === null),
    'a known intake state has asOf, an unknown one has none',
  )
  .refine(({ state, until }) => state !== 'unknown' || until === undefined, 'only a known intake state ends');
export type Intake = z.infer<typeof intakeSchema>;
