import * as z from 'zod';
import { named } from '../../http/openapi/described.ts';
import type { FaceDocument, ParameterNote } from '../../http/openapi/operation.ts';
import {
  aboutSchema,
  fullOrganizationSchema,
  listedServiceAtLocationSchema,
  listedServiceSchema,
  minimalServiceSchema,
  organizationSchema,
  pageSchema,
  serviceAtLocationSchema,
  serviceSchema,
  taxonomySchema,
  taxonomyTermSchema,
} from './answers.ts';
import { type ListName, type ListParameter, listParameters, parametersOfList } from './parameters.ts';
import type { HsdsRouteName } from './routes.ts';
import { taxonomyId } from './shapes/taxonomies.ts';
import { uuidOfCenter, uuidOfOrganization, uuidOfTerm } from './shapes/uuid.ts';

const center = 'lantern-bridge-phoenix-example';
const offering = `${center}-iop-women-alcohol`;
const organization = uuidOfOrganization('lantern-bridge-recovery-example');

const notes: Readonly<Record<ListParameter, readonly [description: string, example: unknown]>> = {
  search: [
    'What people type: words for a level, a payer or a place (25 miles around it) narrow the list, other words are looked for in names.',
    'example',
  ],
  page: ['Which page, from 1.', 1],
  per_page: ['How many on a page.', 20],
  format: ['Always `json`.', 'json'],
  taxonomy_term_id: ['Only what is classified by this term.', uuidOfTerm('level', 'iop')],
  taxonomy_id: ['Only what has, or is, a term of this taxonomy.', taxonomyId('condition')],
  organization_id: ['Only what this organization offers.', organization],
  modified_after: [
    'Only what may have changed since. Listings are published as a whole, so it is all of them or none.',
    '2026-01-01T00:00:00Z',
  ],
  minimal: ['Only ids and the time of the last change; up to 1,000 on a page.', true],
  full: ['Everything about each.', true],
  full_service: ['Everything about each service.', true],
  postcode: ['A ZIP to measure from; goes with `proximity`. Nearest first.', '85004'],
  proximity: ['How far from the ZIP, in meters.', 40_000],
  include: [
    '`unknown` lists what is in doubt too: its listing cannot say. Each item then has `certainty`, and one in doubt `ask`.',
    'unknown',
  ],
  top_only: ['Only terms without a parent.', true],
  parent_id: ['Only terms below this one.', uuidOfTerm('condition', 'mental-health')],
};

const parametersOf = (list: ListName): ParameterNote[] =>
  parametersOfList[list].map((name) => {
    const [description, example] = notes[name as ListParameter];
    return { name, in: 'query', schema: listParameters[name as ListParameter] as z.ZodType, description, example };
  });

const idOf = (example: string): ParameterNote => ({
  name: 'id',
  in: 'path',
  schema: z.string(),
  description: 'A UUID, as lists show it.',
  example,
  required: true,
});

const shared = { tag: 'HSDS', kept: true } as const;
const json = (schema: z.ZodType) => ({ 'application/json': { schema } });
const listProblems = ['bad-request', 'not-acceptable', 'too-broad'] as const;
const readProblems = ['bad-request', 'center-moved', 'center-gone', 'not-found', 'not-acceptable'] as const;
const pageOf = (name: string, item: z.ZodType) =>
  named(name, pageSchema(item), 'A page in the envelope of HSDS, with true totals.');

/** The HSDS face's part of the OpenAPI document. */
export const hsdsDocument: FaceDocument<HsdsRouteName, 'HSDS'> = {
  tags: {
    HSDS: 'The same centers in the objects and pages of Open Referral’s Human Services Data Specification 3.0.',
  },
  operations: {
    hsdsAbout: {
      ...shared,
      summary: 'Describe the HSDS face',
      description:
        'Which version of Open Referral’s Human Services Data Specification is served, and where it is described.',
      parameters: [],
      success: 'What it is.',
      formats: json(aboutSchema),
      problems: ['bad-request', 'not-acceptable'],
    },
    hsdsListServices: {
      ...shared,
      summary: 'List services',
      description: 'Offerings as services, by their centers’ state, city and name. What admissions denied is left out.',
      parameters: parametersOf('services'),
      success: 'A page of services: with their organizations, whole with `full`, or ids with `minimal`.',
      formats: json(pageOf('HsdsServicePage', z.union([listedServiceSchema, serviceSchema, minimalServiceSchema]))),
      problems: listProblems,
    },
    hsdsReadService: {
      ...shared,
      summary: 'Read one service',
      description:
        'A service with its organization, place, languages and terms; one that admissions denied is inactive.',
      parameters: [idOf(uuidOfCenter(center, 'service', offering))],
      success: 'The service.',
      formats: json(serviceSchema),
      problems: readProblems,
    },
    hsdsListServiceAtLocations: {
      ...shared,
      summary: 'List services with their places',
      description: 'Services with their places: nearest first around a ZIP, else by state, city and name.',
      parameters: parametersOf('service_at_locations'),
      success: 'A page of them.',
      formats: json(
        pageOf('HsdsServiceAtLocationPage', z.union([listedServiceAtLocationSchema, serviceAtLocationSchema])),
      ),
      problems: listProblems,
    },
    hsdsReadServiceAtLocation: {
      ...shared,
      summary: 'Read one service with its place',
      description: 'A service at its place, with everything about both.',
      parameters: [idOf(uuidOfCenter(center, 'service_at_location', offering))],
      success: 'The service at its place.',
      formats: json(serviceAtLocationSchema),
      problems: readProblems,
    },
    hsdsListOrganizations: {
      ...shared,
      summary: 'List organizations',
      description: 'Who runs centers, by slug; by name where `search` is given.',
      parameters: parametersOf('organizations'),
      success: 'A page of organizations.',
      formats: json(pageOf('HsdsOrganizationPage', z.union([organizationSchema, fullOrganizationSchema]))),
      problems: listProblems,
    },
    hsdsReadOrganization: {
      ...shared,
      summary: 'Read one organization',
      description: 'An organization with its centers and their services.',
      parameters: [idOf(organization), ...parametersOf('organization')],
      success: 'The organization.',
      formats: json(fullOrganizationSchema),
      problems: readProblems,
    },
    hsdsListTaxonomies: {
      ...shared,
      summary: 'List taxonomies',
      description: 'The closed lists that services are classified by.',
      parameters: parametersOf('taxonomies'),
      success: 'A page of taxonomies.',
      formats: json(pageOf('HsdsTaxonomyPage', taxonomySchema)),
      problems: ['bad-request', 'not-acceptable'],
    },
    hsdsReadTaxonomy: {
      ...shared,
      summary: 'Read one taxonomy',
      description: 'What a closed list describes.',
      parameters: [idOf(taxonomyId('level'))],
      success: 'The taxonomy.',
      formats: json(taxonomySchema),
      problems: readProblems,
    },
    hsdsListTaxonomyTerms: {
      ...shared,
      summary: 'List taxonomy terms',
      description: 'The values of the closed lists, and the insurers that listings name.',
      parameters: parametersOf('taxonomy_terms'),
      success: 'A page of terms.',
      formats: json(pageOf('HsdsTaxonomyTermPage', taxonomyTermSchema)),
      problems: ['bad-request', 'not-acceptable'],
    },
    hsdsReadTaxonomyTerm: {
      ...shared,
      summary: 'Read one taxonomy term',
      description: 'What a term means, and its parent term.',
      parameters: [idOf(uuidOfTerm('level', 'iop'))],
      success: 'The term.',
      formats: json(taxonomyTermSchema),
      problems: readProblems,
    },
  },
};
