import { type ComponentChild, h, type JSX } from 'preact';
import type { Words } from '../words/en.ts';
import { pageWords } from '../words/page.ts';
import type { PagesWords } from '../words/pages/en.ts';
import type { Section } from '../words/pages/text.en.ts';
import { languageOf } from './frame.ts';

export interface Link {
  readonly name: string;
  readonly href: string;
}

/**
 * A page of text.
 * @param links Links to continue with.
 * @param more Parts after the text.
 */
export function textView(
  sections: readonly Section[],
  links: readonly Link[],
  ...more: readonly ComponentChild[]
): JSX.Element {
  return h(
    'article',
    { class: 'page-text', 'aria-labelledby': 'top' },
    ...sections.map(({ title, paragraphs = [], list = [] }) =>
      h(
        'section',
        { key: title, class: 'panel' },
        h('h2', null, title),
        ...paragraphs.map((text) => h('p', { key: text }, text)),
        list.length === 0 ? null : h('ul', null, ...list.map((text) => h('li', { key: text }, text))),
      ),
    ),
    links.length === 0
      ? null
      : h(
          'p',
          { class: 'after' },
          ...links.map(({ name, href }) =>
            h('a', { key: href, href, ...(href.startsWith('/') ? {} : { rel: 'noreferrer' }) }, name),
          ),
        ),
    ...more,
  );
}

/** Lists the sources of the data with their licenses. */
export function licenses(words: Words, pages: PagesWords): JSX.Element {
  const { licenses: w } = pages.text;
  const { places } = pageWords[languageOf(words)];
  const away = (href: string, name: string) => h('a', { href, rel: 'noreferrer' }, name);
  return h(
    'section',
    { class: 'panel' },
    h('h2', null, w.title),
    h('p', null, w.listings),
    h(
      'p',
      null,
      places.before,
      ' ',
      away('https://www.geonames.org/', 'GeoNames'),
      ', ',
      away('https://creativecommons.org/licenses/by/4.0/', 'CC BY 4.0'),
      ', ',
      places.after,
    ),
    h('p', null, w.code, ' ', away('https://www.apache.org/licenses/LICENSE-2.0', w.license), '.'),
  );
}
