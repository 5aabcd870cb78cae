import * as z from 'zod';
import { FORM } from '../../http/form-body.ts';
import { described } from '../../http/openapi/described.ts';
import type { FaceDocument, Operation, ParameterNote } from '../../http/openapi/operation.ts';
import {
  bulkManifestSchema,
  bundleSchema,
  capabilityStatementSchema,
  codeSystemSchema,
  fhirOrganizationSchema,
  healthcareServiceSchema,
  locationSchema,
  outcomeSchema,
  structureDefinitionSchema,
} from './answers.ts';
import { ndjsonTypes } from './bulk.ts';
import { namesOf, type SearchedType } from './parameters/known-parameters.ts';
import type { FhirRouteName } from './routes.ts';
import { locationId, organizationId, serviceId } from './shapes/ids.ts';

const center = 'lantern-bridge-phoenix-example';
const organization = organizationId('lantern-bridge-recovery-example');
const near = '33.4484|-112.074|25|mi';

type Note = readonly [description: string, example: string];

/**
 * Descriptions of parameters, by the last part of the name. If a description differs by type, the key is type and name.
 */
const notes: Readonly<Record<string, Note>> = {
  near: ['`latitude|longitude|distance|unit`, nearest first; kilometers when the unit is absent.', near],
  'location.near': ['`latitude|longitude|distance|unit` of the place; kilometers when the unit is absent.', near],
  name: [
    'Start of the name or of an alias, without regard to case, accents and punctuation. `name:contains`: anywhere in it; `name:exact`: the whole name as it is shown.',
    'lantern',
  ],
  'location.name': [
    'Start of the place’s name or of an alias; `location.name:contains` and `location.name:exact` too.',
    'lantern',
  ],
  'address-state': ['A state, by its postal code. A comma means *or*.', 'AZ'],
  location: ['The center that offers it.', `Location/${locationId(center)}`],
  address: [
    'Start of a part of the address (street, city, state, ZIP, country) or of the whole. `address:contains` and `address:exact` too. A comma means *or*.',
    'Phoenix',
  ],
  'address-city': ['Start of the city’s name; `address-city:exact` is the whole name. A comma means *or*.', 'Phoenix'],
  'address-postalcode': ['Start of the ZIP; or ZIP+4, whose last four digits are ignored.', '85004'],
  'Location partof': ['Nothing here is part of another place: finds nothing.', `Location/${locationId(center)}`],
  'Location type': ['Nothing here has a type of place: finds nothing.', 'SURF'],
  'Organization type': ['Always healthcare provider.', 'prov'],
  'Organization address': ['Nothing here has the address of an organization: finds nothing.', 'Phoenix'],
  'Organization partof': [
    'Nothing here is part of another organization: finds nothing.',
    `Organization/${organization}`,
  ],
  endpoint: ['Nothing here has an electronic endpoint: finds nothing.', 'Endpoint/example'],
  'coverage-area': ['Nothing here has a coverage area: finds nothing.', `Location/${locationId(center)}`],
  organization: ['Who runs it.', `Organization/${organization}`],
  'Location identifier': ['The id that the other faces show.', center],
  'Organization identifier': ['The slug that the other faces show.', 'lantern-bridge-recovery-example'],
  status: ['Always `active`.', 'active'],
  include: [
    '`unknown` finds what is in doubt too: its listing cannot say. Each entry’s `search` then has the extension `certainty`, and one in doubt `ask`.',
    'unknown',
  ],
  active: ['Always `true`.', 'true'],
  'service-category': ['Always behavioral health.', 'behav'],
  'service-type': ['Level of care, as `code` or `system|code`; a comma means *or*.', 'iop'],
  specialty: ['What is treated.', 'alcohol'],
  program: ['Whom it is for.', 'women'],
  characteristic: ['How it treats, who pays, whether in person, and when.', 'medicaid'],
  communication: ['A language as BCP 47, looked up by RFC 4647; English leaves nothing out.', 'es'],
  'Location _id': ['Ids, with commas between them.', locationId(center)],
  'HealthcareService _id': ['Ids, with commas between them.', serviceId(center, `${center}-iop-women-alcohol`)],
  'Organization _id': ['Ids, with commas between them.', organization],
  _lastUpdated: [
    'When the dataset was published: each resource is as of then. With `eq`, `ne`, `gt`, `lt`, `ge`, `le`, `sa`, `eb` or `ap` before it.',
    'ge2026-11-01',
  ],
  _count: ['How many on a page, 50 at most. `0` gives the total alone.', '2'],
  _format: ['Goes before `Accept`.', 'json'],
  _cursor: ['Part of the `next` link: follow that link.', 'WyIyMDI2LTExLTIzVDEyOjAwOjAwLjAwMFoiXQ'],
  'Location _include': ['What to add.', 'Location:organization'],
  'HealthcareService _include': ['What to add.', 'HealthcareService:location'],
  'Location _revinclude': ['Which resources to add that refer to it.', 'HealthcareService:location'],
  _summary: ['`count` gives the total alone.', 'false'],
  _total: ['`accurate` counts what is found; otherwise a total is given if it costs nothing.', 'none'],
};

