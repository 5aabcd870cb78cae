import { type Handlers, later } from '../../http/route.ts';
import type { PageRouteName } from './routes.ts';

// A new container starts without what draws.
const centers = () => import('./read-center-page.ts');
const places = () => import('./read-place-pages.ts');
const texts = () => import('./text-pages.ts');
const maps = () => import('./sitemap.ts');
const files = () => import('./machine-files.ts');
const searches = () => import('./search-page.ts');

export const pageHandlers: Handlers<PageRouteName> = {
  readCenterPage: later(async () => (await centers()).readCenterPage('en')),
  readCenterPageInSpanish: later(async () => (await centers()).readCenterPage('es')),
  readStatePage: later(async () => (await places()).readStatePage('en')),
  readStatePageInSpanish: later(async () => (await places()).readStatePage('es')),
  readLevelPage: later(async () => (await places()).readLevelPage('en')),
  readLevelPageInSpanish: later(async () => (await places()).readLevelPage('es')),
  readCityPage: later(async () => (await places()).readCityPage('en')),
  readCityPageInSpanish: later(async () => (await places()).readCityPage('es')),
  readSearchPage: later(async () => (await searches()).readSearchPage('en')),
  readSearchPageInSpanish: later(async () => (await searches()).readSearchPage('es')),
  searchByForm: later(async () => (await searches()).searchPage('en')),
  searchByFormInSpanish: later(async () => (await searches()).searchPage('es')),
  readAbout: later(async () => (await texts()).textPage('about', 'en')),
  readAboutInSpanish: later(async () => (await texts()).textPage('about', 'es')),
  readPrivacy: later(async () => (await texts()).textPage('privacy', 'en')),
  readPrivacyInSpanish: later(async () => (await texts()).textPage('privacy', 'es')),
  readForProviders: later(async () => (await texts()).textPage('providers', 'en')),
  readForProvidersInSpanish: later(async () => (await texts()).textPage('providers', 'es')),
  readRobots: later(async () => (await files()).readRobots),
  readSitemap: later(async () => (await maps()).readSitemap),
  readSitemapFile: later(async () => (await maps()).readSitemapFile),
  readLlms: later(async () => (await files()).readLlms),
  readApiCatalog: later(async () => (await files()).readApiCatalog),
  readSecurity: later(async () => (await files()).readSecurity),
};
