import { h, type JSX } from 'preact';
import { consoleWords as w } from '../../words/console.ts';
import type { Says } from '../state/state.ts';
import { button } from './controls.ts';
import type { Props } from './props.ts';
import { factsText } from './telling.ts';

/** The line that says what the last key did, with a button that undoes it. */
export function line(props: Props): JSX.Element {
  const { state, send, now } = props;
  const shown = state.line;
  return h(
    'div',
    { class: 'line-box', role: 'status' },
    shown === null
      ? null
      : h(
          'div',
          { class: 'said' },
          h('p', null, textOf(shown.says, now)),
          shown.undo === null ? null : button(props, { name: 'undo', class: 'glow' }),
          h(
            'button',
            { type: 'button', class: 'plain', 'aria-label': w.line.hide, onClick: () => send({ type: 'hide-line' }) },
            '✕',
          ),
        ),
  );
}

function textOf(says: Says, now: number): string {
  switch (says.kind) {
    case 'act': {
      const when = w.moment(Date.parse(says.act.pressedAt), now);
      const text = w.line.act(w.levelName(says.level), says.name, factsText(says.act.facts, now), when);
      return says.waits ? `${text} ${w.line.waits}` : text;
    }
    case 'undone':
      return w.line.undone(w.levelName(says.level), says.name, factsText(says.act.facts, now));
    case 'history':
      return w.line.history(w.levelName(says.level), says.name);
    case 'refused':
      return w.line.refused(says.detail);
    case 'copied':
      return w.line.copied(says.what, says.text);
    case 'copy-refused':
      return w.line.copyRefused;
    case 'marked':
      return w.line.marked(says.name, says.count);
    case 'most-marked':
      return w.line.mostMarked;
    case 'nothing-to-undo':
      return w.line.nothingToUndo;
    case 'sign-in-first':
      return w.line.signInFirst;
    case 'no-target':
      return w.line.noTarget;
    case 'no-center':
      return w.line.noCenter;
  }
}