function parametersOf(type: SearchedType): ParameterNote[] {
  const prefer: ParameterNote = {
    name: 'Prefer',
    in: 'header',
    schema: z.string(),
    description: 'With `handling=lenient`, parameters that are not known here are ignored; without it they are faults.',
    example: 'handling=lenient',
  };
  const all = namesOf(type).flatMap((name): ParameterNote[] => {
    const [description, example] =
      notes[`${type} ${name}`] ?? notes[name.replace(/^_has:.*:/, '')] ?? notes[name.replace(/^location\./, '')] ?? [];
    // No note: a type that supports no `_include` accepts no value of that parameter, so it is not documented.
    if (description === undefined || example === undefined) return [];
    const of = name.startsWith('_has:')
      ? 'Of a service there: '
      : name.startsWith('location.address')
        ? 'Of the place: '
        : '';
    if (name === '_count')
      return [{ name, in: 'query', schema: z.int().min(0).max(999_999), description, example: Number(example) }];
    return [{ name, in: 'query', schema: z.string(), description: `${of}${description}`, example }];
  });
  return [...all, sealedPage, prefer];
}

const sealedPage: ParameterNote = {
  name: '_page',
  in: 'query',
  schema: z.string(),
  description: 'A further page of a search that was posted, from the `next` link. Send it without other parameters.',
  example: 'q1Yqz0wqVrJSMjQ0VtJRKk7NyUlMB3ITS4pSixVKUouyFQA',
};

const formats = (schema: z.ZodType) => ({ 'application/fhir+json': { schema }, 'application/json': { schema } });
const format: ParameterNote = {
  name: '_format',
  in: 'query',
  schema: z.string(),
  description: 'Goes before `Accept`.',
  example: 'json',
};
const shared = {
  tag: 'FHIR',
  kept: true,
  errors: {
    name: 'Fhir',
    type: 'application/fhir+json',
    schema: outcomeSchema,
    instead: [
      'bad-request',
      'center-moved',
      'center-gone',
      'not-found',
      'not-acceptable',
      'cursor-gone',
      'too-broad',
      'body-too-large',
      'unsupported-media-type',
    ],
    beside: ['internal', 'unavailable'],
  },
} as const satisfies Partial<Operation>;

const search = (type: SearchedType, summary: string, description: string): Operation<'FHIR'> => ({
  ...shared,
  summary,
  description: `${description} \`/fhir/metadata\`, the CapabilityStatement, explains what FHIR’s terms mean here.`,
  parameters: parametersOf(type),
  success: 'A page of them; the `next` link leads to the one after.',
  formats: formats(bundleSchema),
  problems: ['bad-request', 'not-acceptable', 'cursor-gone', 'too-broad'],
});

const post = (type: SearchedType, summary: string, description: string): Operation<'FHIR'> => ({
  ...search(
    type,
    summary,
    `${description} The same search with its parameters in the body, so that no URL holds them.`,
  ),
  kept: false,
  parameters: [],
  body: {
    type: FORM,
    schema: z.strictObject(
      Object.fromEntries(
        parametersOf(type)
          .filter((one) => one.in === 'query' && one.name !== '_page')
          .map(({ name, schema, description: text, example }) => [name, described(schema.optional(), text, example)]),
      ),
    ),
    description: 'The parameters of the search; each may be repeated, which means *and*.',
  },
  problems: ['bad-request', 'not-acceptable', 'cursor-gone', 'body-too-large', 'unsupported-media-type', 'too-broad'],
});

