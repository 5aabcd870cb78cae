import { fhirHandlers } from '../faces/fhir/handlers.ts';
import { hsdsHandlers } from '../faces/hsds/handlers.ts';
import { mcpHandlers } from '../faces/mcp/handlers.ts';
import { pageHandlers } from '../faces/pages/handlers.ts';
import { v1Handlers } from '../faces/v1/handlers.ts';
import type { Handlers } from '../http/route.ts';
import { type PublicRouteName, publicRoutes } from './public-routes.ts';
import { createRouter } from './router.ts';
import { serviceHandlers } from './service/handlers.ts';

const handlers: Handlers<PublicRouteName> = {
  ...v1Handlers,
  ...serviceHandlers,
  ...fhirHandlers,
  ...hsdsHandlers,
  ...mcpHandlers,
  ...pageHandlers,
};

/** The public routes, answered by the search function. */
export const publicRouter = createRouter(publicRoutes, handlers);
