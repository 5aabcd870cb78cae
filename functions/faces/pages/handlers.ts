import { type Handlers, later } from '../../http/route.ts';
import { type PageRouteName, pageRoutes } from './routes.ts';

/** A new container starts without the code that renders pages. */
export const pageHandlers = Object.fromEntries(
  pageRoutes.map(({ name }) => [name, later(async () => (await import('./drawn.ts')).drawn[name])]),
) as Handlers<PageRouteName>;
