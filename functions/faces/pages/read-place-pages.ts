import { h } from 'preact';
import { placesMap } from '../../../web/locator/parts/places-map.ts';
import { stepOrder } from '../../../web/pages/continuum.ts';
import { languageOf } from '../../../web/pages/frame.ts';
import { placeView } from '../../../web/pages/place.ts';
import { factCounts, kindsText, twoFacts } from '../../../web/pages/place-facts.ts';
import { byCity, centerLine, chips } from '../../../web/pages/place-list.ts';
import { searchForm } from '../../../web/pages/search-form.ts';
import type { PageLanguage } from '../../../web/words/page.ts';
import { type PackedCenter, packed } from '../../dataset/packed-center.ts';
import { type Level, levels } from '../../domain/level-of-care.ts';
import { isState, type State, stateCodes } from '../../domain/state.ts';
import { caching, reply } from '../../http/response.ts';
import type { RouteHandler } from '../../http/route.ts';
import { movedTo, page } from './asked.ts';
import { citySlug } from './city-slug.ts';
import { catalogs, documentOf, HTML, type Page, pathIn } from './document.ts';
import { faultPage } from './error-page.ts';
import { type City, citiesOf, countsByLevel, type Listed, listedOf, realRows } from './overview.ts';

type Draw = Omit<Page, 'language' | 'publicUrl'>;

/** A state: every city, every kind of program. */
export function readStatePage(language: PageLanguage): RouteHandler {
  return placePage(language, async ({ state, read, now }) => {
    const { words, pages } = catalogs[language];
    const { place: w } = pages;
    const rows = await read(null);
    const listed = listedOf(rows, null, now);
    const cities = citiesOf(rows, listed, now);
    const name = words.stateName(state);
    const count = words.centers(listed.length);
    const at = pathIn(language, `/states/${state.toLowerCase()}`);
    const byLevel = countsByLevel(rows, now);
    const title = w.stateTitle(name);
    return {
      title,
      description: w.stateAbout(name, count),
      heading: title,
      lead: lead(language, w.stateLead(count, cities.length), name, null),
      main: placeView({
        words,
        pages,
        counts: [{ count: listed.length, label: w.counts.centers }, ...factCounts(pages, listed)],
        listTitle: w.byCity,
        list: byCity(words, pages, listsOf(language, state, cities), (one) => kindsText(words, one), false),
        map: await map(language, state, listed, true, name),
        unknown: unknownOf(language, listed, null),
        links: [chips(w.kinds(name), kinds(language, at, byLevel)), chips(w.states, otherStates(language, state, ''))],
        results: listed,
        about: pathIn(language, '/about'),
      }),
      path: `/states/${state.toLowerCase()}`,
      noindex: listed.length === 0,
    };
  });
}

/** A kind of program in a state. */
export function readLevelPage(language: PageLanguage): RouteHandler {
  return placePage(language, async ({ state, level, read, now }) => {
    if (level === null) return null;
    const { words, pages } = catalogs[language];
    const { place: w } = pages;
    const rows = await read(null);
    const listed = listedOf(rows, level, now);
    const byLevel = countsByLevel(rows, now);
    const unknown = byLevel.find((one) => one.level === level)?.unknown ?? 0;
    const [name, tag] = [words.stateName(state), words.levels.tag[level] ?? level];
    const what = w.levelTitle[level] ?? tag;
    const at = pathIn(language, `/states/${state.toLowerCase()}`);
    const title = w.inState(what, name);
    const place = stepOrder.indexOf(level);
    const [down, up] = place < 0 ? [] : [stepOrder[place - 1], stepOrder[place + 1]];
    const step = (other: string | undefined, text: (tag: string) => string) =>
      other === undefined ? [] : [{ name: text(words.levels.tag[other] ?? other), href: `${at}/${other}` }];
    return {
      title,
      description: w.levelAbout(what, name, words.centers(listed.length)),
      crumbs: [{ name, href: at }],
      heading: title,
      lead: lead(language, w.meaning[level] ?? '', name, level),
      main: placeView({
        words,
        pages,
        counts: [
          { count: listed.length, label: w.counts.level(tag) },
          ...(unknown === 0 ? [] : [{ count: unknown, label: w.counts.ask }]),
          ...factCounts(pages, listed),
        ],
        listTitle: w.byCity,
        list:
          listed.length === 0
            ? h('p', null, w.none(what, name))
            : byCity(
                words,
                pages,
                listsOf(language, state, citiesOf(rows, listed, now)),
                (one) => twoFacts(words, pages, one),
                true,
              ),
        map: await map(language, state, listed, true, name),
        unknown: unknownOf(language, listed, { tag, count: unknown }),
        links: [
          chips(w.steps, [...step(down, w.lessThan), ...step(up, w.moreThan)]),
          chips(
            w.otherKinds(name),
            kinds(
              language,
              at,
              byLevel.filter((one) => one.level !== level),
            ),
          ),
          chips(w.otherStates(what), otherStates(language, state, `/${level}`)),
        ],
        results: listed,
        about: pathIn(language, '/about'),
      }),
      path: `/states/${state.toLowerCase()}/${level}`,
      noindex: listed.length === 0,
    };
  });
}

