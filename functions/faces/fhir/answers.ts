import * as z from 'zod';
import { described, named } from '../../http/openapi/described.ts';

const resource = (type: string) => described(z.literal(type), 'Which of FHIR’s resources it is.');
const more = 'Its other members are FHIR’s.';

/** Schema of a FHIR element with its most common properties; FHIR R4 says what else it may have. */
const element = <Shape extends z.ZodRawShape>(id: string, description: string, shape: Shape) =>
  named(id, z.looseObject(shape), description);
const text = (description: string, example: string) => described(z.string().optional(), description, example);

const codingSchema = element('FhirCoding', 'A code of a system.', {
  system: text('The URL of the system.', 'urn:ietf:bcp:47'),
  version: text('The version, of systems that have several.', '3'),
  code: text('The code.', 'es'),
  display: text('What it means.', 'Spanish'),
});
const conceptSchema = element('FhirCodeableConcept', 'One meaning, in the codes of one or more systems.', {
  coding: described(z.array(codingSchema).optional(), 'The codes.'),
  text: text('What it means, in words.', 'Intensive outpatient program (IOP)'),
});
const conceptsSchema = (description: string) => described(z.array(conceptSchema).optional(), description);
const identifierSchema = element('FhirIdentifier', 'What the other faces call it.', {
  system: text('Whose identifier it is.', 'https://locator.example/fhir/identifier/center'),
  value: text('The identifier.', 'lantern-bridge-phoenix-example'),
});
const referenceSchema = element('FhirReference', 'Another resource.', {
  reference: text('Its type and id.', 'Location/lantern-bridge-phoenix-example'),
  display: text('Its name.', 'Lantern Bridge Recovery'),
});
const contactSchema = element('FhirContactPoint', 'A number or a website.', {
  system: text('`phone` or `url`.', 'phone'),
  value: text('The number or address.', '(602) 555-0100'),
  use: text('Always `work`.', 'work'),
  rank: described(z.int().positive().optional(), 'Which to call first.', 1),
});
const addressSchema = element('FhirAddress', 'Where it is.', {
  text: text('The whole.', '100 Example Street, Phoenix, AZ 85004'),
  line: described(z.array(z.string()).optional(), 'The street; absent if it is withheld.', ['100 Example Street']),
  city: text('The city.', 'Phoenix'),
  state: text('The postal code of the state.', 'AZ'),
  postalCode: text('The ZIP.', '85004'),
  country: text('Always `US`.', 'US'),
});
/** The schema has only `url`: other properties differ by kind of extension, see /fhir/StructureDefinition. */
const extensionSchema = element('FhirExtension', 'A fact that FHIR has no element for.', {
  url: described(
    z.string(),
    'Which one: the URL of its definition.',
    'https://locator.example/fhir/StructureDefinition/ask',
  ),
});
const metaSchema = element('FhirMeta', 'The dataset that it is from.', {
  versionId: text('The version of the dataset.', 'mR3kPq0ZcT1xW8aB'),
  lastUpdated: text('When the dataset was published.', '2026-11-23T12:00:00.000Z'),
});
const base = {
  id: text('Its id.', 'lantern-bridge-phoenix-example'),
  meta: described(metaSchema.optional(), 'The dataset that it is from.'),
  extension: described(z.array(extensionSchema).optional(), 'Facts that FHIR has no element for.'),
  identifier: described(z.array(identifierSchema).optional(), 'What the other faces call it.'),
};
const name = (example: string) => text('Its name.', example);
const telecom = described(z.array(contactSchema).optional(), 'Whom to call.');

