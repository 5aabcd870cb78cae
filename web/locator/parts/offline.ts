import { h, type JSX } from 'preact';
import { helplineCall } from './call.ts';
import type { StartProps } from './props.ts';
import { title } from './title.ts';

/** Shown if the code for results and problems did not load. The typed text stays in the box. */
export function offlineView({ words, send }: StartProps): JSX.Element[] {
  const { problem: w } = words;
  return [
    title(w.offline),
    h('p', null, w.offlineHint),
    h('button', { type: 'button', class: 'solid', onClick: () => send({ type: 'submitted' }) }, w.retry),
    helplineNote(words),
  ];
}

/** Helplines to call when a search has no results. */
export function helplineNote(words: StartProps['words']): JSX.Element {
  return h('div', { class: 'helpline' }, h('p', null, words.problem.helpline), helplineCall(words));
}
