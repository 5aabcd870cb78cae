import { agentRoutes } from '../faces/agent/routes.ts';
import { pageRoutes } from '../faces/pages/routes.ts';
import { openRoutes } from './public-routes.ts';

/** The routes that the OpenAPI document describes. */
export const routes = [...openRoutes, ...agentRoutes];
export type RouteName = (typeof routes)[number]['name'];

/** Every route: the CDK app declares these in API Gateway. */
export const allRoutes = [...routes, ...pageRoutes];
