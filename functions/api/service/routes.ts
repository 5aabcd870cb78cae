import { problemDetails } from '../../http/conventions.ts';
import { routesOf } from '../../http/route.ts';

/** What the service says of itself. */
export const serviceRoutes = routesOf(problemDetails, [
  { method: 'GET', path: '/v1/openapi.json', name: 'readOpenApi' },
  { method: 'GET', path: '/v1/health', name: 'readHealth' },
]);
export type ServiceRouteName = (typeof serviceRoutes)[number]['name'];
