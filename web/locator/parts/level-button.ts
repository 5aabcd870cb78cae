import { h, type JSX } from 'preact';
import { narrowingOf } from '../state/state.ts';
import { icon } from './icons.ts';
import type { StartProps } from './props.ts';

/**
 * Shows the chosen level, with a button to choose another. Before a choice it shows "Not sure yet", the first of the
 * options.
 */
export function levelButton({ state, words, send }: StartProps): JSX.Element {
  const { levels: w } = words;
  const chosen = narrowingOf(state).level ?? [];
  const [one] = chosen;
  const title = chosen.length === 0 ? w.any : words.or(chosen.map((level) => w.names[level] ?? level));
  const hint = one === undefined ? w.anyHint : chosen.length === 1 ? w.hints[one] : '';
  return h(
    'div',
    { class: 'level start-only' },
    h('span', { id: 'level-label', class: 'label' }, w.title),
    h(
      'button',
      {
        id: 'level',
        type: 'button',
        class: 'choice',
        'aria-haspopup': 'dialog',
        'aria-labelledby': 'level-label level-chosen',
        onClick: () => send({ type: 'panel', panel: 'levels' }),
      },
      h('span', { id: 'level-chosen' }, h('b', null, title), ' ', h('small', null, hint)),
      icon('down'),
    ),
  );
}
