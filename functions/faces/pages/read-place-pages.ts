import { h } from 'preact';
import { stepOrder } from '../../../web/pages/continuum.ts';
import { placeView } from '../../../web/pages/place.ts';
import { factCounts, kindsText, twoFacts } from '../../../web/pages/place-facts.ts';
import { byCity, centerLine, chips } from '../../../web/pages/place-list.ts';
import type { PageLanguage } from '../../../web/words/page.ts';
import { packed } from '../../dataset/packed-center.ts';
import type { RouteHandler } from '../../http/route.ts';
import { citySlug } from './city-slug.ts';
import { catalogs, pathIn } from './document.ts';
import { citiesOf, countsByLevel, listedOf } from './overview.ts';
import { placePage } from './place-page.ts';
import { kinds, lead, listsOf, map, otherStates, unknownOf } from './place-parts.ts';

/** The page of a state: its cities and its kinds of programs. */
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

/** The page of one kind of program in a state. */
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

/** The page of a city with enough centers that list facts; other cities have no page. */
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
