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
  { method: 'POST', path: '/mcp', name: 'answerMcp' },
] as const satisfies readonly { method: 'GET' | 'POST'; path: string; name: string }[];

export type RouteName = (typeof routes)[number]['name'];
