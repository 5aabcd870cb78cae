import * as z from 'zod';
import { fieldNames } from '../../domain/fields.ts';
import { crisisSchema, helpAnswerSchema } from '../../http/openapi/common.ts';
import { described, named } from '../../http/openapi/described.ts';

/**
 * The objects of HSDS 3 as far as we use them, with the properties and types of its JSON schemas (Open Referral,
 * version 3.0).
 */
const uuid = z.uuid();
const text = z.string();

const anId = '4d2c79c5-6b73-8f05-9a15-3a7a2f0f3c11';
/** The meaning of each property, in every object that has it. */
const notes: Readonly<Record<string, readonly [description: string, ...examples: unknown[]]>> = {
  id: ['A UUID, the same in every answer and export.', anId],
  name: ['What it is called.', 'Intensive outpatient program (IOP) – Lantern Bridge Phoenix (example)'],
  description: ['What it is, in words.', 'Levels of care, from aftercare to hospital inpatient.'],
  version: ['Its version.', '1'],
  uri: ['Its URL.', 'https://locator.example/taxonomy'],
  code: ['Its code: a value of the search, or of a language BCP 47.', 'iop'],
  parent_id: ['The term above it.', anId],
  taxonomy: ['Name of its taxonomy.', 'level'],
  taxonomy_id: ['Id of its taxonomy.', anId],
  language: ['Language of the words.', 'en'],
  term_uri: ['Its URL.', 'https://locator.example/taxonomy/iop'],
  link_id: ['The id of what it describes.', anId],
  link_entity: ['The kind of object that it describes.', 'service'],
  link_type: ['The taxonomy that it is from.', 'level'],
  taxonomy_term_id: ['The term.', anId],
  taxonomy_term: ['The term itself.'],
  value: ['The value.', 'true'],
  label: ['The field of the value.', 'housing'],
  location_id: ['The place.', anId],
  service_id: ['The service.', anId],
  organization_id: ['Who runs it.', anId],
  number: ['A number of the United States.', '+16025550101'],
  extension: ['Extension to dial.', 12],
  type: ['The kind of line.', 'voice'],
  address_1: ['Street.', '100 Example Way'],
  address_2: ['Further line.', 'Suite 2'],
  city: ['City.', 'Phoenix'],
  state_province: ['Postal code of the state.', 'AZ'],
  postal_code: ['ZIP.', '85004'],
  country: ['Country, ISO 3166-1.', 'US'],
  address_type: ['What the address is for.', 'physical'],
  identifier_scheme: ['Whose identifier it is.', 'program-locator'],
  identifier_type: ['What kind of identifier it is.', 'slug'],
  identifier: ['The identifier: what `organization` takes in a search.', 'lantern-bridge-recovery-example'],
  location_type: ['What kind of place it is.', 'physical'],
  alternate_name: ['Another name.', 'Lantern Bridge Arizona (example)'],
  latitude: ['In degrees.', 33.4484],
  longitude: ['In degrees.', -112.074],
  external_identifier: ['The center’s id in the other faces.', 'lantern-bridge-phoenix-example'],
  external_identifier_type: ['Whose identifier it is.', 'program-locator'],
  addresses: ['Where it is.'],
  phones: ['Numbers; the description says who answers.'],
  attributes: ['Terms that it is classified by.'],
  languages: ['Languages other than English.'],
  url: ['The center’s website.', 'https://www.example.org'],
  status: ['`inactive` if admissions said that it is not offered.', 'active'],
  assured_date: ['When admissions confirmed it.', '2026-11-02'],
  eligibility_description: ['The only people who are served, if it is limited to some.', 'Only women.'],
  last_modified: ['No later change: when the listings were published.', '2026-11-23T12:00:00.000Z'],
  modified_date: ['No later change: when the listings were published.', '2026-11-23T12:00:00.000Z'],
  organization: ['Who runs it.'],
  organization_identifiers: ['What it is called elsewhere.'],
  service_at_locations: ['Where it is offered.'],
  location: ['The place.'],
  service: ['The service.'],
  locations: ['Its centers.'],
  services: ['What it offers.'],
  crisis: ['Comes first if a text of the request speaks of danger to life.', true],
  help: ['Helplines; goes with `crisis`.'],
  notice: [
    'Says that the ZIP is outside of the listed states; absent otherwise.',
    'No listed centers in Florida. We list centers in AZ, CA.',
  ],
  total_items: ['How many there are on all pages.', 41],
  total_pages: ['How many pages there are.', 3],
  page_number: ['Which page this is, from 1.', 1],
  size: ['How many are on this page.', 20],
  first_page: ['Whether it is the first.', true],
  last_page: ['Whether none follows.', false],
  empty: ['Whether there is nothing on it.', false],
  contents: ['What is on the page.'],
  profile: ['Where the standard is described.', 'https://docs.openreferral.org/en/3.0/hsds/'],
  certainty: ['With `include=unknown`: whether the listing says that it matches, or cannot say.', 'unknown'],
  ask: ['Of what is in doubt: the fields to ask the center about.', ['condition']],
  openapi_url: ['This API as OpenAPI.', 'https://locator.example/v1/openapi.json'],
};

