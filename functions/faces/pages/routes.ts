import { routesOf } from '../../http/route.ts';
import { pageConventions } from './conventions.ts';

/** Pages for people. The OpenAPI document does not describe them. */
export const pageRoutes = routesOf(pageConventions, [
  { method: 'GET', path: '/centers/{id}', name: 'readCenterPage' },
  { method: 'GET', path: '/es/centers/{id}', name: 'readCenterPageInSpanish' },
]);
export type PageRouteName = (typeof pageRoutes)[number]['name'];
