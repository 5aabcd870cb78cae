import { type ComponentChild, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { strip } from '../../../web/locator/parts/strip.ts';
import type { Words } from '../../../web/words/en.ts';
import { pageWords } from '../../../web/words/page.ts';

const languages = ['en', 'es'] as const;

export interface Page {
  readonly title: string;
  readonly description: string;
  readonly words: Words;
  readonly body: ComponentChild;
  /** The page's address in each language, from its first slash; null where there is no such page. */
  readonly addresses: Readonly<Record<'en' | 'es', string>> | null;
  /** Without a closing slash. */
  readonly publicUrl: string;
  /** Kept out of search engines: a fault, or a fictional center. */
  readonly noindex?: boolean;
}

/** A whole page in the site's frame: the crisis line first, no script, nothing from another site. */
export function documentOf({ title, description, words, body, addresses, publicUrl, noindex = false }: Page): string {
  const page = pageWords[words.code === 'es' ? 'es' : 'en'];
  const { code, name } = page.other;
  const tree = h(
    'html',
    { lang: words.code },
    h(
      'head',
      null,
      h('meta', { charset: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', null, title),
      h('meta', { name: 'description', content: description }),
      h('meta', { name: 'referrer', content: 'no-referrer' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      noindex ? h('meta', { name: 'robots', content: 'noindex' }) : null,
      ...languages.map((one) =>
        addresses === null ? null : h('link', { rel: 'alternate', hreflang: one, href: publicUrl + addresses[one] }),
      ),
      h('link', { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' }),
      h('link', { rel: 'stylesheet', href: '/page.css' }),
    ),
    h(
      'body',
      null,
      h(
        'div',
        { class: 'finder' },
        strip({ words }),
        h(
          'nav',
          { class: 'page-head', 'aria-label': page.site },
          h('a', { href: page.home }, page.title),
          h('a', { href: addresses?.[code] ?? page.other.href, hreflang: code, lang: code }, name),
        ),
        h('main', null, body),
        h('footer', { class: 'page-foot' }, h('p', null, page.sources), h('p', null, page.medical)),
      ),
    ),
  );
  return `<!doctype html>${renderToString(tree)}`;
}
