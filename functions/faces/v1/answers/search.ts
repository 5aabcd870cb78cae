import * as z from 'zod';
import { fieldNames } from '../../../domain/fields.ts';
import {
  approximateSchema,
  crisisSchema,
  datasetAnswerSchema,
  distanceSchema,
  helpAnswerSchema,
  miles,
} from '../../../http/openapi/common.ts';
import { described, named } from '../../../http/openapi/described.ts';
import { fieldNotes } from '../parameters/field-notes.ts';
import { searchFields } from '../parameters/fields.ts';
import { centerAnswerSchema, pointSchema } from './center.ts';
import { offeringAnswerSchema } from './offering.ts';

const rangeSchema = named(
  'DistanceRange',
  z.strictObject({
    minMiles: miles('The least it can be from a point of the cell', 0.8),
    maxMiles: miles('The most it can be from a point of the cell', 4.11),
    approximate: approximateSchema,
  }),
  'How far it can be, when only a cell was named.',
);

export const resultSchema = named(
  'Result',
  z.strictObject({
    center: centerAnswerSchema,
    distance: described(
      z.union([distanceSchema, rangeSchema]).optional(),
      'From the origin; a range for a `cell`; absent for a `state` and for a `name` alone.',
    ),
    offerings: described(
      z.array(offeringAnswerSchema),
      'The offerings that matched; all of them if the search asks nothing about offerings. For a center in doubt: those that may match, or an empty list if the level itself is unknown.',
    ),
    certainty: described(
      z.enum(['listed', 'unknown']).optional(),
      'With `include=unknown`: whether the listing says that the center matches, or cannot say.',
      'unknown',
    ),
    ask: described(z.array(z.enum(fieldNames)).optional(), 'Of a center in doubt: the fields to ask it about.', [
      'schedule',
    ]),
  }),
  'A center that was found.',
);

const originSchema = named(
  'Origin',
  z.strictObject({
    kind: described(
      z.enum(['point', 'zip', 'place', 'viewer', 'cell', 'state']),
      'How the origin was given; `viewer` is the network’s guess for `me`.',
      'zip',
    ),
    label: described(z.string().min(1), 'The origin in words.', 'Phoenix, AZ 85004'),
    location: described(pointSchema.nullable(), 'The point that distances are measured from; null for a state.'),
  }),
  'Where the search started.',
);

const understoodSchema = named(
  'Understood',
  z.strictObject({
    words: described(z.string().min(1), 'Words of `q`, as typed.', 'kaiser'),
    field: described(
      z.string().nullable(),
      'The field that they ask for; null for words that join others, or say less plainly what other words say.',
      'payer',
    ),
    value: described(z.string().nullable(), 'The value that they ask for; null without a field.', 'private'),
    widened: described(
      z.literal(true).optional(),
      'Present when the words say less than the value: no listing names that insurer, so it is `private`.',
      true,
    ),
  }),
  'Words of `q` and what they were read as.',
);

const { limit: _, ...echoed } = searchFields;
export const echoSchema = named(
  'SearchEcho',
  z.strictObject({
    ...(Object.fromEntries(
      Object.entries(echoed).map(([name, schema]) => {
        const { description, example } = fieldNotes[name as keyof typeof echoed];
        return [name, described(schema as z.ZodType, description, example)];
      }),
    ) as typeof echoed),
    limit: described(searchFields.limit, fieldNotes.limit.description, fieldNotes.limit.example),
    understood: described(
      z.array(understoodSchema).optional(),
      'What the words of `q` were read as, in their order; each word is here or in `ignored`.',
      [{ words: 'kaiser', field: 'payer', value: 'private', widened: true }],
    ),
    ignored: described(z.array(z.string()).optional(), 'Words of `q` that were not understood.', ['affordable']),
    crisis: described(
      z.literal(true).optional(),
      'Present when `q` speaks of danger to life: show the helplines first.',
      true,
    ),
  }),
  'The search as it was understood, `q` read into the other fields.',
);

