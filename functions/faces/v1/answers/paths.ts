import * as z from 'zod';
import { fieldNames } from '../../../domain/fields.ts';
import { levels } from '../../../domain/level-of-care.ts';
import { schemaOf } from '../../../domain/vocabulary-schema.ts';
import {
  approximateSchema,
  crisisSchema,
  datasetAnswerSchema,
  distanceSchema,
  helpAnswerSchema,
  miles,
} from '../../../http/openapi/common.ts';
import { described, named } from '../../../http/openapi/described.ts';
import { pathsFields } from '../parameters/paths-fields.ts';
import { centerAnswerSchema } from './center.ts';
import { offeringAnswerSchema } from './offering.ts';
import { searchAnswerSchema } from './search.ts';

const legSchema = named(
  'PathLeg',
  z.strictObject({
    level: described(schemaOf(levels), 'The level of care that this center is for.', 'detox'),
    center: centerAnswerSchema,
    offerings: described(
      z.array(offeringAnswerSchema),
      'Its offerings of that level that take the payer. Of a center in doubt, those that may; empty if the level itself is unknown.',
    ),
    distance: described(
      distanceSchema,
      'From the center before, the first from the origin; 0 where it is the same center.',
    ),
    certainty: described(
      z.enum(['listed', 'unknown']).optional(),
      'With `include=unknown`: whether the listing says that the center has the level and takes the payer, or cannot say.',
      'unknown',
    ),
    ask: described(z.array(z.enum(fieldNames)).optional(), 'Of a center in doubt: the fields to ask it about.', [
      'payer',
    ]),
  }),
  'One center of a path.',
);

const pathSchema = named(
  'CarePath',
  z.strictObject({
    miles: miles('Sum of the legs', 12.43),
    km: described(z.number().nonnegative(), 'The same in kilometers with two decimals.', 20),
    approximate: approximateSchema,
    legs: described(z.array(legSchema), 'One for each level, in the order asked.'),
  }),
  'One center for each level, in the order asked.',
);

export const pathsAnswerSchema = named(
  'PathsAnswer',
  z.strictObject({
    crisis: crisisSchema,
    origin: searchAnswerSchema.shape.origin.unwrap(),
    coverage: searchAnswerSchema.shape.coverage.unwrap(),
    query: described(
      named('PathsEcho', z.strictObject(pathsFields), 'The question as it was understood.'),
      'The question as it was understood.',
    ),
    paths: described(
      z.array(pathSchema),
      'Shortest first, paths of equal length by the ids of their centers; no two are the same. Empty if some level has no center that fits.',
    ),
    alternatives: described(
      z.array(
        named(
          'PathAlternative',
          z.strictObject({
            change: described(
              z.partialRecord(z.enum(['include', 'payer']), z.literal('unknown').nullable()),
              'One field with its new value; null drops the field. With `include` the path has centers to ask first.',
              { include: 'unknown' },
            ),
            miles: miles('Length of the shortest path after the change', 8.21),
          }),
          'A single change to the question that gives a shorter path.',
        ),
      ),
      'What asking centers in doubt, or another payer, would save. Left out where nothing is saved, or too much would have to be read to know.',
    ),
    dataset: datasetAnswerSchema,
    help: helpAnswerSchema,
  }),
  'The shortest ways through one center of each level of care.',
);
