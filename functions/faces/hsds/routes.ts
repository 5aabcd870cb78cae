import { type Conventions, problemDetails } from '../../http/conventions.ts';
import { routesOf } from '../../http/route.ts';

const hsdsConventions: Conventions = {
  ...problemDetails,
  tooBroad: () => ({
    detail:
      'Too much would have to be read to give exact totals. Narrow it by organization_id, search, or postcode and proximity; ' +
      'whole lists, and lists by level of care, are always answered.',
    members: {},
  }),
};

/** The face for Open Referral's HSDS 3. */
export const hsdsRoutes = routesOf(hsdsConventions, [
  { method: 'GET', path: '/hsds', name: 'hsdsAbout' },
  { method: 'GET', path: '/hsds/services', name: 'hsdsListServices' },
  { method: 'GET', path: '/hsds/services/{id}', name: 'hsdsReadService' },
  { method: 'GET', path: '/hsds/service_at_locations', name: 'hsdsListServiceAtLocations' },
  { method: 'GET', path: '/hsds/service_at_locations/{id}', name: 'hsdsReadServiceAtLocation' },
  { method: 'GET', path: '/hsds/organizations', name: 'hsdsListOrganizations' },
  { method: 'GET', path: '/hsds/organizations/{id}', name: 'hsdsReadOrganization' },
  { method: 'GET', path: '/hsds/taxonomies', name: 'hsdsListTaxonomies' },
  { method: 'GET', path: '/hsds/taxonomies/{id}', name: 'hsdsReadTaxonomy' },
  { method: 'GET', path: '/hsds/taxonomy_terms', name: 'hsdsListTaxonomyTerms' },
  { method: 'GET', path: '/hsds/taxonomy_terms/{id}', name: 'hsdsReadTaxonomyTerm' },
]);
export type HsdsRouteName = (typeof hsdsRoutes)[number]['name'];
