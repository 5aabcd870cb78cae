import { v1Conventions } from '../../faces/v1/conventions.ts';
import { routesOf } from '../../http/route.ts';

/** Routes about the service itself, under the same first segment as the JSON face. */
export const serviceRoutes = routesOf(v1Conventions, [
  { method: 'GET', path: '/v1/openapi.json', name: 'readOpenApi' },
  { method: 'GET', path: '/v1/health', name: 'readHealth' },
]);
export type ServiceRouteName = (typeof serviceRoutes)[number]['name'];
