import { type Route, routesOf } from '../../http/route.ts';
import { pageConventions } from './conventions.ts';
import { files, inBoth, type PageRouteName } from './route-names.ts';

export type { PageRouteName } from './route-names.ts';

/**
 * Pages for people. The OpenAPI document does not describe them. Each under a first segment of its own: beside
 * `{proxy+}`, API Gateway takes no other variable.
 */
export const pageRoutes: readonly Route<PageRouteName>[] = routesOf<PageRouteName>(pageConventions, [
  ...inBoth.flatMap(([method, path, name]) => [
    { method, path, name },
    { method, path: `/es${path}`, name: `${name}InSpanish` as const },
  ]),
  ...files.map(([method, path, name]) => ({ method, path, name })),
]);
