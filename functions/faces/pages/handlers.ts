import { type Handlers, later } from '../../http/route.ts';
import type { PageRouteName } from './routes.ts';

export const pageHandlers: Handlers<PageRouteName> = {
  readCenterPage: later(async () => (await import('./read-center-page.ts')).readCenterPage('en')),
  readCenterPageInSpanish: later(async () => (await import('./read-center-page.ts')).readCenterPage('es')),
};
