import { type Handlers, later } from '../../http/route.ts';
import type { FhirRouteName } from './routes.ts';

const face = () => import('./face.ts');

export const fhirHandlers: Handlers<FhirRouteName> = {
  fhirMetadata: later(async () => (await face()).readMetadata),
  fhirBulkPublish: later(async () => (await face()).readBulkManifest),
  fhirBulkPart: later(async () => (await face()).readBulkPart),
  fhirSearchLocations: later(async () => (await face()).searchLocations),
  fhirPostSearchLocations: later(async () => (await face()).searchLocations),
  fhirReadLocation: later(async () => (await face()).readLocation),
  fhirSearchHealthcareServices: later(async () => (await face()).searchHealthcareServices),
  fhirPostSearchHealthcareServices: later(async () => (await face()).searchHealthcareServices),
  fhirReadHealthcareService: later(async () => (await face()).readHealthcareService),
  fhirSearchOrganizations: later(async () => (await face()).searchOrganizations),
  fhirPostSearchOrganizations: later(async () => (await face()).searchOrganizations),
  fhirReadOrganization: later(async () => (await face()).readOrganization),
  fhirReadCodeSystem: later(async () => (await face()).readCodeSystem),
  fhirReadStructureDefinition: later(async () => (await face()).readStructureDefinition),
};
