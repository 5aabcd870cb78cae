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
    const parts = path.split('/').slice(1);
    // The bucket has pages under /es too.
    const top = `/${parts.slice(0, parts[0] === 'es' ? 2 : 1).join('/')}`;
    if (parts.length > top.split('/').length - 1) return [`${top}/*`];
    // A file has no folder's slash.
    return top.includes('.') ? [top] : [top, `${top}/`];
  });
  return [...new Set(patterns)].filter(
    (pattern, _index, all) => !(pattern.endsWith('/') && all.includes(`${pattern}*`)),
  );
}

/** The longest expression that WAF takes. */
const MOST_REGEX = 512;

/**
 * Matches the paths of these patterns, in the regular expressions that WAF takes. What is there in Spanish too is named once.
 * @throws RangeError if it would be longer than WAF takes.
 */
export function pathsRegex(patterns: readonly string[]): string {
  const own = patterns.filter((pattern) => !pattern.startsWith('/es/'));
  const inBoth = new Set(patterns.filter((pattern) => pattern.startsWith('/es/')).map((pattern) => pattern.slice(3)));
  const lone = [...inBoth].filter((pattern) => !own.includes(pattern));
  if (lone.length > 0) throw new RangeError(`there is no English page at ${lone.join(', ')}`);
  const twice = own.filter((pattern) => inBoth.has(pattern));
  const once = own.filter((pattern) => !inBoth.has(pattern));
  const groups = [...(twice.length > 0 ? [`(?:es/)?(?:${alternatives(twice)})`] : []), alternatives(once)];
  const regex = `^/(?:${groups.filter((group) => group !== '').join('|')})`;
  if (regex.length > MOST_REGEX) throw new RangeError(`an expression of ${regex.length} characters for WAF`);
  return regex;
}

/** `x` and `x/` as one. */
function alternatives(patterns: readonly string[]): string {
  return patterns
    .flatMap((pattern) => {
      const text = escaped(pattern.slice(1).replace(/\*$/, ''));
      if (pattern.endsWith('*')) return [text];
      if (pattern.endsWith('/')) return patterns.includes(pattern.slice(0, -1)) ? [] : [`${text}$`];
      return [patterns.includes(`${pattern}/`) ? `${text}/?$` : `${text}$`];
    })
    .join('|');
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
