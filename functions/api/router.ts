import { notFound, Problem } from '../http/problem.ts';
import type { Request } from '../http/request.ts';
import type { Handlers, Route, RouteHandler } from '../http/route.ts';

interface Found<Name extends string = string> {
  readonly name: Name;
  readonly handle: RouteHandler;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Finds the route for a request, among the routes of one function. */
export interface Router<Name extends string = string> {
  /**
   * The route for a request; HEAD uses the route of GET.
   * @throws Problem 404 for an unknown path, 405 with `Allow` for a method that the path does not have.
   */
  findRoute(request: Pick<Request, 'method' | 'path'>): Found<Name>;
  /** The methods of a path, for `Allow`; empty if the path has no route. */
  methodsOf(path: string): string[];
}

/**
 * True if a slash may end the path: at a face's root, and on every path of HSDS, as on its reference server. The `/es`
 * of Spanish pages does not count as a segment.
 */
const mayEndInSlash = (path: string): boolean =>
  path.startsWith('/hsds/') || path.replace(/^\/es(?=\/)/, '').lastIndexOf('/') === 0;

/**
 * Creates a router for the routes that one function answers.
 * @param handlers Handlers of these routes.
 * @param elsewhere Routes at the same paths that another function answers, so that `Allow` lists their methods too.
 */
export function createRouter<Name extends string>(
  routes: readonly Route<Name>[],
  handlers: Handlers<Name>,
  elsewhere: readonly Route[] = [],
): Router<Name> {
  const patternOf = <R extends Route>(route: R) => ({
    ...route,
    // {id} matches one segment. The only special character in literal paths is the dollar sign of FHIR's operations.
    // Paths that may be requested like a folder accept a slash at the end.
    pattern: new RegExp(
      `^${route.path.replace('$', '(?:[$]|%24)').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}${mayEndInSlash(route.path) ? '/?' : ''}$`,
    ),
  });
  const patterns = routes.map(patternOf);
  const all = [...patterns, ...elsewhere.map(patternOf)];

  function methodsOf(path: string): string[] {
    const here = all.filter(({ pattern }) => pattern.test(path));
    const literal = here.filter((route) => !route.path.includes('{'));
    const methods = (literal.length > 0 ? literal : here).flatMap(({ method }) =>
      method === 'GET' ? ['GET', 'HEAD'] : [method],
    );
    return methods.length === 0 ? [] : [...methods, 'OPTIONS'];
  }

  function methodNotAllowed(path: string): Problem {
    const allow = methodsOf(path).join(', ');
    return new Problem(405, 'method-not-allowed', 'Method not allowed', `This URL accepts ${allow}.`, {
      headers: { allow },
    });
  }

  return {
    methodsOf,
    findRoute({ method, path }) {
      const here = patterns.flatMap((route) => {
        const match = route.pattern.exec(path);
        return match === null ? [] : [{ route, groups: match.groups ?? {} }];
      });
      if (here.length === 0 && methodsOf(path).length > 0) throw methodNotAllowed(path);
      if (here.length === 0)
        throw notFound('There is nothing at this URL. GET /v1/centers?near=85004&level=iop finds programs.');
      const wanted = method === 'HEAD' ? 'GET' : method;
      // A fixed path wins over one with a parameter: in /v1/centers/search, "search" is not a center's id.
      const found = here
        .filter(({ route }) => route.method === wanted)
        .sort((a, b) => rank(a.groups) - rank(b.groups))[0];
      const shadowed = here.some(({ groups }) => rank(groups) === 0) && found !== undefined && rank(found.groups) > 0;
      if (found === undefined || shadowed) throw methodNotAllowed(path);
      return {
        name: found.route.name,
        handle: handlers[found.route.name],
        parameters: Object.fromEntries(Object.entries(found.groups).map(([name, value]) => [name, decoded(value)])),
      };
    },
  };
}

const rank = (groups: Readonly<Record<string, string | undefined>>): number => Object.keys(groups).length;

function decoded(text = ''): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw notFound('This URL is not well formed.');
  }
}
