import * as z from 'zod';
import { accuracies } from '../../../domain/accuracy.ts';
import { addressSchema, centerSchema, locationSchema } from '../../../domain/center.ts';
import { organizationSchema } from '../../../domain/organization.ts';
import { phoneSchema } from '../../../domain/phone-schema.ts';
import { sourceSchema } from '../../../domain/source.ts';
import { described, named } from '../../../http/openapi/described.ts';

const { shape: center } = centerSchema;
const { shape: phone } = phoneSchema;

const latitude = (example: number) =>
  described(z.number().min(-90).max(90), 'Latitude in degrees, north positive (WGS 84).', example);
const longitude = (example: number) =>
  described(z.number().min(-180).max(180), 'Longitude in degrees, east positive (WGS 84).', example);

export const pointSchema = named(
  'Point',
  z.strictObject({ lat: latitude(33.451), lng: longitude(-112.069) }),
  'A point on the globe, in degrees.',
);

const phoneAnswerSchema = named(
  'Phone',
  z.strictObject({
    number: described(phone.number, 'The number in E.164, for dialing.', '+16025550100'),
    extension: described(phone.extension, 'Digits to dial once connected; null if there are none.', null, '12'),
    purpose: described(phone.purpose, 'What the number is for.', 'main'),
    answeredBy: described(
      phone.answeredBy,
      'Who answers: the facility itself, its organization’s central admissions, or a third party. Show it beside the number.',
      'facility',
    ),
    display: described(z.string().min(1), 'The number as people read it.', '(602) 555-0100'),
  }),
  'A phone number and who answers it.',
);

const organizationAnswerSchema = named(
  'Organization',
  z.strictObject({
    slug: described(
      organizationSchema.shape.slug,
      'Names the organization in the field `organization`.',
      'open-door-health',
    ),
    name: described(organizationSchema.shape.name, 'The organization’s name.', 'Open Door Health'),
  }),
  'Who runs the center.',
);

const addressAnswerSchema = named(
  'Address',
  z.strictObject({
    street: described(
      addressSchema.shape.street,
      'House number and street, with any suite; null if the center withholds it.',
      '1234 North 7th Street',
    ),
    city: described(addressSchema.shape.city, 'City.', 'Phoenix'),
    state: described(addressSchema.shape.state, 'Postal code of the state.', 'AZ'),
    zip: described(addressSchema.shape.zip, 'Five-digit ZIP.', '85004'),
  }),
  'The street address in the United States.',
);

const locationAnswerSchema = named(
  'Location',
  z.strictObject({
    lat: described(locationSchema.shape.lat, 'Latitude in degrees, north positive (WGS 84).', 33.4601),
    lng: described(locationSchema.shape.lng, 'Longitude in degrees, east positive (WGS 84).', -112.0642),
    accuracy: described(
      z.enum(accuracies),
      'How good the point is: the building, the street, or only the middle of the ZIP.',
      'address',
    ),
  }),
  'Where the center is, and how well that is known.',
);

const sourceAnswerSchema = named(
  'Source',
  z.strictObject({
    name: described(
      sourceSchema.shape.name,
      'The listing that the facts were read from.',
      'SAMHSA National Directory 2024',
    ),
    asOf: described(sourceSchema.shape.asOf, 'The day that the listing stood for.', '2024-03-29'),
  }),
  'Where facts were read, and how old they are.',
);

/** A center, in the form that every answer uses. */
export const centerAnswerSchema = named(
  'Center',
  z.strictObject({
    id: described(
      center.id,
      'Names the center; stable from one year’s listing to the next.',
      'lantern-bridge-phoenix-example',
    ),
    name: described(center.name, 'The center’s name.', 'Lantern Bridge Phoenix'),
    alternateNames: described(center.alternateNames, 'Other names that it is known by.', ['Lantern Bridge']),
    organization: organizationAnswerSchema,
    sample: described(z.boolean(), 'True for a fictional center, there to show what listings cannot.', false),
    address: addressAnswerSchema,
    location: locationAnswerSchema,
    phones: described(z.array(phoneAnswerSchema).min(1).max(10), 'At least one number; the first is the one to call.'),
    website: described(center.website, 'URL of its website; null if none is listed.', null),
    unknownLevels: described(
      center.unknownLevels,
      'Levels of care that the sources have no word for: unknown, which is not “no”.',
      ['iop'],
    ),
    sources: described(z.array(sourceAnswerSchema).min(1).max(10), 'Where the facts come from.'),
  }),
  'A physical site where treatment is offered.',
);
