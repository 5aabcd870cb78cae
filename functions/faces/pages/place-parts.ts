import { h } from 'preact';
import { placesMap } from '../../../web/locator/parts/places-map.ts';
import { languageOf } from '../../../web/pages/frame.ts';
import { searchForm } from '../../../web/pages/search-form.ts';
import type { PageLanguage } from '../../../web/words/page.ts';
import type { Level } from '../../domain/level-of-care.ts';
import { type State, stateCodes } from '../../domain/state.ts';
import { catalogs, pathIn } from './document.ts';
import type { City, countsByLevel, Listed } from './overview.ts';

/**
 * An introduction, and a search form for this place.
 * @param place The place's name for the form's label.
 */
export function lead(language: PageLanguage, text: string, place: string, level: Level | null) {
  const { words, pages } = catalogs[language];
  return h(
    'div',
    { class: 'page-lead' },
    h('p', null, text),
    searchForm({
      words,
      pages,
      label: pages.place.search(place),
      button: pages.place.nearest,
      hidden: level === null ? [] : [['level', level]],
    }),
  );
}

/**
 * Dots for the listed centers.
 * @param whole True to draw the whole state, false for only the area with centers.
 */
export function map(language: PageLanguage, state: State, listed: readonly Listed[], whole: boolean, name: string) {
  // A center known only by its ZIP, or with a withheld street, has no dot.
  const shown = listed.filter(({ center }) => center.location.accuracy !== 'zip' && center.address.street !== null);
  const centers = shown.map(({ center }) => ({
    id: center.id,
    name: center.name,
    location: center.location,
    rank: null,
  }));
  return placesMap(language, state, centers, whole, catalogs[language].pages.place.map(name));
}

/** The cities as lists, each with a link to its page if it has one. */
export function listsOf(language: PageLanguage, state: State, cities: readonly City[]) {
  return cities.map(({ name, slug, centers, hasPage }) => ({
    name,
    slug,
    centers,
    href: hasPage ? pathIn(language, `/cities/${state.toLowerCase()}/${slug}`) : null,
  }));
}

/**
 * Links to each level that any center lists.
 * @param at Path of the state's page.
 */
export function kinds(language: PageLanguage, at: string, counts: ReturnType<typeof countsByLevel>) {
  const { words } = catalogs[language];
  return counts
    .filter(({ listed }) => listed > 0)
    .map(({ level, listed }) => ({
      name: words.levels.tag[level] ?? level,
      href: `${at}/${level}`,
      count: listed,
    }));
}

/**
 * Links to the same page of the other states.
 * @param rest The part of the path after the state.
 */
export function otherStates(language: PageLanguage, state: State, rest: string) {
  const { words } = catalogs[language];
  return stateCodes
    .filter((code) => code !== state)
    .map((code) => ({
      name: words.stateName(code),
      href: pathIn(languageOf(words), `/states/${code.toLowerCase()}${rest}`),
    }));
}

/**
 * Sentences about what the listings leave unknown.
 * @param level The page's level: its tag, and the number of centers that leave it unknown.
 */
export function unknownOf(
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