/** Our own addition to HSDS, only with `include=unknown`. */
const certainty = {
  certainty: z.enum(['listed', 'unknown']).optional(),
  ask: z.array(z.enum(fieldNames)).optional(),
};

/** An object schema that accepts no other properties. Each property gets its description from `notes`. */
function objectOf<Shape extends Record<string, z.ZodType>>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  const members = Object.entries(shape).map(([name, schema]) => {
    const note = notes[name];
    if (note === undefined) throw new Error(`the property "${name}" of HSDS is not described`);
    return [name, described(schema, ...note)];
  });
  return z.strictObject(Object.fromEntries(members) as Shape);
}

const taxonomy = { id: uuid, name: text, description: text, uri: z.url().optional(), version: text.optional() };
export const taxonomySchema = named('HsdsTaxonomy', objectOf(taxonomy), 'A taxonomy of HSDS 3.');

export const taxonomyTermSchema = named(
  'HsdsTaxonomyTerm',
  objectOf({
    id: uuid,
    code: text.optional(),
    name: text,
    description: text,
    parent_id: uuid.optional(),
    taxonomy: text.optional(),
    taxonomy_id: uuid.optional(),
    language: text.optional(),
    term_uri: z.url().optional(),
  }),
  'A term of a taxonomy of HSDS 3.',
);

const attributeSchema = named(
  'HsdsAttribute',
  objectOf({
    id: uuid,
    link_id: uuid,
    link_entity: text,
    link_type: text.optional(),
    taxonomy_term_id: uuid.optional(),
    taxonomy_term: taxonomyTermSchema.optional(),
    value: text.optional(),
    label: text.optional(),
  }),
  'What a thing is classified by.',
);

const phoneSchema = named(
  'HsdsPhone',
  objectOf({
    id: uuid,
    location_id: uuid.optional(),
    number: text,
    extension: z.number().optional(),
    type: z.enum(['text', 'voice', 'fax', 'cell', 'video', 'pager', 'textphone']).optional(),
    description: text.optional(),
  }),
  'A number and who answers it.',
);

const physical = z.enum(['physical', 'postal', 'virtual']);
const addressSchema = named(
  'HsdsAddress',
  objectOf({
    id: uuid,
    location_id: uuid.optional(),
    address_1: text,
    address_2: text.optional(),
    city: text,
    state_province: text,
    postal_code: text,
    country: text.length(2),
    address_type: physical,
  }),
  'An address of HSDS 3.',
);

const languageSchema = named(
  'HsdsLanguage',
  objectOf({ id: uuid, service_id: uuid.optional(), name: text.optional(), code: text.optional() }),
  'A language that a service is given in.',
);

const organizationIdentifierSchema = named(
  'HsdsOrganizationIdentifier',
  objectOf({ id: uuid, identifier_scheme: text.optional(), identifier_type: text, identifier: text }),
  'What an organization is called elsewhere.',
);

