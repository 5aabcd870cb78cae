import { allRoutes } from '../functions/api/routes.ts';
import { pageRoutes } from '../functions/faces/pages/routes.ts';

/**
 * The path patterns that the CDN forwards to the API. A route of several segments gives a pattern for its first segment
 * and everything below, such as `/v1/*`. A route of one segment gives its path with and without a closing slash,
 * because API Gateway accepts both.
 */
export const apiPatterns: readonly string[] = patternsOf(allRoutes);

/** The patterns of the pages for people. Only these may load styles. */
export const pagePatterns: readonly string[] = patternsOf(pageRoutes);

function patternsOf(routes: readonly { readonly path: string }[]): readonly string[] {
  const patterns = routes.flatMap(({ path }) => {
    const parts = path.split('/').slice(1);
    // Paths in Spanish keep two segments, because the bucket also has pages under /es.
    const top = `/${parts.slice(0, parts[0] === 'es' ? 2 : 1).join('/')}`;
    if (parts.length > top.split('/').length - 1) return [`${top}/*`];
    // A route whose last segment is a file name is not requested with a closing slash.
    return top.includes('.') ? [top] : [top, `${top}/`];
  });
  return [...new Set(patterns)].filter(
    (pattern, _index, all) => !(pattern.endsWith('/') && all.includes(`${pattern}*`)),
  );
}

/** Maximum length of a regular expression in WAF. */
const MOST_REGEX = 512;

/**
 * Returns a regular expression in WAF's syntax that matches the paths of these patterns. Paths that also exist in
 * Spanish are written once.
 * @throws RangeError if it is longer than WAF accepts.
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
  if (regex.length > MOST_REGEX)
    throw new RangeError(`the expression has ${regex.length} characters, and WAF takes ${MOST_REGEX}`);
  return regex;
}

/** Writes the patterns `x` and `x/` as one alternative. */
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
