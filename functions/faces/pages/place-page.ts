import type { PageLanguage } from '../../../web/words/page.ts';
import type { PackedCenter } from '../../dataset/packed-center.ts';
import { type Level, levels } from '../../domain/level-of-care.ts';
import { isState, type State } from '../../domain/state.ts';
import { caching, reply } from '../../http/response.ts';
import type { RouteHandler } from '../../http/route.ts';
import { movedTo, page } from './asked.ts';
import { citySlug } from './city-slug.ts';
import { catalogs, documentOf, HTML, type Page, pathIn } from './document.ts';
import { faultPage } from './error-page.ts';
import { realRows } from './overview.ts';

/** What differs between the pages about places: the page without its language and the website's URL. */
type Draw = Omit<Page, 'language' | 'publicUrl'>;

interface Asked {
  readonly state: State;
  readonly level: Level | null;
  /** The city as the URL spells it. */
  readonly city: string;
  /**
   * Reads the state's real centers.
   * @param initial Reads only cities whose name begins with it; null reads all.
   */
  readonly read: (initial: string | null) => Promise<readonly PackedCenter[]>;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Reads the URL of a page about a place, which must be in lower case.
 * @param draw Returns null if the page does not exist.
 */
export function placePage(language: PageLanguage, draw: (asked: Asked) => Promise<Draw | null>): RouteHandler {
  return page(async (_request, { locator, meter, now, publicUrl }, parameters) => {
    const { pages, words } = catalogs[language];
    const { missing } = pages.text;
    const given = Object.values(parameters);
    const slugs = given.map(slugOrNull);
    const [code = '', rest = ''] = slugs.map((slug) => slug ?? '');
    const state = code.toUpperCase();
    const level = levels.codes.find((one) => one === rest) ?? null;
    const isLevel = 'level' in parameters;
    if (slugs.includes(null) || !isState(state) || (isLevel && level === null))
      return faultPage(language, publicUrl, 404, missing);
    if (slugs.some((slug, at) => slug !== given[at])) return movedTo(slugs.length > 1 ? `../${code}/${rest}` : code);
    const read = async (initial: string | null) => realRows((await locator.ofState(state, initial, meter)).answer);
    const drawn = await draw({ state, level, city: rest, read, now: now() });
    if (drawn === null) {
      const told = { title: missing.city, hint: missing.cityHint };
      const name = words.stateName(state);
      return faultPage(language, publicUrl, 404, told, {
        name: pages.place.stateTitle(name),
        href: pathIn(language, `/states/${code}`),
      });
    }
    return reply(200, HTML, documentOf({ ...drawn, language, publicUrl }), { 'cache-control': caching.shared });
  });
}

function slugOrNull(text: string): string | null {
  try {
    return citySlug(text.slice(0, 200));
  } catch {
    return null;
  }
}
