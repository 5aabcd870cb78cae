import { type Route, routesOf } from '../../http/route.ts';
import { pageConventions } from './conventions.ts';

/** Pages in both languages, by their English path. */
const inBoth = [
  ['GET', '/centers/{id}', 'readCenterPage'],
  ['GET', '/states/{state}', 'readStatePage'],
  ['GET', '/states/{state}/{level}', 'readLevelPage'],
  ['GET', '/cities/{state}/{city}', 'readCityPage'],
  ['GET', '/search', 'readSearchPage'],
  ['POST', '/search', 'searchByForm'],
  ['GET', '/about', 'readAbout'],
  ['GET', '/privacy', 'readPrivacy'],
  ['GET', '/for-providers', 'readForProviders'],
] as const;

/** What programs look for. */
const files = [
  ['GET', '/robots.txt', 'readRobots'],
  ['GET', '/sitemap.xml', 'readSitemap'],
  ['GET', '/sitemaps/{file}', 'readSitemapFile'],
  ['GET', '/llms.txt', 'readLlms'],
  ['GET', '/.well-known/api-catalog', 'readApiCatalog'],
  ['GET', '/.well-known/security.txt', 'readSecurity'],
] as const;

type Name = (typeof inBoth)[number][2];
export type PageRouteName = Name | `${Name}InSpanish` | (typeof files)[number][2];

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
