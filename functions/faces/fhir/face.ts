/** The FHIR face as one module, so that it is loaded as one. */
export { readBulkManifest, readBulkPart } from './bulk.ts';
export { readMetadata } from './metadata.ts';
export {
  readCodeSystem,
  readHealthcareService,
  readLocation,
  readOrganization,
  readStructureDefinition,
} from './read.ts';
export { searchHealthcareServices, searchLocations, searchOrganizations } from './search.ts';
