import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Frame, framed, languageOf } from '../../../web/pages/frame.ts';
import { en } from '../../../web/words/en.ts';
import { es } from '../../../web/words/es.ts';
import { type PageLanguage, pageWords } from '../../../web/words/page.ts';
import { pages as pagesEn } from '../../../web/words/pages/en.ts';
import { pages as pagesEs } from '../../../web/words/pages/es.ts';

/** All texts of pages, by language. */
export const catalogs = { en: { words: en, pages: pagesEn }, es: { words: es, pages: pagesEs } } as const;

export const HTML = 'text/html; charset=utf-8';

/** A page's path in a language, from its English path. */
export const pathIn = (language: PageLanguage, path: string): string => (language === 'es' ? `/es${path}` : path);

export interface Page extends Omit<Frame, 'words' | 'pages' | 'other'> {
  readonly language: PageLanguage;
  readonly title: string;
  readonly description: string;
  /** The English path, starting with a slash; null if the page has no URL of its own. */
  readonly path: string | null;
  /** The website's URL, without a closing slash. */
  readonly publicUrl: string;
  /** True to keep it out of search engines: an error, a search, or a fictional center. */
  readonly noindex?: boolean;
  /** Schema.org JSON-LD: the page's content for programs. */
  readonly data?: object;
}

/** A whole page, without scripts and without anything from another site. */
export function documentOf(page: Page): string {
  const { language, title, description, path, publicUrl, noindex = false, data } = page;
  const { words, pages } = catalogs[language];
  const other = path === null ? pageWords[language].other.href : pathIn(language === 'es' ? 'en' : 'es', path);
  const tree = h(
    'html',
    { lang: languageOf(words) },
    h(
      'head',
      null,
      h('meta', { charset: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', null, title),
      h('meta', { name: 'description', content: description }),
      h('meta', { name: 'referrer', content: 'no-referrer' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('meta', { name: 'theme-color', content: '#0f2430' }),
      noindex ? h('meta', { name: 'robots', content: 'noindex' }) : null,
      ...(path === null ? [] : addressed(page, path, publicUrl)),
      h('link', { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' }),
      h('link', { rel: 'stylesheet', href: '/page.css' }),
      // Browsers do not run this data block, so script policies do not block it. "<" is escaped, because "</script>"
      // would end it.
      data === undefined
        ? null
        : h('script', {
            type: 'application/ld+json',
            dangerouslySetInnerHTML: { __html: JSON.stringify(data).replaceAll('<', '\\u003c') },
          }),
    ),
    h('body', null, framed({ ...page, words, pages, other })),
  );
  return `<!doctype html>${renderToString(tree)}`;
}

const languages = ['en', 'es'] as const;

/** The page's URLs in both languages, and the preview of a shared link. */
function addressed({ language, title, description, noindex = false }: Page, path: string, publicUrl: string) {
  const at = (one: PageLanguage): string => publicUrl + pathIn(one, path);
  const shared = {
    'og:type': 'website',
    'og:title': title,
    'og:description': description,
    'og:url': at(language),
    'og:site_name': pageWords[language].title,
    'og:locale': language === 'es' ? 'es_US' : 'en_US',
    'og:image': `${publicUrl}/share-${language}.png`,
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:alt': pageWords[language].title,
    'twitter:card': 'summary_large_image',
  };
  return [
    noindex ? null : h('link', { rel: 'canonical', href: at(language) }),
    ...languages.map((one) => h('link', { rel: 'alternate', hreflang: one, href: at(one) })),
    h('link', { rel: 'alternate', hreflang: 'x-default', href: at('en') }),
    ...Object.entries(shared).map(([property, content]) => h('meta', { property, content })),
  ];
}