export const capabilityStatementSchema = element(
  'FhirCapabilityStatement',
  `What the FHIR face can do, in FHIR’s own words. ${more}`,
  { resourceType: resource('CapabilityStatement'), fhirVersion: text('Always 4.0.1.', '4.0.1') },
);
export const locationSchema = element('FhirLocation', `A center. ${more}`, {
  resourceType: resource('Location'),
  ...base,
  status: text('Always `active`.', 'active'),
  name: name('Lantern Bridge Recovery'),
  alias: described(z.array(z.string()).optional(), 'Other names.', ['Lantern Bridge']),
  telecom,
  address: described(addressSchema.optional(), 'Where it is.'),
  position: described(
    z
      .looseObject({
        longitude: described(z.number(), 'Degrees east.', -112.0),
        latitude: described(z.number(), 'Degrees north.', 33.4),
      })
      .optional(),
    'Its point.',
  ),
  managingOrganization: described(referenceSchema.optional(), 'Who runs it.'),
});
export const healthcareServiceSchema = element('FhirHealthcareService', `An offering. ${more}`, {
  resourceType: resource('HealthcareService'),
  ...base,
  active: described(z.boolean().optional(), 'False where admissions said that it is not offered.', true),
  providedBy: described(referenceSchema.optional(), 'Who runs it.'),
  type: conceptsSchema('Its level of care.'),
  specialty: conceptsSchema('What it treats.'),
  location: described(z.array(referenceSchema).optional(), 'The center that offers it.'),
  name: name('Intensive outpatient program (IOP) – Lantern Bridge Recovery'),
  comment: text('What to do before relying on it.', 'Confirm with admissions that the center offers the program.'),
  telecom,
  program: conceptsSchema('Whom it is made for.'),
  characteristic: conceptsSchema('How it treats, who pays, whether in person, and when.'),
  communication: conceptsSchema('Languages beside English.'),
});
export const fhirOrganizationSchema = element('FhirOrganization', `Who runs centers. ${more}`, {
  resourceType: resource('Organization'),
  ...base,
  active: described(z.boolean().optional(), 'Always true.', true),
  type: conceptsSchema('What kind of organization.'),
  name: name('Lantern Bridge'),
});
export const codeSystemSchema = element('FhirCodeSystem', `One of our closed lists. ${more}`, {
  resourceType: resource('CodeSystem'),
  url: text('Its URL, as codings have it.', 'https://locator.example/fhir/CodeSystem/level'),
  concept: described(
    z
      .array(
        z.looseObject({
          code: described(z.string(), 'The code.', 'iop'),
          display: text('What it means.', 'Intensive outpatient program (IOP)'),
        }),
      )
      .optional(),
    'The codes.',
  ),
});
export const structureDefinitionSchema = element('FhirStructureDefinition', `One of our extensions. ${more}`, {
  resourceType: resource('StructureDefinition'),
  url: text('Its URL, as resources have it.', 'https://locator.example/fhir/StructureDefinition/ask'),
  title: text('A name that people can read.', 'What to ask'),
  description: text('What it says.', 'A field to ask the center about, since its sources cannot say.'),
});
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
            'Which part of the export it is.',
          ),
        }),
      ),
      'The files: together they are everything.',
    ),
    error: described(z.array(z.never()), 'Always empty: the export is complete, or the answer is an error.', []),
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
              severity: described(
                z.enum(['fatal', 'error', 'warning', 'information']),
                'Whose fault it is: ours is fatal.',
                'error',
              ),
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

export const bundleSchema = element('FhirBundle', `A page of what was found, with its links. ${more}`, {
  resourceType: resource('Bundle'),
  type: described(z.literal('searchset'), 'Says that it is the result of a search.'),
  total: described(z.int().nonnegative().optional(), 'How many there are on all pages, where that is known.', 12),
  link: described(
    z
      .array(
        z.looseObject({
          relation: described(z.string(), '`self`, or `next` where a page follows.', 'next'),
          url: described(
            z.string(),
            'Its address.',
            'https://locator.example/fhir/Location?address-state=AZ&_cursor=WyIy',
          ),
        }),
      )
      .optional(),
    'This page and the next one.',
  ),
  entry: described(
    z
      .array(
        element('FhirBundleEntry', 'One resource of a page.', {
          fullUrl: text('Its address.', 'https://locator.example/fhir/Location/lantern-bridge-phoenix-example'),
          resource: described(
            z.union([locationSchema, healthcareServiceSchema, fhirOrganizationSchema, outcomeSchema]).optional(),
            'The resource; an OperationOutcome reports on the search.',
          ),
          search: described(
            z
              .looseObject({
                mode: described(z.enum(['match', 'include', 'outcome']), 'Why it is here.', 'match'),
                extension: described(
                  z.array(extensionSchema).optional(),
                  'The distance, and how certain the match is.',
                ),
              })
              .optional(),
            'Why it is here.',
          ),
        }),
      )
      .optional(),
    'The resources; absent if there are none.',
  ),
});
