import * as z from 'zod';
import { levels } from '../../../domain/level-of-care.ts';
import { schemaOf } from '../../../domain/vocabulary-schema.ts';
import { datasetAnswerSchema, distanceSchema, helpAnswerSchema } from '../../../http/openapi/common.ts';
import { described, named } from '../../../http/openapi/described.ts';
import { centerAnswerSchema } from './center.ts';
import { offeringAnswerSchema } from './offering.ts';

export const oneCenterSchema = named(
  'CenterAnswer',
  z.strictObject({
    center: centerAnswerSchema,
    offerings: described(z.array(offeringAnswerSchema), 'All its offerings, denied ones too: their state says so.'),
    dataset: datasetAnswerSchema,
    help: helpAnswerSchema,
  }),
  'One center with everything that it offers.',
);

const stepToSchema = named(
  'StepTo',
  z.strictObject({
    level: described(schemaOf(levels), 'The next level of care.', 'op'),
    center: centerAnswerSchema,
    offerings: described(z.array(offeringAnswerSchema), 'Its offerings of that level.'),
    distance: distanceSchema,
  }),
  'The nearest center with the next level up or down; the center itself, at 0 miles, where it has it.',
);

export const continuumAnswerSchema = named(
  'ContinuumAnswer',
  z.strictObject({
    center: centerAnswerSchema,
    steps: described(
      z.array(
        named(
          'Step',
          z.strictObject({
            level: described(schemaOf(levels), 'A level of care that the center offers.', 'iop'),
            stepUp: described(stepToSchema.nullable(), 'Nearest center with the next level up; null if there is none.'),
            stepDown: described(
              stepToSchema.nullable(),
              'Nearest center with the next level down; null if there is none.',
            ),
          }),
          'What comes after, and before, one level of care.',
        ),
      ),
      'One for each level the center offers, in the order aftercare, op, iop, php, residential, inpatient.',
    ),
    dataset: datasetAnswerSchema,
    help: helpAnswerSchema,
  }),
  'Where somebody can go on from each level of a center.',
);

export const jsonLdSchema = named(
  'CenterJsonLd',
  z.strictObject({
    '@context': described(z.literal('https://schema.org'), 'The vocabulary of all names here.'),
    '@type': described(z.literal('MedicalClinic'), 'What it is.'),
    '@id': described(
      z.url(),
      'The center’s address in this API.',
      'https://locator.example/v1/centers/lantern-bridge-phoenix-example',
    ),
    name: described(z.string().min(1), 'The center’s name.', 'Lantern Bridge Phoenix'),
    alternateName: described(z.array(z.string()).optional(), 'Other names that it is known by.', ['Lantern Bridge']),
    url: described(z.url().optional(), 'URL of its website.', 'https://lantern-bridge.example'),
    telephone: described(z.array(z.string()), 'Its numbers in E.164, an extension after ";ext=".', ['+16025550100']),
    address: described(
      z.strictObject({
        '@type': described(z.literal('PostalAddress'), 'What it is.'),
        streetAddress: described(z.string(), 'House number and street.', '1234 North 7th Street'),
        addressLocality: described(z.string(), 'City.', 'Phoenix'),
        addressRegion: described(z.string(), 'Postal code of the state.', 'AZ'),
        postalCode: described(z.string(), 'Five-digit ZIP.', '85004'),
        addressCountry: described(z.literal('US'), 'The United States.'),
      }),
      'The street address.',
    ),
    geo: described(
      z.strictObject({
        '@type': described(z.literal('GeoCoordinates'), 'What it is.'),
        latitude: described(z.number(), 'Degrees, north positive (WGS 84).', 33.4601),
        longitude: described(z.number(), 'Degrees, east positive (WGS 84).', -112.0642),
      }),
      'Where it is.',
    ),
    parentOrganization: described(
      z.strictObject({
        '@type': described(z.literal('MedicalOrganization'), 'What it is.'),
        name: described(z.string(), 'The organization’s name.', 'Open Door Health'),
      }),
      'Who runs it.',
    ),
    availableService: described(
      z.array(
        z.strictObject({
          '@type': described(z.literal('MedicalTherapy'), 'What it is.'),
          '@id': described(
            z.url(),
            'Names the offering.',
            'https://locator.example/v1/centers/lantern-bridge-phoenix-example#iop',
          ),
          name: described(z.string(), 'The level of care in words.', 'Intensive outpatient program (IOP)'),
        }),
      ),
      'Its offerings, except those that admissions denied.',
    ),
  }),
  'A center as schema.org JSON-LD, for search engines and knowledge graphs.',
);
