import * as z from 'zod';
import { levels } from '../../../domain/level-of-care.ts';
import { stateSchema } from '../../../domain/state-schema.ts';
import { schemaOf } from '../../../domain/vocabulary-schema.ts';
import { datasetAnswerSchema } from '../../../http/openapi/common.ts';
import { described, named } from '../../../http/openapi/described.ts';
import { centerAnswerSchema } from '../../v1/answers/center.ts';
import { first } from './common.ts';

export const worklistSchema = named(
  'WorklistAnswer',
  z.strictObject({
    ...first,
    worklist: described(
      z.array(
        z.strictObject({
          center: centerAnswerSchema,
          people: described(
            z.int().nonnegative(),
            'People near it: one who lives there counts once, 15 miles away half, beyond 60 miles not. No search is counted.',
            1_204_311,
          ),
          unconfirmed: described(z.int().nonnegative(), 'Offerings that nobody confirmed.', 2),
          stale: described(z.int().nonnegative(), 'Offerings whose confirmation is too old.', 0),
          unknownLevels: described(z.array(schemaOf(levels)), 'Levels that the listing has no word for.', ['iop']),
        }),
      ),
      'The most people near first.',
    ),
    open: described(z.int().nonnegative(), 'How many centers have something to ask.', 4312),
    dataset: datasetAnswerSchema,
  }),
  'Which centers to ask next.',
);

const count = (what: string, example: number) => described(z.int().nonnegative(), what, example);
export const progressSchema = named(
  'ProgressAnswer',
  z.strictObject({
    ...first,
    states: described(
      z.array(
        z.strictObject({
          code: described(stateSchema, 'Postal code.', 'AZ'),
          name: described(z.string(), 'Its name.', 'Arizona'),
          centers: count('Centers.', 640),
          offerings: count('Offerings, denied ones too.', 1410),
          confirmed: count('Confirmed, and not too long ago.', 12),
          stale: count('Confirmed too long ago to rely on.', 1),
          denied: count('Denied by admissions.', 3),
          unconfirmed: count('Not asked yet.', 1394),
          unknownLevels: count('Levels that their listings have no word for.', 310),
        }),
      ),
      'By state.',
    ),
    dataset: datasetAnswerSchema,
  }),
  'Each state’s progress.',
);

export const progressDaysSchema = named(
  'ProgressDaysAnswer',
  z.strictObject({
    ...first,
    days: described(
      z.array(
        z.strictObject({
          day: described(z.iso.date(), 'The day, in UTC.', '2026-11-29'),
          states: described(
            z.array(
              z.strictObject({
                code: described(stateSchema, 'Postal code.', 'AZ'),
                unknown: count(
                  'Offerings that nobody confirmed, and levels that their listings have no word for.',
                  1704,
                ),
                confirmed: count('Offerings confirmed, those too long ago to rely on too.', 13),
              }),
            ),
            'By state, at the end of the day.',
          ),
        }),
      ),
      'The earliest first, each day once.',
    ),
    dataset: datasetAnswerSchema,
  }),
  'What was unknown and confirmed, by day and state.',
);
