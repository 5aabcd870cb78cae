import { type ComponentChild, h, type JSX } from 'preact';
import { centerPage } from '../locator/parts/center-page.ts';
import { icon } from '../locator/parts/icons.ts';
import type { Result } from '../locator/read/answer.ts';
import type { Words } from '../words/en.ts';
import type { PagesWords } from '../words/pages/en.ts';

/** A city in a list, with the URL of its page. */
export interface CityList {
  readonly name: string;
  readonly slug: string;
  readonly centers: readonly Result[];
  readonly href: string | null;
}

/** On a state's page, number of centers shown for each city that has a page of its own. */
const IN_SIGHT = 3;

/** A center in one line: name, street, and the facts that tell it from others. */
export function centerLine(words: Words, { center }: Result, facts: string): JSX.Element {
  const { street } = center.address;
  return h(
    'li',
    { key: center.id },
    h('a', { href: centerPage('', words.code, center.id) }, center.name),
    h('p', null, [street ?? words.card.withheld, facts].filter((text) => text !== '').join(' · ')),
  );
}

/** Sorts cities by their number of centers, so that most people find theirs near the top. */
const bySize = (a: CityList, b: CityList): number =>
  b.centers.length - a.centers.length || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/**
 * Lists centers by city, a few of each visible.
 * @param isPart True if the city's own page lists more than these centers, as on a page about one level. Hidden centers
 * then expand here; otherwise a link leads to the city's page.
 */
export function byCity(
  words: Words,
  pages: PagesWords,
  cities: readonly CityList[],
  factsOf: (result: Result) => string,
  isPart: boolean,
): JSX.Element {
  const line = (one: Result) => centerLine(words, one, factsOf(one));
  return h(
    'div',
    { class: 'cities' },
    ...cities.toSorted(bySize).map(({ name, slug, centers, href }) => {
      const isWhole = centers.length <= IN_SIGHT + 1;
      const shown = isWhole || (!isPart && href === null) ? centers : centers.slice(0, IN_SIGHT);
      const rest = centers.slice(shown.length);
      return h(
        'section',
        { key: slug, 'aria-labelledby': slug },
        h(
          'h3',
          { id: slug },
          href === null ? name : h('a', { href }, name),
          ' ',
          h('span', { class: 'count' }, centers.length.toLocaleString('en-US')),
        ),
        h('ul', { role: 'list' }, ...shown.map(line)),
        rest.length === 0
          ? null
          : isPart || href === null
            ? h(
                'details',
                null,
                h('summary', { class: 'link' }, pages.place.rest(rest.length, name), icon('down')),
                h('ul', { role: 'list' }, ...rest.map(line)),
              )
            : h('a', { class: 'link', href }, pages.place.all(centers.length, name), icon('right')),
      );
    }),
  );
}

/** Numbers that describe the whole list, such as how many centers it has. */
export function numbers(
  title: string,
  items: readonly { readonly count: number; readonly label: string }[],
): JSX.Element {
  return h(
    'dl',
    { class: 'numbers', 'aria-label': title },
    ...items.map(({ count, label }) =>
      h('div', { key: label }, h('dt', null, label), h('dd', null, count.toLocaleString('en-US'))),
    ),
  );
}

/** Links to related pages, under a heading. */
export function chips(
  title: string,
  items: readonly { readonly name: string; readonly href: string; readonly count?: number }[],
): ComponentChild {
  if (items.length === 0) return null;
  return h(
    'nav',
    { class: 'chip-links', 'aria-label': title },
    h('h2', null, title),
    h(
      'ul',
      { role: 'list' },
      ...items.map(({ name, href, count }) =>
        h(
          'li',
          { key: href },
          h(
            'a',
            { class: 'chip plain', href },
            h('b', null, name),
            count === undefined ? null : h('span', { class: 'count' }, count.toLocaleString('en-US')),
          ),
        ),
      ),
    ),
  );
}
