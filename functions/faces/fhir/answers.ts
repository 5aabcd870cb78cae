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
