import * as z from 'zod';

/** Whether an offering accepts new clients, and when that was stated. */
export const intakeSchema = z
  .strictObject({
    state: z.enum(['open', 'full', 'closed', 'unknown']),
    asOf: z.iso.datetime().nullable(),
    /** The time until which this is valid. Afterwards the intake is unknown (intakeAt). Absent if no end was given. */
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
