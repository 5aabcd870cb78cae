/** Exports everything of the FHIR face, so that one dynamic import loads it all. */
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