const alternativeSchema = named(
  'Alternative',
  z.strictObject({
    change: described(
      z.record(z.string(), z.string().nullable()),
      'One field with its new value; null drops the field.',
      { within: '50mi' },
    ),
    count: described(z.int().min(1).max(50), 'How many centers the changed search finds, counted up to 50.', 3),
    more: described(z.boolean(), 'Whether there are more than `count`.', false),
    nearestMiles: described(
      z.number().nonnegative().nullable(),
      'Miles to the nearest center that the change adds; null if there is no distance.',
      31.4,
    ),
  }),
  'A single change to the search that finds more.',
);

const coverageSchema = named(
  'Coverage',
  z.strictObject({
    states: described(
      z.array(z.string().regex(/^[A-Z]{2}$/)),
      'Postal codes of the states that have centers in the dataset, sorted.',
      ['AZ', 'CA', 'NV'],
    ),
    origin: described(
      z.strictObject({
        state: described(
          z
            .string()
            .regex(/^[A-Z]{2}$/)
            .nullable(),
          'Postal code of the state, district or territory that the origin is in, or at most 3.45 miles from; null if there is none. A cell has the state of its middle.',
          'FL',
        ),
        listed: described(z.boolean(), 'Whether that state has centers in the dataset.', false),
      }),
      'Where the search starts.',
    ),
  }),
  'Which states are listed. Where `listed` is false, say so first: the nearest results are in another state.',
);

const searchMembers = {
  crisis: crisisSchema,
  origin: described(originSchema.nullable(), 'Where the search started; null for a `name` alone.'),
  coverage: described(coverageSchema.optional(), 'Present on every answer with an origin.'),
  query: echoSchema,
  unknown: described(
    z.strictObject({
      count: described(z.int().nonnegative(), 'How many such centers.', 2),
      more: described(z.literal(true).optional(), 'Present when there are, or may be, more than `count`.', true),
      because: described(
        z.partialRecord(z.enum(fieldNames), z.int().positive()),
        'How many of them each field leaves in doubt. A center counts for every field that one must ask it about.',
        { schedule: 2, level: 1 },
      ),
    }),
    'Centers of the whole search that would match but whose listing cannot say: inside `within` if there is one, counted up to the fiftieth nearest. `include=unknown` lists them.',
  ),
  alternatives: described(
    z.array(alternativeSchema).optional(),
    'On a first page with fewer results than `limit`: what single changes would find.',
  ),
  next: described(
    z.string().min(1).nullable(),
    'The `cursor` of the next page; null when nothing follows.',
    'WyIyMDI2LTExLTIzVDEyOjAwOjAwLjAwMFoiXQ',
  ),
  dataset: datasetAnswerSchema,
  help: helpAnswerSchema,
};

export const searchAnswerSchema = named(
  'SearchAnswer',
  z.strictObject({
    ...searchMembers,
    results: described(
      z.array(resultSchema),
      'Nearest first. For a `cell`: by `minMiles`, and perhaps more than `limit`. For a `state`: by city, then name.',
    ),
  }),
  'The centers that were found, how the search was understood, and what else would be found.',
);

export const featureCollectionSchema = named(
  'SearchFeatures',
  z.strictObject({
    type: described(z.literal('FeatureCollection'), 'GeoJSON’s word for a list of places.'),
    features: described(
      z.array(
        named(
          'ResultFeature',
          z.strictObject({
            type: described(z.literal('Feature'), 'GeoJSON’s word for a place.'),
            id: described(z.string().min(1), 'The center’s id.', 'lantern-bridge-phoenix-example'),
            geometry: described(
              z.strictObject({
                type: described(z.literal('Point'), 'GeoJSON’s word for a point.'),
                coordinates: described(
                  z.tuple([z.number(), z.number()]),
                  'Longitude, then latitude, in degrees.',
                  [-112.0642, 33.4601],
                ),
              }),
              'Where the center is.',
            ),
            properties: resultSchema,
          }),
          'A center as a point on the map.',
        ),
      ),
      'The results, in their order.',
    ),
    ...searchMembers,
  }),
  'The same answer as GeoJSON (RFC 7946), with its other members beside the features.',
);
