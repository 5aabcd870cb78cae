import { routesOf } from '../../http/route.ts';
import { fhirConventions } from './outcome.ts';

/** The face for HL7's FHIR R4. */
export const fhirRoutes = routesOf(fhirConventions, [
  { method: 'GET', path: '/fhir/metadata', name: 'fhirMetadata' },
  { method: 'GET', path: '/fhir/Location', name: 'fhirSearchLocations' },
  { method: 'GET', path: '/fhir/Location/{id}', name: 'fhirReadLocation' },
  { method: 'GET', path: '/fhir/HealthcareService', name: 'fhirSearchHealthcareServices' },
  { method: 'GET', path: '/fhir/HealthcareService/{id}', name: 'fhirReadHealthcareService' },
  { method: 'GET', path: '/fhir/Organization', name: 'fhirSearchOrganizations' },
  { method: 'GET', path: '/fhir/Organization/{id}', name: 'fhirReadOrganization' },
  { method: 'GET', path: '/fhir/CodeSystem/{id}', name: 'fhirReadCodeSystem' },
]);
export type FhirRouteName = (typeof fhirRoutes)[number]['name'];
