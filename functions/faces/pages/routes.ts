import { problemDetails } from '../../http/conventions.ts';
import { routesOf } from '../../http/route.ts';

/** Pages for people. The OpenAPI document does not describe them. */
export const pageRoutes = routesOf(problemDetails, [
  { method: 'GET', path: '/centers/{id}', name: 'readCenterPage' },
  { method: 'GET', path: '/es/centers/{id}', name: 'readCenterPageInSpanish' },
]);
export type PageRouteName = (typeof pageRoutes)[number]['name'];