const plainLocation = {
  id: uuid,
  location_type: physical,
  organization_id: uuid.optional(),
  name: text.optional(),
  alternate_name: text.optional(),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
  external_identifier: text.optional(),
  external_identifier_type: text.optional(),
};
const plainLocationSchema = named('HsdsPlainLocation', objectOf(plainLocation), 'A center as a location, briefly.');
const locationSchema = named(
  'HsdsLocation',
  objectOf({
    ...plainLocation,
    addresses: z.array(addressSchema).optional(),
    phones: z.array(phoneSchema).optional(),
    attributes: z.array(attributeSchema).optional(),
  }),
  'A center as a location of HSDS 3.',
);

const organization = {
  id: uuid,
  name: text,
  description: text,
  organization_identifiers: z.array(organizationIdentifierSchema).optional(),
};
export const organizationSchema = named('HsdsPlainOrganization', objectOf(organization), 'Who runs centers, briefly.');

const plainService = {
  id: uuid,
  organization_id: uuid,
  name: text,
  description: text.optional(),
  url: z.url().optional(),
  status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
  assured_date: z.iso.date().optional(),
  eligibility_description: z.string().min(1).optional(),
  last_modified: z.iso.datetime().optional(),
};
const plainServiceSchema = named('HsdsPlainService', objectOf(plainService), 'An offering as a service, briefly.');

const plainServiceAtLocation = { id: uuid, service_id: uuid, location_id: uuid };
const placeOfServiceSchema = named(
  'HsdsPlaceOfService',
  objectOf({ ...plainServiceAtLocation, location: locationSchema.optional() }),
  'Where a service is offered.',
);

export const serviceSchema = named(
  'HsdsWholeService',
  objectOf({
    ...plainService,
    organization: organizationSchema.optional(),
    languages: z.array(languageSchema).optional(),
    attributes: z.array(attributeSchema).optional(),
    service_at_locations: z.array(placeOfServiceSchema).optional(),
    ...certainty,
  }),
  'An offering as a service of HSDS 3.',
);

/** A service in a list, without those properties that are lists themselves. */
export const listedServiceSchema = named(
  'HsdsListedService',
  objectOf({ ...plainService, organization: organizationSchema.optional(), ...certainty }),
  'A service as lists show it.',
);

export const listedServiceAtLocationSchema = named(
  'HsdsListedServiceAtLocation',
  objectOf({ ...plainServiceAtLocation, location: plainLocationSchema, service: plainServiceSchema, ...certainty }),
  'A service at its place, as lists show it.',
);
export const serviceAtLocationSchema = named(
  'HsdsServiceAtLocation',
  objectOf({ ...plainServiceAtLocation, location: locationSchema, service: serviceSchema, ...certainty }),
  'A service of HSDS 3 at its place.',
);

export const fullOrganizationSchema = named(
  'HsdsOrganization',
  objectOf({ ...organization, locations: z.array(locationSchema), services: z.array(serviceSchema) }),
  'Who runs centers, with all of them.',
);

export const minimalServiceSchema = named(
  'HsdsMinimalService',
  objectOf({ id: uuid, modified_date: z.iso.datetime() }),
  'A service in the shortest form: its id and when it changed.',
);

/** Schema of one page of a list: its items, page number and total. */
export const pageSchema = <Item extends z.ZodType>(item: Item) =>
  objectOf({
    crisis: crisisSchema,
    help: helpAnswerSchema.optional(),
    notice: text.optional(),
    total_items: z.int().nonnegative(),
    total_pages: z.int().nonnegative(),
    page_number: z.int().positive(),
    size: z.int().nonnegative(),
    first_page: z.boolean(),
    last_page: z.boolean(),
    empty: z.boolean(),
    contents: z.array(item),
  });

export const aboutSchema = named(
  'HsdsAbout',
  objectOf({ version: text, profile: z.url(), openapi_url: z.url(), description: text }),
  'A description of the HSDS face.',
);
