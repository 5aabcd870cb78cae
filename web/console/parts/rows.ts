import { type ComponentChild, h, type JSX } from 'preact';
import { consoleWords as w } from '../../words/console.ts';
import type { Row } from '../engine/found.ts';
import { rowsOf } from '../state/state.ts';
import { askedLevels, inOrder, ownOf } from '../state/target.ts';
import type { Props } from './props.ts';
import { intakeOf, intakeShort, sureOf, unbroken, whoOf } from './telling.ts';

/** Draws one row for each center, the first ten with their digit keys. */
export function rowsTable(props: Props): JSX.Element {
  const { state, send } = props;
  const rows = rowsOf(state);
  const asked = askedLevels(state);
  const { columns: c } = w;
  const head: readonly [string, string][] = [
    ['key', c.key],
    ['center', c.center],
    ['miles', c.miles],
    ['city', c.city],
    ['levels', c.levels],
    ['who', c.who],
    ['intake', c.intake],
    ['sure', c.sure],
  ];
  return h(
    'table',
    { id: 'rows', role: 'grid', 'aria-label': c.label, 'aria-rowcount': rows.length + 1 },
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        ...head.map(([name, text]) =>
          h('th', { scope: 'col', class: name }, name === 'key' ? h('span', { 'aria-label': text }, '#') : text),
        ),
      ),
    ),
    h(
      'tbody',
      {
        onClick: (event: MouseEvent) => {
          const id = (event.target as Element).closest('tr')?.dataset.id;
          if (id !== undefined) send({ type: 'open', id });
        },
      },
      ...rows.map((row, at) => rowView(props, row, at, asked)),
    ),
  );
}

function rowView({ state, now }: Props, row: Row, at: number, asked: readonly string[]): JSX.Element {
  const { center } = row;
  const isChosen = state.chosen === center.id;
  const listed = row.matched.find(({ level }) => asked.includes(level)) ?? row.matched[0] ?? null;
  const level = listed?.level ?? asked[0] ?? row.offerings[0]?.level ?? '';
  const own = { ...ownOf(state.own, center.id, level), ...ownOf(state.own, center.id, listed?.id ?? '') };
  const sure = sureOf(center, row.ask === null ? (listed ?? row.offerings[0] ?? null) : null, { own, seen: null, now });
  const intake = intakeOf(listed, own, null, now);
  const who = whoOf(row.matched.length > 0 ? row.matched : row.offerings);
  const isMarked = state.marked.includes(center.id);
  return h(
    'tr',
    {
      key: center.id,
      'data-id': center.id,
      'aria-selected': isChosen,
      'aria-rowindex': at + 2,
      tabIndex: isChosen ? 0 : -1,
      class: `${row.ask === null ? '' : 'doubt'}${isMarked ? ' marked' : ''}`,
    },
    cell('key', at < 10 ? String((at + 1) % 10) : null),
    cell(
      'center',
      h('b', null, unbroken(center.name)),
      row.twin && center.address.street !== null ? h('span', { class: 'soft' }, ` ${center.address.street}`) : null,
      center.sample ? h('span', { class: 'soft' }, ` ${w.sure.example}`) : null,
      isMarked ? h('span', { class: 'tag' }, w.columns.compare) : null,
    ),
    cell('miles', milesOf(row)),
    cell('city', center.address.city),
    cell('levels', ...levelCodes(row, asked)),
    cell('who', who.limit ? h('span', { class: 'limit' }, who.text) : who.text),
    cell('intake', h('span', { class: intake.state }, intakeShort(intake, now))),
    row.ask === null
      ? cell('sure', sign(sure.state), sure.short)
      : cell('sure', sign('unknown'), h('span', { title: askText(row.ask) }, w.columns.ask)),
  );
}

const cell = (name: string, ...children: ComponentChild[]): JSX.Element =>
  h('td', { role: 'gridcell', class: name }, ...children);

/** A shape next to the words about certainty, so that the meaning never depends on color alone. */
export const sign = (state: string): JSX.Element => h('i', { class: `sure-sign ${state}`, 'aria-hidden': 'true' });

const askText = (fields: readonly string[]): string =>
  w.columns.askAbout(fields.map((field) => w.chips.fields[field] ?? field).join(', '));

export function milesOf({ miles, approximate }: Row): string {
  if (miles === null) return '';
  return approximate && miles < 1 ? w.columns.inZip : w.number(miles);
}

/**
 * Lists each level once. Requested levels are bold. Levels of which the listing does not say whether the center offers
 * them come last, with a question mark.
 */
function levelCodes({ offerings, center }: Row, asked: readonly string[]): ComponentChild[] {
  const listed = inOrder(offerings.map(({ level }) => level)).map((level) =>
    h(asked.includes(level) ? 'b' : 'span', null, w.codes[level] ?? level),
  );
  const unknown = asked.filter((level) => center.unknownLevels?.includes(level));
  return [...listed, ...unknown.map((level) => h('i', null, `${w.codes[level] ?? level}?`))];
}
