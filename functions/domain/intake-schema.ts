import * as z from 'zod';

/** Whether new clients are accepted. Every statement about availability has its time. */
export const intakeSchema = z
  .strictObject({
    state: z.enum(['open', 'full', 'closed', 'unknown']),
    asOf: z.iso.datetime().nullable(),
    /** When that ends. Afterwards it is unknown (intakeAt). Absent if nobody said. */
    until: z.iso.datetime().optional(),
  })
  .refine(
    ({ state, asOf }) => (state === 'unknown') === (asOf === null),
    'a known intake state has asOf, an unknown one has none',
  )
  .refine(
    ({ state, until }) => state !== 'unknown' || until === undefined,
    'only a known intake state may have an end',
  );
export type Intake = z.infer<typeof intakeSchema>;
