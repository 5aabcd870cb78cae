import { h, type JSX } from 'preact';
import { consoleWords as w } from '../../words/console.ts';
import type { Opened } from '../engine/found.ts';
import { type LineToCall, linesOf } from '../state/intake-line.ts';
import { offlineSince } from '../state/state.ts';
import { keys } from './controls.ts';
import type { Props } from './props.ts';
import { whoAnswers } from './telling.ts';

/** The top of the pane, where a call starts: the line to dial, then how to hand the caller over. */
export function calling(props: Props, { center }: Opened): (JSX.Element | null)[] {
  const { details } = props.state;
  const [first, ...others] = linesOf(center, details);
  return [
    first === undefined ? h('p', { class: 'note' }, w.pane.noPhone) : line(props, first, true),
    note(props),
    others.length === 0
      ? null
      : h(
          'ul',
          { role: 'list', class: 'lines', 'aria-label': w.pane.lines },
          ...others.map((one) => h('li', null, line(props, one, false))),
        ),
  ];
}

function line({ state }: Props, one: LineToCall, isFirst: boolean): JSX.Element {
  return h(
    'a',
    { class: isFirst ? 'line first' : 'line', href: one.href },
    isFirst
      ? h(
          'span',
          { class: 'what' },
          one.isDirect ? w.pane.direct : whoAnswers(one),
          state.isOpen ? keys('Enter') : null,
        )
      : null,
    h('b', null, ...withExtension(one.display)),
    isFirst && !one.isDirect ? null : h('span', { class: 'who' }, whoAnswers(one)),
  );
}

/**
 * Shows a number. Its extension is smaller and stays in one piece, because "ext. 8618" is only dialed after somebody
 * answers.
 */
function withExtension(display: string): (string | JSX.Element)[] {
  const at = display.indexOf(' ext.');
  return at < 0 ? [display] : [display.slice(0, at + 1), h('span', { class: 'ext' }, display.slice(at + 1))];
}

/** The team's notes on the center. If they are missing, says why: no connection, or not signed in. */
function note(props: Props): JSX.Element | null {
  const { details, isOpen, team } = props.state;
  if (details !== null && typeof details === 'object') {
    const { warmTransferNote, internalNotes, directIntakeLine } = details.private;
    if (warmTransferNote === null && internalNotes === null)
      return directIntakeLine === null ? h('p', { class: 'fine' }, w.pane.noNotes) : null;
    return h(
      'div',
      { class: 'transfer' },
      warmTransferNote === null ? null : h('p', null, h('b', null, w.pane.transfer), ` ${warmTransferNote}`),
      internalNotes === null ? null : h('p', null, h('b', null, w.pane.notes), ` ${internalNotes}`),
    );
  }
  if (offlineSince(props.state) !== null)
    return h('div', { class: 'transfer' }, h('p', null, h('b', null, w.pane.hidden), ` ${w.pane.hiddenWhat}`));
  if (team.session.kind !== 'in') return h('p', { class: 'fine' }, w.pane.signIn);
  if (!isOpen) return null;
  return h('p', { class: 'fine', role: 'status' }, details === 'failed' ? w.pane.failed : w.pane.loading);
}
