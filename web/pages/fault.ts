import { h, type JSX } from 'preact';
import { call, helplineCall } from '../locator/parts/call.ts';
import { otherLanguage } from '../locator/parts/crisis.ts';
import type { Words } from '../words/en.ts';
import type { PagesWords } from '../words/pages/en.ts';
import { languageOf } from './frame.ts';
import { panel } from './panel.ts';
import { searchForm } from './search-form.ts';

/** A link that helps the visitor to continue. */
export interface Way {
  readonly name: string;
  readonly href: string;
}

/** An error page: a search form, links, and helplines. */
export function faultView(words: Words, pages: PagesWords, way?: Way): JSX.Element {
  const { text: w } = pages;
  const { strip } = words;
  return h(
    'div',
    { class: 'page-text' },
    h(
      'section',
      { class: 'panel', 'aria-label': words.box.form },
      searchForm({ words, pages }),
      way === undefined ? null : h('a', { class: 'quiet', href: way.href }, way.name),
    ),
    panel(
      'talk',
      w.talk,
      call({ href: 'tel:988', number: '988', who: w.crisis }),
      helplineCall(words),
      call({ href: 'tel:911', number: strip.danger, who: w.emergency }),
      otherLanguage(languageOf(words)),
    ),
  );
}