const read = (type: string, schema: z.ZodType, example: string): Operation<'FHIR'> => ({
  ...shared,
  summary: `Read one FHIR ${type}`,
  description: `A ${type} of FHIR R4 by its id.`,
  parameters: [
    { name: 'id', in: 'path', schema: z.string(), description: 'An id, as searches show it.', example, required: true },
    format,
  ],
  success: `The ${type}.`,
  formats: formats(schema),
  problems: ['bad-request', 'center-moved', 'center-gone', 'not-found', 'not-acceptable'],
});

/** The FHIR face's part of the OpenAPI document. The face also describes itself at `/fhir/metadata`. */
export const fhirDocument: FaceDocument<FhirRouteName, 'FHIR'> = {
  tags: {
    FHIR: 'The same centers in the resources of HL7’s FHIR R4: see its CapabilityStatement at `/fhir/metadata`.',
  },
  operations: {
    fhirMetadata: {
      ...shared,
      summary: 'Read the CapabilityStatement',
      description: 'What the FHIR face can do: its resources, parameters and what they mean here, in FHIR’s own words.',
      parameters: [format],
      success: 'The CapabilityStatement.',
      formats: formats(capabilityStatementSchema),
      problems: ['bad-request', 'not-acceptable'],
    },
    fhirSearchLocations: search('Location', 'Search FHIR Locations', 'Centers as Locations of FHIR R4, nearest first.'),
    fhirPostSearchLocations: post(
      'Location',
      'Search FHIR Locations by form',
      'Centers as Locations of FHIR R4, nearest first.',
    ),
    fhirReadLocation: read('Location', locationSchema, locationId(center)),
    fhirSearchHealthcareServices: search(
      'HealthcareService',
      'Search FHIR HealthcareServices',
      'Offerings as HealthcareServices of FHIR R4, in the order of their centers.',
    ),
    fhirPostSearchHealthcareServices: post(
      'HealthcareService',
      'Search FHIR HealthcareServices by form',
      'Offerings as HealthcareServices of FHIR R4, in the order of their centers.',
    ),
    fhirReadHealthcareService: read(
      'HealthcareService',
      healthcareServiceSchema,
      serviceId(center, `${center}-iop-women-alcohol`),
    ),
    fhirSearchOrganizations: search('Organization', 'Search FHIR Organizations', 'Who runs centers.'),
    fhirPostSearchOrganizations: post('Organization', 'Search FHIR Organizations by form', 'Who runs centers.'),
    fhirReadOrganization: read('Organization', fhirOrganizationSchema, organization),
    fhirReadCodeSystem: read('CodeSystem', codeSystemSchema, 'level'),
    fhirReadStructureDefinition: read('StructureDefinition', structureDefinitionSchema, 'confirmation'),
    fhirBulkPublish: {
      ...shared,
      summary: 'List everything as FHIR to download',
      description:
        'The operation `$bulk-publish` of HL7’s Bulk Data: every Location, HealthcareService and Organization as files of NDJSON under 5 MB, all of one dataset. A file stays for a day after its dataset was replaced.',
      parameters: [],
      success: 'The manifest.',
      formats: { 'application/json': { schema: bulkManifestSchema } },
      problems: ['bad-request', 'not-acceptable', 'too-broad'],
    },
    fhirBulkPart: {
      ...shared,
      summary: 'Download a file of FHIR resources',
      description: 'One file of `$bulk-publish`: a resource to a line.',
      parameters: [
        {
          name: 'type',
          in: 'path',
          schema: z.enum(['Location', 'HealthcareService', 'Organization']),
          description: 'The type of its resources.',
          example: 'Location',
          required: true,
        },
        {
          name: 'part',
          in: 'path',
          schema: z.string(),
          description: 'The rest of its `url` in the manifest: use that URL as it is.',
          example: 'WyIyMDI2LTExLTIzVDEyOjAwOjAwLjAwMFoiXQ',
          required: true,
        },
      ],
      success: 'The resources.',
      formats: Object.fromEntries(ndjsonTypes.map((type) => [type, { schema: null }])),
      problems: ['bad-request', 'not-found', 'not-acceptable', 'cursor-gone', 'too-broad'],
    },
  },
};
