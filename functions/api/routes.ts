import { agentRoutes } from '../faces/agent/routes.ts';
import { fhirRoutes } from '../faces/fhir/routes.ts';
import { hsdsRoutes } from '../faces/hsds/routes.ts';
import { mcpRoutes } from '../faces/mcp/routes.ts';
import { pageRoutes } from '../faces/pages/routes.ts';
import { v1Routes } from '../faces/v1/routes.ts';
import { type Conventions, problemDetails } from '../http/conventions.ts';
import type { Route } from '../http/route.ts';
import { serviceRoutes } from './service/routes.ts';

/** Routes for programs that everybody may ask. */
const openRoutes = [...v1Routes, ...serviceRoutes, ...fhirRoutes, ...hsdsRoutes, ...mcpRoutes];

/** The routes that the OpenAPI document describes. */
export const routes = [...openRoutes, ...agentRoutes];
export type RouteName = (typeof routes)[number]['name'];

/** The routes of the search function. */
export const publicRoutes = [...openRoutes, ...pageRoutes];
export type PublicRouteName = (typeof publicRoutes)[number]['name'];

/** Every route: the CDK app declares these in API Gateway. */
export const allRoutes = [...routes, ...pageRoutes];
export type AnyRouteName = (typeof allRoutes)[number]['name'];

const firstSegment = (path: string): string => path.split('/')[1] ?? '';
const byFirstSegment = new Map(
  (allRoutes as readonly Route[]).map(({ path, conventions }) => [firstSegment(path), conventions]),
);

/** The conventions of the face that a path's first segment belongs to, whether or not a route is there. */
export function conventionsAt(path: unknown): Conventions {
  return (typeof path === 'string' ? byFirstSegment.get(firstSegment(path)) : undefined) ?? problemDetails;
}
