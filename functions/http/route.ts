import type { APIGatewayProxyResult } from 'aws-lambda';
import type { Conventions } from './conventions.ts';
import type { Request } from './request.ts';
import type { RouteContext } from './services.ts';

/**
 * One route of the API. Lists of routes import little code, because the CDK app and the OpenAPI document read them too.
 */
export interface Route<Name extends string = string> {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** API Gateway resource path, such as `/v1/centers/{id}`. */
  readonly path: string;
  readonly name: Name;
  readonly conventions: Conventions;
}

/** The routes of one face, which share its conventions. */
export function routesOf<const Name extends string>(
  conventions: Conventions,
  routes: readonly Omit<Route<Name>, 'conventions'>[],
): readonly Route<Name>[] {
  return routes.map((route) => ({ ...route, conventions }));
}

export type RouteHandler = (
  request: Request,
  context: RouteContext,
  parameters: Readonly<Record<string, string>>,
) => Promise<APIGatewayProxyResult>;

/** A handler for each route of a face. */
export type Handlers<Name extends string> = Readonly<Record<Name, RouteHandler>>;

/**
 * Returns a handler that loads its code on its first request, so that a new container starts without code that only one
 * face needs.
 */
export function later(load: () => Promise<RouteHandler>): RouteHandler {
  return async (...given) => (await load())(...given);
}
