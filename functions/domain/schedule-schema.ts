import * as z from 'zod';
import { listOf } from './list.ts';
import { tracks } from './schedule.ts';
import { schemaOf } from './vocabulary-schema.ts';

/** A range of numbers. Both ends are equal for a single number. */
const rangeOf = (unit: z.ZodNumber) =>
  z.tuple([unit, unit]).refine(([least, most]) => least <= most, 'the first number must not be above the second');

/**
 * The time that a program takes per week. Any part may be unknown (null). If all parts are unknown, the schedule itself
 * is null.
 */
export const scheduleSchema = z
  .strictObject({
    sessionsPerWeek: rangeOf(z.number().positive().max(50)).nullable(),
    hoursPerSession: z.number().positive().max(24).nullable(),
    hoursPerWeek: z.number().positive().max(168).nullable(),
    weeks: rangeOf(z.number().positive().max(520)).nullable(),
    tracks: listOf(schemaOf(tracks)).min(1, 'unknown tracks are null, not an empty list').nullable(),
  })
  .refine(
    (schedule) => Object.values(schedule).some((part) => part !== null),
    'an unknown schedule is null, not all nulls',
  );
export type Schedule = z.infer<typeof scheduleSchema>;
