import { type ComponentChild, h, type JSX } from 'preact';
import type { Result } from '../locator/read/answer.ts';
import type { Words } from '../words/en.ts';
import type { PagesWords } from '../words/pages/en.ts';
import { listedText } from './place-facts.ts';
import { numbers } from './place-list.ts';

interface PlaceProps {
  readonly words: Words;
  readonly pages: PagesWords;
  readonly counts: readonly { readonly count: number; readonly label: string }[];
  readonly listTitle: string;
  readonly list: ComponentChild;
  readonly map: ComponentChild;
  /** Sentences about what is unknown for these centers. */
  readonly unknown: readonly string[];
  readonly links: readonly ComponentChild[];
  readonly results: readonly Result[];
  readonly about: string;
}

/**
 * Renders the page of a state, of a kind of program in a state, or of a city: numbers, facts, centers, and what is
 * unknown.
 */
export function placeView(props: PlaceProps): JSX.Element {
  const { words, pages, counts, listTitle, list, map, unknown, links, results, about } = props;
  const { place: w } = pages;
  return h(
    'div',
    { class: 'place-page' },
    h(
      'div',
      { class: 'page-main' },
      numbers(w.counts.title, counts),
      h('section', { 'aria-labelledby': 'list-title' }, h('h2', { id: 'list-title' }, listTitle), list),
    ),
    h(
      'aside',
      { class: 'page-side' },
      map,
      h(
        'section',
        { class: 'panel', 'aria-labelledby': 'unknown-title' },
        h('h2', { id: 'unknown-title' }, w.unknown.title),
        ...[...unknown, listedText(words, pages, results), pages.nobodyPays].map((text) =>
          text === null ? null : h('p', { key: text }, text),
        ),
        h('a', { class: 'link', href: about }, pages.center.checks),
      ),
      ...links,
    ),
  );
}
