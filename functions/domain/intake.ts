import type { Intake } from './intake-schema.ts';

export const unknownIntake: Intake = { state: 'unknown', asOf: null };

/**
 * The intake at the given time: unknown once its end has passed.
 * @param now Milliseconds since 1970.
 */
export function intakeAt(intake: Intake, now: number): Intake {
  return intake.until !== undefined && Date.parse(intake.until) <= now ? unknownIntake : intake;
}
