import { h, type JSX } from 'preact';
import { narrowingOf } from '../state/state.ts';
import type { Props } from './props.ts';
import { Sheet } from './sheet.ts';

/** Levels in groups that answer a visitor's question, such as staying at home or staying overnight. */
const groups = [
  { key: 'home', levels: ['iop', 'php', 'op', 'aftercare'] },
  { key: 'stay', levels: ['residential', 'inpatient', 'sober-living'] },
  { key: 'safe', levels: ['detox'] },
] as const;

/** The sheet with all levels in plain words, and the number of centers that list each. */
export function levelSheet(props: Props): JSX.Element {
  const { state, words, send } = props;
  const { levels: w } = words;
  const chosen = narrowingOf(state).level ?? [];
  const centers = (level: string) =>
    state.vocabulary.offerable('level').find((term) => term.value === level)?.centers ?? null;
  const total = state.states.reduce((sum, one) => sum + (one.centers ?? 0), 0);
  const close = () => send({ type: 'panel', panel: null });
  const choose = (level: string | null) =>
    send({ type: 'chosen', field: 'level', value: level === null ? null : [level], stay: true });
  // Tapping a level chooses it and closes the sheet; the arrow keys only try a level out.
  const tapped = (level: string | null, event: MouseEvent) => {
    if (event.detail === 0) return;
    // Tapping an option sends its choice at once: the sheet closes before the browser's own change event would arrive.
    choose(level);
    send({ type: 'panel-done' });
  };
  const option = (level: string | null, title: string, hint: string, count: number | null) =>
    h(
      'label',
      { class: 'option' },
      h('input', {
        type: 'radio',
        name: 'level',
        value: level ?? '',
        checked: level === null ? chosen.length === 0 : chosen.length === 1 && chosen[0] === level,
        onChange: () => choose(level),
        onClick: (event: MouseEvent) => tapped(level, event),
      }),
      h('span', null, h('b', null, title), ' ', h('small', null, hint)),
      count === null ? null : h('span', { class: 'count' }, count.toLocaleString('en-US')),
    );
  const foot = [
    h(
      'button',
      { type: 'button', class: 'solid', onClick: () => send({ type: 'panel-done' }) },
      chosen.length === 0 ? w.showAll : w.show,
    ),
  ];
  return h(
    Sheet,
    { id: 'levels', title: w.title, close: w.close, modal: true, onClose: close, foot },
    option(null, w.any, w.anyHint, total === 0 ? null : total),
    ...groups.map(({ key, levels }) => {
      const offered = levels.filter((level) => state.vocabulary.offered('level', level));
      if (offered.length === 0) return null;
      return h(
        'fieldset',
        null,
        h('legend', null, w.groups[key]),
        ...offered.map((level) =>
          option(level, words.values.level[level] ?? level, w.hints[level] ?? '', centers(level)),
        ),
      );
    }),
    h('p', { class: 'hint' }, w.counted),
  );
}
