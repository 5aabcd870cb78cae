import type { Deprecation } from '../http/middleware/deprecation.ts';
import type { RouteName } from './routes.ts';

/** Routes that are to go away. None yet. README's "Versions" says when a route comes here. */
export const deprecations: Readonly<Partial<Record<RouteName, Deprecation>>> = {};
