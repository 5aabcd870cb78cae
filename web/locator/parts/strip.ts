import { h, type JSX } from 'preact';
import type { StartWords } from '../../words/start.en.ts';

/** The crisis line: first on the page, always visible, whatever a search does. */
export function strip({ words: { strip: w } }: { readonly words: StartWords }): JSX.Element {
  return h(
    'section',
    { class: 'strip', part: 'crisis-line', 'aria-label': w.label },
    h('strong', null, w.ask),
    h('a', { href: 'tel:988' }, w.call),
    h('a', { href: w.textHref }, w.text, h('span', { class: 'wide' }, w.textMore)),
    h('a', { class: 'wide', href: 'https://988lifeline.org/chat/', rel: 'noreferrer' }, w.chat),
    h('a', { href: 'tel:911' }, h('span', { class: 'wide' }, w.dangerMore), w.danger),
  );
}
