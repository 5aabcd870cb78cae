import { allRoutes } from '../functions/api/routes.ts';

/**
 * The path patterns that the CDN forwards to the API: the first segment of every route with all that follows, such as
 * `/v1/*`; a route of one segment as it is, with a slash at the end (API Gateway takes both) and without.
 */
export const apiPatterns: readonly string[] = [
  ...new Set(
    allRoutes.flatMap(({ path }) => {
      const [, first = '', ...rest] = path.split('/');
      return rest.length > 0 ? [`/${first}/*`] : [`/${first}`, `/${first}/`];
    }),
  ),
].filter((pattern, _index, all) => !(pattern.endsWith('/') && all.includes(`${pattern}*`)));

/** Matches the paths of these patterns, in the regular expressions that WAF takes. */
export function pathsRegex(patterns: readonly string[]): string {
  const parts = patterns.map((pattern) =>
    pattern.endsWith('*') ? escaped(pattern.slice(1, -1)) : `${escaped(pattern.slice(1))}$`,
  );
  return `^/(?:${parts.join('|')})`;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
