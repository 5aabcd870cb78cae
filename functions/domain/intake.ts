import type { Intake } from './intake-schema.ts';

export const unknownIntake: Intake = { state: 'unknown', asOf: null };
