/**
 * The public routes, as one list: the CDK app declares these in API Gateway and the handler dispatches on them.
 * Paths are API Gateway resource paths.
 */
export const routes = [
  { method: 'GET', path: '/v1/centers', name: 'searchCenters' },
  { method: 'POST', path: '/v1/centers/search', name: 'searchCentersByBody' },
  { method: 'GET', path: '/v1/centers/{id}', name: 'readCenter' },
  { method: 'GET', path: '/v1/centers/{id}/continuum', name: 'readContinuum' },
  { method: 'GET', path: '/v1/places', name: 'suggestPlaces' },
  { method: 'GET', path: '/v1/taxonomy', name: 'readTaxonomy' },
  { method: 'GET', path: '/v1/states', name: 'listStates' },
  { method: 'GET', path: '/v1/openapi.json', name: 'readOpenApi' },
  { method: 'GET', path: '/v1/health', name: 'readHealth' },
  { method: 'GET', path: '/fhir/metadata', name: 'fhirMetadata' },
  { method: 'GET', path: '/fhir/Location', name: 'fhirSearchLocations' },
  { method: 'GET', path: '/fhir/Location/{id}', name: 'fhirReadLocation' },
  { method: 'GET', path: '/fhir/HealthcareService', name: 'fhirSearchHealthcareServices' },
  { method: 'GET', path: '/fhir/HealthcareService/{id}', name: 'fhirReadHealthcareService' },
  { method: 'GET', path: '/fhir/Organization', name: 'fhirSearchOrganizations' },
  { method: 'GET', path: '/fhir/Organization/{id}', name: 'fhirReadOrganization' },
  { method: 'GET', path: '/fhir/CodeSystem/{id}', name: 'fhirReadCodeSystem' },
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
  { method: 'POST', path: '/mcp', name: 'answerMcp' },
] as const satisfies readonly { method: 'GET' | 'POST'; path: string; name: string }[];

export type RouteName = (typeof routes)[number]['name'];

/** Pages for people, which the API's document does not describe. */
export const pageRoutes = [
  { method: 'GET', path: '/centers/{id}', name: 'readCenterPage' },
] as const satisfies readonly { method: 'GET'; path: string; name: string }[];

/** All that API Gateway declares and the handler dispatches on. */
export const allRoutes = [...routes, ...pageRoutes];
export type AnyRouteName = (typeof allRoutes)[number]['name'];
