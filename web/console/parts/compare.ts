import { h, type JSX } from 'preact';
import { consoleWords as w } from '../../words/console.ts';
import type { Row } from '../engine/found.ts';
import { linesOf } from '../state/intake-line.ts';
import { fieldsOf, rowsOf } from '../state/state.ts';
import { askedLevels, ownOf } from '../state/target.ts';
import { factsOf, moreFactsOf } from './facts.ts';
import type { Props } from './props.ts';
import { milesOf } from './rows.ts';
import { intakeOf, intakeShort, sureOf, unbroken, whoAnswers } from './telling.ts';

interface Line {
  readonly title: string;
  readonly cells: readonly string[];
}

/** Compares up to three centers side by side: first the facts that differ, then those that they share. */
export function compare(props: Props): JSX.Element {
  const { state, send } = props;
  const rows = rowsOf(state).filter(({ center }) => state.marked.includes(center.id));
  const lines = linesFor(props, rows);
  const isSame = ({ cells }: Line) => new Set(cells).size === 1;
  return h(
    'div',
    { id: 'list', class: 'compare', tabIndex: -1 },
    h(
      'div',
      { class: 'compare-head' },
      h('h2', { id: 'compare-title', tabIndex: -1 }, w.compare.title(rows.length)),
      h('button', { type: 'button', class: 'do', onClick: () => send({ type: 'list' }) }, w.compare.back),
    ),
    h(
      'div',
      { class: 'compare-scroll', role: 'region', 'aria-labelledby': 'compare-title', tabIndex: 0 },
      h(
        'table',
        null,
        h(
          'thead',
          null,
          h(
            'tr',
            null,
            h('th', { scope: 'col' }, h('span', { class: 'hidden' }, w.compare.fact)),
            ...rows.map((row) => column(props, row)),
          ),
        ),
        body(
          w.compare.differ,
          lines.filter((line) => !isSame(line)),
          rows.length,
        ),
        body(w.compare.same(rows.length), lines.filter(isSame), rows.length),
      ),
    ),
    h('p', { class: 'fine' }, w.compare.unknown),
  );
}

function column({ send, state }: Props, { center }: Row): JSX.Element {
  const [line] = linesOf(center, state.chosen === center.id ? state.details : null);
  return h(
    'th',
    { scope: 'col', key: center.id },
    h(
      'span',
      { class: 'compare-name' },
      h(
        'button',
        { type: 'button', class: 'link', onClick: () => send({ type: 'open', id: center.id }) },
        unbroken(center.name),
      ),
    ),
    line === undefined
      ? null
      : h(
          'a',
          { class: 'line small', href: line.href },
          h('b', null, line.display),
          h('span', { class: 'who' }, whoAnswers(line)),
        ),
    h(
      'button',
      {
        type: 'button',
        class: 'plain',
        onClick: () => send({ type: 'mark', id: center.id }),
        'aria-label': w.compare.remove(center.name),
      },
      '✕',
    ),
  );
}

function linesFor({ state, now }: Props, rows: readonly Row[]): readonly Line[] {
  const asked = fieldsOf(state);
  const levels = askedLevels(state);
  const own = (title: string, tell: (row: Row) => string): Line => ({ title, cells: rows.map(tell) });
  const listedOf = (row: Row) =>
    row.matched.find(({ level }) => levels.includes(level)) ?? row.matched[0] ?? row.offerings[0] ?? null;
  const saidOf = (row: Row) => ownOf(state.own, row.center.id, listedOf(row)?.id ?? '');
  const facts = rows.map((row) => [...factsOf(row, asked), ...moreFactsOf(row, asked)]);
  const listed = (facts[0] ?? []).map(
    ({ title }, at): Line => ({
      title,
      cells: facts.map(
        (one) =>
          one[at]?.values
            .map(({ label }) => label)
            .toSorted()
            .join(', ') || w.pane.notListed,
      ),
    }),
  );
  return [
    ...(rows.every(({ miles }) => miles === null) ? [] : [own(w.compare.miles, milesOf)]),
    own(
      w.compare.sure,
      (row) => sureOf(row.center, row.ask === null ? listedOf(row) : null, { own: saidOf(row), seen: null, now }).text,
    ),
    own(w.compare.intake, (row) => intakeShort(intakeOf(listedOf(row), saidOf(row), null, now), now)),
    ...listed,
  ];
}

function body(title: string, lines: readonly Line[], columns: number): JSX.Element | null {
  if (lines.length === 0) return null;
  return h(
    'tbody',
    null,
    h('tr', { class: 'group' }, h('th', { scope: 'rowgroup', colSpan: columns + 1 }, title)),
    ...lines.map(({ title: name, cells }) =>
      h('tr', { key: name }, h('th', { scope: 'row' }, name), ...cells.map((cell) => h('td', null, cell))),
    ),
  );
}
