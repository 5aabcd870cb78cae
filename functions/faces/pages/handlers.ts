import { type Handlers, later } from '../../http/route.ts';
import { type PageRouteName, pageRoutes } from './routes.ts';

/**
 * Page routes. The code that renders pages is loaded with the first request for a page, so a new container starts
 * sooner.
 */
export const pageHandlers = Object.fromEntries(
  pageRoutes.map(({ name }) => [name, later(async () => (await import('./drawn.ts')).drawn[name])]),
) as Handlers<PageRouteName>;
