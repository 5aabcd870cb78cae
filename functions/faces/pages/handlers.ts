import { type Handlers, later } from '../../http/route.ts';
import type { PageRouteName } from './routes.ts';

// A new container starts without what draws.
const centers = () => import('./read-center-page.ts');
const places = () => import('./read-place-pages.ts');
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
};
