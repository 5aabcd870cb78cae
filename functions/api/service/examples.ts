import type { ExampleOf } from '../../http/openapi/example.ts';
import type { ServiceRouteName } from './routes.ts';

/** Requests of the service whose answers the OpenAPI document shows. */
export const serviceExamples: readonly ExampleOf<ServiceRouteName>[] = [
  {
    route: 'readHealth',
    name: 'well',
    summary: 'The service is well',
    request: { method: 'GET', target: '/v1/health' },
  },
];
