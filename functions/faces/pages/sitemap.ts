import type { APIGatewayProxyResult } from 'aws-lambda';
import { levels } from '../../domain/level-of-care.ts';
import { stateCodes } from '../../domain/state.ts';
import { noParameters } from '../../http/parameters.ts';
import { notFound } from '../../http/problem.ts';
import { caching, reply } from '../../http/response.ts';
import type { RouteHandler } from '../../http/route.ts';
import type { RouteContext } from '../../http/services.ts';
import { wholeCenterAnswer } from '../v1/shapes/center.ts';
import { newestFact } from './newest-fact.ts';
import { citiesOf, type Listed, listedOf, realRows } from './overview.ts';

/** A page of the website, by its English path, with the date of its newest fact; null if it has none. */
interface Entry {
  readonly path: string;
  readonly day: string | null;
}

const XML = 'application/xml; charset=utf-8';
const pagesOfText = ['/', '/about', '/privacy', '/for-providers'];

/**
 * The index of sitemaps: one for pages of text, one for each state's pages, and one for each part of a state's centers
 * (the files that devices download). A part has some 700 centers at most, so each sitemap stays far below the limit of
 * 50,000 URLs.
 */
export const readSitemap: RouteHandler = async (request, { locator, meter, publicUrl }) => {
  noParameters(request);
  const { answer: parts } = await locator.parts(meter);
  const states = [...new Set(parts.map(({ state }) => state.toLowerCase()))];
  const names = ['site', ...states, ...parts.map(({ state, part }) => `${state.toLowerCase()}-${part}`)];
  const items = names.map((name) => `<sitemap><loc>${publicUrl}/sitemaps/${name}.xml</loc></sitemap>`);
  return xml(`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${items.join('\n')}</sitemapindex>`);
};

/** One sitemap, with both languages of each page. */
export const readSitemapFile: RouteHandler = async (request, context, { file = '' }) => {
  noParameters(request);
  const [, name = '', part] = /^([a-z]{2,4})(?:-([1-9]\d{0,5}))?\.xml$/.exec(file) ?? [];
  const state = stateCodes.find((code) => code.toLowerCase() === name);
  if (name === 'site' && part === undefined)
    return urlSet(
      pagesOfText.map((path) => ({ path, day: null })),
      context.publicUrl,
    );
  const entries =
    state === undefined
      ? null
      : part === undefined
        ? await placeEntries(state, context)
        : await centerEntries(state, Number(part), context);
  if (entries === null) throw notFound('There is no such sitemap: see /sitemap.xml.');
  return urlSet(entries, context.publicUrl);
};

type Context = Pick<RouteContext, 'locator' | 'meter' | 'now'>;

/** Pages of a state: the state's own, its kinds of programs, and its cities with pages. */
async function placeEntries(state: (typeof stateCodes)[number], { locator, meter, now }: Context): Promise<Entry[]> {
  const rows = realRows((await locator.ofState(state, null, meter)).answer);
  const at = now();
  const listed = listedOf(rows, null, at);
  if (listed.length === 0) return [];
  const code = state.toLowerCase();
  const ofLevels = levels.codes.flatMap((level) => {
    const some = listedOf(rows, level, at);
    return some.length === 0 ? [] : [{ path: `/states/${code}/${level}`, day: newest(some) }];
  });
  const cities = citiesOf(rows, listed, at)
    .filter(({ hasPage }) => hasPage)
    .map(({ slug, centers }) => ({ path: `/cities/${code}/${slug}`, day: newest(centers) }));
  return [{ path: `/states/${code}`, day: newest(listed) }, ...ofLevels, ...cities];
}

/**
 * The pages of the centers in one part of a state's listings, without fictional centers; null if the part does not
 * exist.
 */
async function centerEntries(
  state: (typeof stateCodes)[number],
  number: number,
  { locator, meter, now }: Context,
): Promise<Entry[] | null> {
  const { answer: parts } = await locator.parts(meter);
  const note = parts.find((one) => one.state === state && one.part === number);
  const { answer: part } = note === undefined ? { answer: null } : await locator.part(note.hash, meter);
  if (part === null) return null;
  return realRows(part.rows).map((row) => {
    const answer = wholeCenterAnswer(row, now());
    return { path: `/centers/${answer.center.id}`, day: newestFact(answer) };
  });
}

const newest = (listed: readonly Listed[]): string => listed.map(newestFact).sort().at(-1) ?? '';

function urlSet(entries: readonly Entry[], publicUrl: string): APIGatewayProxyResult {
  const items = entries.flatMap(({ path, day }) => {
    const addresses = { en: publicUrl + path, es: `${publicUrl}/es${path}` };
    const links = Object.entries(addresses).map(
      ([language, href]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${href}"/>`,
    );
    const lastmod = day === null || day === '' ? '' : `<lastmod>${day}</lastmod>`;
    return Object.values(addresses).map((loc) => `<url><loc>${loc}</loc>${lastmod}${links.join('')}</url>`);
  });
  return xml(
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">${items.join('\n')}</urlset>`,
  );
}

const xml = (body: string): APIGatewayProxyResult =>
  reply(200, XML, `<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`, { 'cache-control': caching.shared });
