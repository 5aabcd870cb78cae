import { type ComponentChild, h, type JSX } from 'preact';
import { strip } from '../locator/parts/strip.ts';
import type { Words } from '../words/en.ts';
import { type PageLanguage, pageWords } from '../words/page.ts';
import type { PagesWords } from '../words/pages/en.ts';

interface Crumb {
  readonly name: string;
  readonly href: string;
}

/** What every page gets. */
export interface Frame {
  readonly words: Words;
  readonly pages: PagesWords;
  /** Breadcrumbs between the home page and this page, without these two. */
  readonly crumbs?: readonly Crumb[];
  readonly heading: string;
  /** Introduction below the heading. */
  readonly lead?: ComponentChild;
  readonly main: ComponentChild;
  /** URL of this page in the other language. If there is no such page, the URL of the other language's home page. */
  readonly other: string;
}

export const languageOf = ({ code }: Pick<Words, 'code'>): PageLanguage => (code === 'es' ? 'es' : 'en');

/** Prefix of the URL paths of pages in this language: `/es`, or nothing for English. */
export const folderOf = (words: Pick<Words, 'code'>): string => (languageOf(words) === 'es' ? '/es' : '');

/**
 * The body of a page: the crisis line first, then breadcrumbs, content, and the operator. It needs no script, and
 * nothing from another site.
 */
export function framed({ words, pages, crumbs = [], heading, lead, main, other }: Frame): JSX.Element {
  const page = pageWords[languageOf(words)];
  return h(
    'div',
    { class: 'finder page' },
    h('a', { class: 'skip', href: '#main' }, pages.skip),
    h('div', { class: 'page-strip' }, strip({ words }), exits(words, page, other)),
    h(
      'header',
      { class: 'page-band' },
      h(
        'nav',
        { 'aria-label': pages.crumbs },
        h(
          'ol',
          { class: 'crumbs', role: 'list' },
          ...[{ name: pages.find, href: page.home }, ...crumbs].map(({ name, href }) =>
            h('li', { key: href }, h('a', { href }, name)),
          ),
        ),
      ),
      h('h1', { id: 'top' }, heading),
      lead ?? null,
    ),
    h('main', { id: 'main' }, main),
    foot(words, pages, page, other),
  );
}

/**
 * Links to the other language and for leaving the site. They are one group beside the crisis line, which must not wrap
 * over them.
 */
function exits({ strip: w }: Words, page: (typeof pageWords)[PageLanguage], other: string): JSX.Element {
  const { code, name } = page.other;
  return h(
    'nav',
    { class: 'exits', 'aria-label': page.site },
    h('a', { class: 'language', href: other, hreflang: code, lang: code }, name),
    h(
      'a',
      { class: 'leave', href: 'https://www.weather.gov/', rel: 'noreferrer', title: w.leaveHint },
      h('span', null, w.leave),
      ' ',
      h('i', { 'aria-hidden': 'true' }, '✕'),
    ),
  );
}

function foot(words: Words, pages: PagesWords, page: (typeof pageWords)[PageLanguage], other: string): JSX.Element {
  const folder = folderOf(words);
  const { about, privacy, providers } = pages.text;
  return h(
    'footer',
    { class: 'page-foot' },
    h('p', null, page.sources, ' ', page.medical),
    h(
      'nav',
      { 'aria-label': pages.more },
      h('a', { href: `${folder}/about` }, about.link),
      h('a', { href: `${folder}/privacy` }, privacy.link),
      h('a', { href: `${folder}/for-providers` }, providers.link),
      h('a', { href: other, hreflang: page.other.code, lang: page.other.code }, page.other.name),
    ),
  );
}
