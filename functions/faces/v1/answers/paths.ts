import * as z from 'zod';
import { ages } from '../../../domain/age.ts';
import { fieldNames } from '../../../domain/fields.ts';
import { genders } from '../../../domain/gender.ts';
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
      'Its offerings of that level that take the payer and the person. Of a center in doubt, those that may; empty if the level itself is unknown.',
    ),
    distance: described(
      distanceSchema,
      'From the center before, the first from the origin; 0 where it is the same center.',
    ),
    certainty: described(
      z.enum(['listed', 'unknown']).optional(),
      'With `include=unknown`: whether the listing says that the center has the level and takes payer and person, or cannot say.',
      'unknown',
    ),
    ask: described(z.array(z.enum(fieldNames)).optional(), 'Of a center in doubt: the fields to ask it about.', [
      'payer',
    ]),
  }),
  'One center of a path.',
);

const onlyForSchema = named(
  'PathPeople',
  z.strictObject({
    genders: described(z.array(schemaOf(genders)), 'Of any of these genders.', ['women']),
    ages: described(z.array(schemaOf(ages)), 'In any of these bands of age.', ['young-adults', 'adults']),
  }),
  'People for whom a path is.',
);

const pathSchema = named(
  'CarePath',
  z.strictObject({
    miles: miles('Sum of the legs before each is rounded', 12.43),
    km: described(z.number().nonnegative(), 'The same in kilometers with two decimals.', 20),
    approximate: approximateSchema,
    onlyFor: described(
      z.array(onlyForSchema).min(1).optional(),
      'Whom all centers of the path accept, as far as they say: one that says nothing leaves nobody out. Absent where that ' +
        'is everybody whom the question is about.',
      [{ genders: ['women'], ages: ['young-adults', 'adults'] }],
    ),
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
              z.partialRecord(z.enum(['include', 'payer', 'population']), z.literal('unknown').nullable()),
              'One field with its new value; null drops the field. With `include` the path has centers to ask first.',
              { include: 'unknown' },
            ),
            miles: miles('Length of the shortest path after the change', 8.21),
          }),
          'A single change to the question that gives a shorter path.',
        ),
      ),
      'What asking centers in doubt, another payer, or leaving out `population` would save. Left out where nothing is saved, or too much would have to be read to know.',
    ),
    dataset: datasetAnswerSchema,
    help: helpAnswerSchema,
  }),
  'The shortest ways through one center of each level of care.',
);
