import type { Handler } from '../../functions/api/app.ts';
import { call } from '../support/gateway-call.ts';
import { PUBLIC_URL } from '../support/real-records.ts';

export type Kind = 'center' | 'state' | 'level' | 'city' | 'text' | 'search' | 'fault';

/** The kind of the page at a path, which may be English or Spanish. */
export function kindOf(path: string): Kind {
  const [, first = '', ...rest] = path.replace(/^\/es(?=\/)/, '').split('/');
  if (first === 'centers') return 'center';
  if (first === 'cities') return 'city';
  if (first === 'states') return rest.length > 1 ? 'level' : 'state';
  return first === 'search' ? 'search' : 'text';
}

export const isSpanish = (path: string): boolean => /^\/es(?:\/|$)/.test(path);

/** Paths of every page that the sitemaps name, as a search engine finds them. */
export async function sitemapPaths(handler: Handler): Promise<string[]> {
  const locs = async (path: string) => {
    const { status, body } = await call(handler, path);
    if (status !== 200) throw new Error(`${path} is answered with ${status}`);
    return [...body.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc = '']) => loc.replace(PUBLIC_URL, ''));
  };
  const paths: string[] = [];
  for (const file of await locs('/sitemap.xml')) paths.push(...(await locs(file)));
  return paths;
}
