import * as z from 'zod';
import { PART_FORMAT } from '../../../dataset/device/part-text.ts';
import { stateSchema } from '../../../domain/state-schema.ts';
import { datasetAnswerSchema } from '../../../http/openapi/common.ts';
import { described, named } from '../../../http/openapi/described.ts';
import { PLACES_FORMAT } from '../../../places/places-text.ts';

/** A file's hash: 16 bytes as base64url. */
export const fileHashSchema = z.string().regex(/^[\w-]{22}$/);

const format = described(
  z.literal(PART_FORMAT),
  'Version of the format of the parts. Refuse a part with a version that you do not know.',
);
const state = described(stateSchema, 'Postal code of the state of its centers.', 'AZ');

export const deviceDatasetSchema = named(
  'DeviceDataset',
  z.strictObject({
    format,
    ...datasetAnswerSchema.shape,
    centers: described(z.int().nonnegative(), 'How many centers all parts hold.', 128),
    parts: described(
      z.array(
        named(
          'DevicePartNote',
          z.strictObject({
            state,
            part: described(z.int().positive(), 'Counts the parts of the state from 1.', 1),
            centers: described(z.int().positive(), 'How many centers it holds.', 581),
            bytes: described(
              z.int().positive(),
              'About how many bytes its download takes, compressed: estimated from the number of centers.',
              42994,
            ),
            url: described(
              z.url(),
              'Its URL. A new URL means that a center of the part changed.',
              'https://locator.example/v1/dataset/parts/eT3cPq0ZcT1xW8aBfR9k2w',
            ),
          }),
          'A part of the listings.',
        ),
      ),
      'Every part, in the order to download them: by state, then by city.',
    ),
    places: described(
      z.strictObject({
        bytes: described(z.int().positive(), 'About how many bytes its download takes, compressed.', 109_651),
        url: described(
          z.url(),
          'Its URL, which changes only with a deployment.',
          'https://locator.example/v1/dataset/places/eT3cPq0ZcT1xW8aBfR9k2w',
        ),
      }),
      'ZIPs, cities and counties of the states that are served: a device needs no request to know where a typed place is.',
    ),
  }),
  'What a device downloads to search by itself.',
);

export const partSchema = named(
  'DevicePart',
  z.strictObject({
    kind: described(z.literal('part'), 'What it is.'),
    format,
    state,
    columns: described(
      z.array(z.array(z.unknown())),
      'The members of all centers by position: all IDs, all names and so on. Ignore columns after those that you know.',
      [['lantern-bridge-phoenix-example'], ['Lantern Bridge Phoenix']],
    ),
  }),
  'Centers of one state, in codes.',
);

const integers = (description: string, ...example: number[]) => described(z.array(z.int()), description, example);

export const devicePlacesSchema = named(
  'DevicePlaces',
  z.strictObject({
    kind: described(z.literal('places'), 'What it is.'),
    format: described(z.literal(PLACES_FORMAT), 'Version of the format. Refuse a version that you do not know.'),
    states: described(z.array(z.string().length(2)), 'Postal codes of the states, ascending.', ['AZ', 'CA']),
    zips: described(
      z.strictObject({
        zip: integers('The first ZIP as a number; then each one minus the one before.', 85003, 1, 2),
        lat: integers('Ten-thousandths of a degree north of the south pole, in the same way.', 1234512, 45, -3),
        lng: integers('Ten-thousandths of a degree east of the date line, in the same way.', 679210, 104, -12),
        place: integers('Position of its city among all places, in the same way.', 5012, 0, -31),
      }),
      'ZIPs ascending, by column.',
    ),
    names: described(
      z.array(z.string()),
      'Names of places, in the order of their letters. After a tab the label, where it differs; of a district what follows its name.',
      ['Phoenix', 'Koreatown\t, Los Angeles'],
    ),
    counts: integers('For each name, how many of the places have it.', 1, 1),
    elsewhere: described(
      z.strictObject({
        city: integers('Of cities: the first position in `names`; then each one minus the one before.', 12, 3),
        county: integers('Of counties, in the same way.', 40, 7),
      }),
      'Names that alone, without a state, may mean a place in a state that the file lacks: ask which state is meant.',
    ),
    places: described(
      z.strictObject({
        kind: integers(
          'Four times the position of the state in `states`, and 0 city, 1 district, 2 county or 3 area.',
          0,
          6,
        ),
        beside: integers('For each place without a ZIP of its own, the position of the ZIP nearest to it.', 17, 412),
        lat: integers(
          'Latitude as for ZIPs, minus that of the first ZIP of the place, or of the one beside it.',
          12,
          0,
        ),
        lng: integers('Longitude in the same way.', -25, 0),
        population: integers('People, rounded below 100,000; 0 where unknown.', 1608139, 110000),
      }),
      'Places in the order of the names, larger first, by column.',
    ),
    aliases: described(
      z.strictObject({
        name: described(z.array(z.string()), 'Further names; what people call a place ends in two tabs and n.', [
          'sf\t\tn',
        ]),
        place: integers('Position of the place: the first; then each one minus the one before.', 4121),
      }),
      'Further names of the places, in the order of the places.',
    ),
  }),
  'ZIPs, cities, districts, counties and areas, for devices.',
);
