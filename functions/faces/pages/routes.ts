import { type Route, routesOf } from '../../http/route.ts';
import { pageConventions } from './conventions.ts';
import { files, inBoth, type PageRouteName, SEARCH_BY_FORM } from './route-names.ts';

export type { PageRouteName } from './route-names.ts';

/**
 * Pages for people. The OpenAPI document does not describe them. The first segment of each path is fixed, because API
 * Gateway allows no other variable at the same place as `{proxy+}`.
 */
export const pageRoutes: readonly Route<PageRouteName>[] = routesOf<PageRouteName>(pageConventions, [
  ...inBoth.flatMap(([path, name]) => both('GET', path, name)),
  ...both('POST', '/search', SEARCH_BY_FORM),
  ...files.map(([path, name]) => ({ method: 'GET' as const, path, name })),
]);

function both<Name extends string>(method: 'GET' | 'POST', path: string, name: Name) {
  return [
    { method, path, name },
    { method, path: `/es${path}`, name: `${name}InSpanish` as const },
  ];
}
