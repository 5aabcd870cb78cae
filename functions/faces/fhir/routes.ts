import { routesOf } from '../../http/route.ts';
import { fhirConventions } from './outcome.ts';

/** The face for HL7's FHIR R4. */
export const fhirRoutes = routesOf(fhirConventions, [
  { method: 'GET', path: '/fhir/metadata', name: 'fhirMetadata' },
  { method: 'GET', path: '/fhir/$bulk-publish', name: 'fhirBulkPublish' },
  { method: 'GET', path: '/fhir/bulk/{type}/{part}', name: 'fhirBulkPart' },
  { method: 'GET', path: '/fhir/Location', name: 'fhirSearchLocations' },
  { method: 'POST', path: '/fhir/Location/_search', name: 'fhirPostSearchLocations' },
  { method: 'GET', path: '/fhir/Location/{id}', name: 'fhirReadLocation' },
  { method: 'GET', path: '/fhir/HealthcareService', name: 'fhirSearchHealthcareServices' },
  { method: 'POST', path: '/fhir/HealthcareService/_search', name: 'fhirPostSearchHealthcareServices' },
  { method: 'GET', path: '/fhir/HealthcareService/{id}', name: 'fhirReadHealthcareService' },
  { method: 'GET', path: '/fhir/Organization', name: 'fhirSearchOrganizations' },
  { method: 'POST', path: '/fhir/Organization/_search', name: 'fhirPostSearchOrganizations' },
  { method: 'GET', path: '/fhir/Organization/{id}', name: 'fhirReadOrganization' },
  { method: 'GET', path: '/fhir/CodeSystem/{id}', name: 'fhirReadCodeSystem' },
  { method: 'GET', path: '/fhir/StructureDefinition/{id}', name: 'fhirReadStructureDefinition' },
]);
export type FhirRouteName = (typeof fhirRoutes)[number]['name'];
