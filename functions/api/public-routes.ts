import { fhirRoutes } from '../faces/fhir/routes.ts';
import { hsdsRoutes } from '../faces/hsds/routes.ts';
import { mcpRoutes } from '../faces/mcp/routes.ts';
import { pageRoutes } from '../faces/pages/routes.ts';
import { v1Routes } from '../faces/v1/routes.ts';
import { type Conventions, problemDetails } from '../http/conventions.ts';
import type { Route } from '../http/route.ts';
import { serviceRoutes } from './service/routes.ts';

/** Public routes for programs. */
export const openRoutes = [...v1Routes, ...serviceRoutes, ...fhirRoutes, ...hsdsRoutes, ...mcpRoutes];

/** The routes of the search function. */
export const publicRoutes = [...openRoutes, ...pageRoutes];
export type PublicRouteName = (typeof publicRoutes)[number]['name'];

const firstSegment = (path: string): string => path.split('/')[1] ?? '';
// The agents' routes have the same first segment as the JSON face, and the same conventions.
const byFirstSegment = new Map(
  (publicRoutes as readonly Route[]).map(({ path, conventions }) => [firstSegment(path), conventions]),
);

/** The conventions of the face that a path's first segment belongs to, even if there is no route. */
export function conventionsAt(path: unknown): Conventions {
  return (typeof path === 'string' ? byFirstSegment.get(firstSegment(path)) : undefined) ?? problemDetails;
}
