/** Pages in both languages, by their English path. */
export const inBoth = [
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
export const files = [
  ['GET', '/robots.txt', 'readRobots'],
  ['GET', '/sitemap.xml', 'readSitemap'],
  ['GET', '/sitemaps/{file}', 'readSitemapFile'],
  ['GET', '/llms.txt', 'readLlms'],
  ['GET', '/.well-known/api-catalog', 'readApiCatalog'],
  ['GET', '/.well-known/security.txt', 'readSecurity'],
] as const;

type Name = (typeof inBoth)[number][2];
export type PageRouteName = Name | `${Name}InSpanish` | (typeof files)[number][2];
