import type { ExampleOf } from '../../http/openapi/example.ts';
import type { HsdsRouteName } from './routes.ts';

/** Requests of the HSDS face whose answers the OpenAPI document shows. */
export const hsdsExamples: readonly ExampleOf<HsdsRouteName>[] = [
  {
    route: 'hsdsListServiceAtLocations',
    name: 'services',
    summary: 'The nearest service within five kilometers of a ZIP',
    request: { method: 'GET', target: '/hsds/service_at_locations?postcode=85004&proximity=5000&per_page=1' },
  },
];
