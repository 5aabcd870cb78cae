import { allRoutes } from '../functions/api/routes.ts';
import { pageRoutes } from '../functions/faces/pages/routes.ts';

/**
 * The path patterns that the CDN forwards to the API: the first segment of every route with all that follows, such as
 * `/v1/*`; a route of one segment as it is, with a slash at the end (API Gateway takes both) and without.
 */
export const apiPatterns: readonly string[] = patternsOf(allRoutes);

/** Those of pages for people, which may load styles. */
export const pagePatterns: readonly string[] = patternsOf(pageRoutes);

function patternsOf(routes: readonly { readonly path: string }[]): readonly string[] {
  const patterns = routes.flatMap(({ path }) => {
    const [, first = '', ...rest] = path.split('/');
    // The bucket has pages under /es too.
    if (first === 'es') return [`/es/${rest[0]}/*`];
    return rest.length > 0 ? [`/${first}/*`] : [`/${first}`, `/${first}/`];
  });
  return [...new Set(patterns)].filter(
    (pattern, _index, all) => !(pattern.endsWith('/') && all.includes(`${pattern}*`)),
  );
}

/** Matches the paths of these patterns, in the regular expressions that WAF takes. */
export function pathsRegex(patterns: readonly string[]): string {
  const parts = patterns.map((pattern) =>
    pattern.endsWith('*') ? escaped(pattern.slice(1, -1)) : `${escaped(pattern.slice(1))}$`,
  );
  return `^/(?:${parts.join('|')})`;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
