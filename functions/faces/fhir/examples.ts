import type { ExampleOf } from '../../http/openapi/example.ts';
import type { FhirRouteName } from './routes.ts';

/** Requests of the FHIR face whose answers the OpenAPI document shows. */
export const fhirExamples: readonly ExampleOf<FhirRouteName>[] = [
  {
    route: 'fhirSearchLocations',
    name: 'locations',
    summary: 'Centers within five miles that list partial hospitalization',
    request: {
      method: 'GET',
      target: '/fhir/Location?near=33.4484%7C-112.074%7C5%7Cmi&_has:HealthcareService:location:service-type=php',
      headers: { accept: 'application/fhir+json' },
    },
  },
];
