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

export const unknownIntake: Intake = { state: 'unknown', asOf: null };

/** The intake at a time: unknown again once its end has passed. @param now Milliseconds since 1970. */
export function intakeAt(intake: Intake, now: number): Intake {
  return intake.until !== undefined && Date.parse(intake.until) <= now ? unknownIntake : intake;
}