/** A city with enough centers that say something of themselves; any other has none. */
export function readCityPage(language: PageLanguage): RouteHandler {
  return placePage(language, async ({ state, city: slug, read, now }) => {
    const { words, pages } = catalogs[language];
    const { place: w } = pages;
    const initial = await read(slug.slice(0, 1));
    const rows = initial.filter((row) => citySlug(row[packed.city]) === slug);
    const listed = listedOf(rows, null, now);
    const [city] = citiesOf(rows, listed, now);
    if (city === undefined || !city.hasPage) return null;
    const at = pathIn(language, `/states/${state.toLowerCase()}`);
    const [stateName, count] = [words.stateName(state), words.centers(listed.length)];
    const title = w.cityTitle(city.name, stateName);
    const byLevel = countsByLevel(rows, now).filter((one) => one.listed > 0);
    return {
      title,
      description: w.cityAbout(city.name, stateName, count),
      crumbs: [{ name: stateName, href: at }],
      heading: title,
      lead: lead(language, w.cityLead(count), city.name, null),
      main: placeView({
        words,
        pages,
        counts: [{ count: listed.length, label: w.counts.centers }, ...factCounts(pages, listed)],
        listTitle: count,
        list: h(
          'ul',
          { class: 'city-list', role: 'list' },
          ...listed.map((one) =>
            centerLine(
              words,
              one,
              [kindsText(words, one), twoFacts(words, pages, one)].filter((text) => text !== '').join(' · '),
            ),
          ),
        ),
        map: await map(language, state, listed, false, city.name),
        unknown: unknownOf(language, listed, null),
        links: [
          chips(
            w.kinds(city.name),
            byLevel.map(({ level, listed: count }) => ({
              name: words.levels.tag[level] ?? level,
              href: `${at}/${level}#${city.slug}`,
              count,
            })),
          ),
          chips(stateName, [{ name: w.stateTitle(stateName), href: at }]),
        ],
        results: listed,
        about: pathIn(language, '/about'),
      }),
      path: `/cities/${state.toLowerCase()}/${city.slug}`,
    };
  });
}

interface Asked {
  readonly state: State;
  readonly level: Level | null;
  /** As a part of a URL. */
  readonly city: string;
  /** The state's real centers. @param initial Only of cities that begin so. */
  readonly read: (initial: string | null) => Promise<readonly PackedCenter[]>;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Reads the address of a page about a place; its one spelling is lower case. @param draw Gives null for no such page. */
function placePage(language: PageLanguage, draw: (asked: Asked) => Promise<Draw | null>): RouteHandler {
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

function lead(language: PageLanguage, text: string, place: string, level: Level | null) {
  const { words, pages } = catalogs[language];
  return h(
    'div',
    { class: 'page-lead' },
    h('p', null, text),
    searchForm({
      words,
      pages,
      label: pages.place.search(place),
      placeholder: words.box.hint,
      button: pages.place.nearest,
      hidden: level === null ? [] : [['level', level]],
    }),
  );
}

function map(language: PageLanguage, state: State, listed: readonly Listed[], whole: boolean, name: string) {
  // A center that is known by its ZIP only, or whose street is withheld, has no dot.
  const shown = listed.filter(({ center }) => center.location.accuracy !== 'zip' && center.address.street !== null);
  const centers = shown.map(({ center }) => ({
    id: center.id,
    name: center.name,
    location: center.location,
    rank: null,
  }));
  return placesMap(language, state, centers, whole, catalogs[language].pages.place.map(name));
}

function listsOf(language: PageLanguage, state: State, cities: readonly City[]) {
  return cities.map(({ name, slug, centers, hasPage }) => ({
    name,
    slug,
    centers,
    href: hasPage ? pathIn(language, `/cities/${state.toLowerCase()}/${slug}`) : null,
  }));
}

function kinds(language: PageLanguage, at: string, counts: ReturnType<typeof countsByLevel>) {
  const { words } = catalogs[language];
  return counts
    .filter(({ listed }) => listed > 0)
    .map(({ level, listed }) => ({
      name: words.levels.tag[level] ?? level,
      href: `${at}/${level}`,
      count: listed,
    }));
}

function otherStates(language: PageLanguage, state: State, rest: string) {
  const { words } = catalogs[language];
  return stateCodes
    .filter((code) => code !== state)
    .map((code) => ({
      name: words.stateName(code),
      href: pathIn(languageOf(words), `/states/${code.toLowerCase()}${rest}`),
    }));
}

function unknownOf(
  language: PageLanguage,
  listed: readonly Listed[],
  level: { readonly tag: string; readonly count: number } | null,
): string[] {
  const { words, pages } = catalogs[language];
  const { unknown: w } = pages.place;
  const silent = listed.filter(({ offerings }) => offerings.length === 0).length;
  return [
    ...(level === null
      ? []
      : [level.count === 0 ? w.someLevel(level.tag) : w.level(words.centers(level.count), level.tag)]),
    ...(silent === 0 ? [] : [w.silent(words.centers(silent))]),
    w.times,
  ];
}
