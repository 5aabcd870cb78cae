import { routesOf } from '../../http/route.ts';
import { pageConventions } from './conventions.ts';

/**
 * Pages for people. The OpenAPI document does not describe them. Each under a first segment of its own: beside
 * `{proxy+}`, API Gateway takes no other variable.
 */
export const pageRoutes = routesOf(pageConventions, [
  { method: 'GET', path: '/centers/{id}', name: 'readCenterPage' },
  { method: 'GET', path: '/es/centers/{id}', name: 'readCenterPageInSpanish' },
  { method: 'GET', path: '/states/{state}', name: 'readStatePage' },
  { method: 'GET', path: '/es/states/{state}', name: 'readStatePageInSpanish' },
  { method: 'GET', path: '/states/{state}/{level}', name: 'readLevelPage' },
  { method: 'GET', path: '/es/states/{state}/{level}', name: 'readLevelPageInSpanish' },
  { method: 'GET', path: '/cities/{state}/{city}', name: 'readCityPage' },
  { method: 'GET', path: '/es/cities/{state}/{city}', name: 'readCityPageInSpanish' },
  { method: 'GET', path: '/search', name: 'readSearchPage' },
  { method: 'GET', path: '/es/search', name: 'readSearchPageInSpanish' },
  { method: 'POST', path: '/search', name: 'searchByForm' },
  { method: 'POST', path: '/es/search', name: 'searchByFormInSpanish' },
  { method: 'GET', path: '/about', name: 'readAbout' },
  { method: 'GET', path: '/es/about', name: 'readAboutInSpanish' },
  { method: 'GET', path: '/privacy', name: 'readPrivacy' },
  { method: 'GET', path: '/es/privacy', name: 'readPrivacyInSpanish' },
  { method: 'GET', path: '/for-providers', name: 'readForProviders' },
  { method: 'GET', path: '/es/for-providers', name: 'readForProvidersInSpanish' },
  { method: 'GET', path: '/robots.txt', name: 'readRobots' },
  { method: 'GET', path: '/sitemap.xml', name: 'readSitemap' },
  { method: 'GET', path: '/sitemaps/{file}', name: 'readSitemapFile' },
  { method: 'GET', path: '/llms.txt', name: 'readLlms' },
  { method: 'GET', path: '/.well-known/api-catalog', name: 'readApiCatalog' },
  { method: 'GET', path: '/.well-known/security.txt', name: 'readSecurity' },
]);
export type PageRouteName = (typeof pageRoutes)[number]['name'];
