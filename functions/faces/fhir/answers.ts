import * as z from 'zod';
import { described, named } from '../../http/openapi/described.ts';

const resource = (type: string) => described(z.literal(type), 'Which of FHIR’s resources it is.');
const more = 'Its other members are FHIR’s.';

/** Loose on purpose: FHIR R4 says what its resources hold, and the CapabilityStatement which of that is here. */
export const capabilityStatementSchema = named(
  'FhirCapabilityStatement',
  z.looseObject({ resourceType: resource('CapabilityStatement') }),
  `What the FHIR face can do, in FHIR’s own words. ${more}`,
);
export const bundleSchema = named(
  'FhirBundle',
  z.looseObject({
    resourceType: resource('Bundle'),
    type: described(z.literal('searchset'), 'That it is what a search found.'),
  }),
  `A page of what was found, with its links. ${more}`,
);
export const locationSchema = named(
  'FhirLocation',
  z.looseObject({ resourceType: resource('Location') }),
  `A center. ${more}`,
);
export const healthcareServiceSchema = named(
  'FhirHealthcareService',
  z.looseObject({ resourceType: resource('HealthcareService') }),
  `An offering. ${more}`,
);
export const fhirOrganizationSchema = named(
  'FhirOrganization',
  z.looseObject({ resourceType: resource('Organization') }),
  `Who runs centers. ${more}`,
);
export const codeSystemSchema = named(
  'FhirCodeSystem',
  z.looseObject({ resourceType: resource('CodeSystem') }),
  `One of our closed lists. ${more}`,
);
export const structureDefinitionSchema = named(
  'FhirStructureDefinition',
  z.looseObject({ resourceType: resource('StructureDefinition') }),
  `One of our extensions. ${more}`,
);
export const bulkManifestSchema = named(
  'FhirBulkManifest',
  z.strictObject({
    transactionTime: described(z.iso.datetime(), 'When the dataset was published.', '2026-11-23T12:00:00.000Z'),
    request: described(z.url(), 'The URL of this manifest.', 'https://locator.example/fhir/$bulk-publish'),
    requiresAccessToken: described(z.literal(false), 'The files need no token.'),
    outputFormat: described(z.literal('application/fhir+ndjson'), 'The media type of the files.'),
    output: described(
      z.array(
        z.strictObject({
          type: described(
            z.enum(['Location', 'HealthcareService', 'Organization']),
            'The type of its resources.',
            'Location',
          ),
          url: described(
            z.url(),
            'Where the file is, for a day after its dataset was replaced.',
            'https://locator.example/fhir/bulk/Location/WyIyMDI2LTExLTIzVDEyOjAwOjAwLjAwMFoiXQ',
          ),
          count: described(z.int().positive().optional(), 'How many resources it has, where that is known.', 150),
          extension: described(
            z.strictObject({ state: described(z.array(z.string()), 'Of which states.', ['AZ']) }).optional(),
            'Which part of everything it is.',
          ),
        }),
      ),
      'The files: together they are everything.',
    ),
    error: described(z.array(z.never()), 'Always empty: a manifest is of everything, or it is an error.', []),
  }),
  'What `$bulk-publish` lists.',
);
export const outcomeSchema = named(
  'FhirOperationOutcome',
  z.looseObject({
    resourceType: resource('OperationOutcome'),
    issue: described(
      z
        .array(
          named(
            'FhirIssue',
            z.looseObject({
              severity: described(z.enum(['fatal', 'error', 'warning']), 'Whose fault it is: ours is fatal.', 'error'),
              code: described(z.string(), 'FHIR’s word for the kind of fault.', 'invalid'),
              diagnostics: described(
                z.string(),
                'What is wrong and what would be right.',
                'near: can name one point only',
              ),
            }),
            'One fault.',
          ),
        )
        .min(1),
      'Every fault of the request.',
    ),
  }),
  'An error in FHIR’s own words.',
);
