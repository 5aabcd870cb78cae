import { h, type JSX } from 'preact';
import { helplineCall } from './call.ts';
import type { StartProps } from './props.ts';

/** A running search: grey rows in place of the list, and after a while a note about the delay and a helpline. */
export function waitingView({ state: { act }, words }: StartProps): (JSX.Element | null)[] {
  return [
    h('div', { class: 'ghost-chips', 'aria-hidden': 'true' }),
    h(
      'div',
      { class: 'ghost-head' },
      h('h2', { class: 'waiting-title' }, act.slow ? words.waiting.slow : words.waiting.search),
      act.slow ? h('p', { class: 'hint' }, words.waiting.slowHint) : null,
    ),
    act.slow ? helplineCall(words) : null,
    ghostRows(),
  ];
}

/** Grey rows that stand in for the list, so that nothing jumps when it arrives. */
export function ghostRows(): JSX.Element {
  return h(
    'ul',
    { class: 'list ghosts', 'aria-hidden': 'true' },
    ...Array.from({ length: 4 }, (_, index) =>
      h('li', { key: index }, h('i', null), h('i', null), h('i', null), h('i', { class: 'tall' })),
    ),
  );
}
