import type { Deprecation } from '../http/middleware/deprecation.ts';
import type { RouteName } from './routes.ts';

/** Deprecated routes; none so far. README's "Versions" says when a route is added here. */
export const deprecations: Readonly<Partial<Record<RouteName, Deprecation>>> = {};
