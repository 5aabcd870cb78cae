/** A link within the site: the path of the page, and the element on that page. */
export interface InnerLink {
  readonly path: string;
  /** Id of the element, without "#". Empty if the link is to the whole page. */
  readonly fragment: string;
}

/**
 * Finds every URL of this site in a page: links, alternates, styles, forms, and the page's own URL.
 * @param from The page's path.
 */
export function innerLinks(html: string, from: string, publicUrl: string): InnerLink[] {
  const addresses = [
    ...html.matchAll(/<(?:a|link|use|img|script|form|area)\b[^>]*?\s(?:href|src|action)="([^"]*)"/g),
    ...html.matchAll(/<meta property="og:(?:url|image)" content="([^"]*)"/g),
    ...html.matchAll(/<loc>([^<]*)<\/loc>/g),
  ];
  const base = publicUrl + from;
  return addresses.flatMap(([, address = '']) => {
    const url = new URL(address.replaceAll('&amp;', '&'), base);
    return url.origin === publicUrl ? [{ path: url.pathname + url.search, fragment: url.hash.slice(1) }] : [];
  });
}

/** Ids of a page's elements, which links may target. */
export const idsOf = (html: string): string[] => [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id);
