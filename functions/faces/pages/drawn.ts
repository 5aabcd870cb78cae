import type { Handlers } from '../../http/route.ts';

export { problemPage } from './error-page.ts';

import { readApiCatalog, readLlms, readRobots, readSecurity } from './machine-files.ts';
import { readCenterPage } from './read-center-page.ts';
import { readCityPage, readLevelPage, readStatePage } from './read-place-pages.ts';
import type { PageRouteName } from './route-names.ts';
import { readSearchPage, searchPage } from './search-page.ts';
import { readSitemap, readSitemapFile } from './sitemap.ts';
import { textPage } from './text-pages.ts';

/** The function that renders each page. Loaded with the first page that is requested. */
export const drawn: Handlers<PageRouteName> = {
  readCenterPage: readCenterPage('en'),
  readCenterPageInSpanish: readCenterPage('es'),
  readStatePage: readStatePage('en'),
  readStatePageInSpanish: readStatePage('es'),
  readLevelPage: readLevelPage('en'),
  readLevelPageInSpanish: readLevelPage('es'),
  readCityPage: readCityPage('en'),
  readCityPageInSpanish: readCityPage('es'),
  readSearchPage: readSearchPage('en'),
  readSearchPageInSpanish: readSearchPage('es'),
  searchByForm: searchPage('en'),
  searchByFormInSpanish: searchPage('es'),
  readAbout: textPage('about', 'en'),
  readAboutInSpanish: textPage('about', 'es'),
  readPrivacy: textPage('privacy', 'en'),
  readPrivacyInSpanish: textPage('privacy', 'es'),
  readForProviders: textPage('providers', 'en'),
  readForProvidersInSpanish: textPage('providers', 'es'),
  readRobots,
  readSitemap,
  readSitemapFile,
  readLlms,
  readApiCatalog,
  readSecurity,
};
