/** Name of the route for POST /search. No other page accepts POST. */
export const SEARCH_BY_FORM = 'searchByForm';

/** Pages in both languages, by their English path. */
export const inBoth = [
  ['/centers/{id}', 'readCenterPage'],
  ['/states/{state}', 'readStatePage'],
  ['/states/{state}/{level}', 'readLevelPage'],
  ['/cities/{state}/{city}', 'readCityPage'],
  ['/search', 'readSearchPage'],
  ['/about', 'readAbout'],
  ['/privacy', 'readPrivacy'],
  ['/for-providers', 'readForProviders'],
] as const;

/** Files that programs look for. */
export const files = [
  ['/robots.txt', 'readRobots'],
  ['/sitemap.xml', 'readSitemap'],
  ['/sitemaps/{file}', 'readSitemapFile'],
  ['/llms.txt', 'readLlms'],
  ['/.well-known/api-catalog', 'readApiCatalog'],
  ['/.well-known/security.txt', 'readSecurity'],
] as const;

type Name = (typeof inBoth)[number][1] | typeof SEARCH_BY_FORM;
export type PageRouteName = Name | `${Name}InSpanish` | (typeof files)[number][1];
