import { h, type JSX } from 'preact';
import { consoleWords as w } from '../../words/console.ts';
import type { Change, Found } from '../engine/found.ts';
import { chipText } from './chips.ts';
import { button } from './controls.ts';
import type { Props } from './props.ts';
import { rowsTable } from './rows.ts';

/** Shows the rows, or says why there are none. */
export function list(props: Props): JSX.Element {
  return h('div', { id: 'list', class: 'list', tabIndex: -1 }, inside(props));
}

function inside(props: Props) {
  const { found, listings } = props.state;
  if (!listings.isOpen) return notHere(props);
  switch (found.kind) {
    case 'empty':
      return empty(props);
    case 'where':
      return hint(w.found.where, w.found.whereHint);
    case 'problem':
      return hint(found.detail, '');
    case 'which':
      return which(props, found);
    case 'rows':
      if (found.rows.length === 0) return none(props, found);
      return [
        rowsTable(props),
        found.more ? h('p', { class: 'after' }, button(props, { name: 'more', label: w.found.more })) : null,
      ];
  }
}

const hint = (title: string, text: string): JSX.Element =>
  h('div', { class: 'hint' }, h('h2', null, title), text === '' ? null : h('p', null, text));

function notHere({ state, send }: Props): JSX.Element {
  const { loading, offlineSince } = state.listings;
  if (offlineSince !== null)
    return h(
      'div',
      { class: 'hint', role: 'alert' },
      h('h2', null, w.found.failed),
      h('p', null, w.found.failedHint),
      h('button', { type: 'button', class: 'do', onClick: () => send({ type: 'again' }) }, w.found.again),
    );
  const percent = loading === null || loading.all === 0 ? 0 : Math.floor((loading.bytes / loading.all) * 100);
  return h(
    'div',
    { class: 'hint', role: 'status' },
    h('h2', null, w.found.loading(percent)),
    h('p', null, w.found.loadingHint),
  );
}

function empty({ send }: Props): JSX.Element {
  return h(
    'div',
    { class: 'hint' },
    h('h2', null, w.found.empty),
    h('p', null, w.found.emptyHint),
    h(
      'ul',
      { role: 'list', class: 'examples' },
      ...w.found.examples.map((text) =>
        h(
          'li',
          null,
          h('button', { type: 'button', class: 'chip', onClick: () => send({ type: 'typed', text }) }, text),
        ),
      ),
    ),
    h('p', { class: 'soft' }, w.box.hint),
  );
}

function which({ send }: Props, { places }: Extract<Found, { kind: 'which' }>): JSX.Element {
  return h(
    'div',
    { class: 'hint' },
    h('h2', null, w.found.which),
    h('p', null, w.found.whichHint),
    h(
      'ol',
      { role: 'list', class: 'choices' },
      ...places
        .slice(0, 10)
        .map((label, at) =>
          h(
            'li',
            null,
            h(
              'button',
              { type: 'button', class: 'do', onClick: () => send({ type: 'place', label }) },
              h('span', { class: 'keys', 'aria-hidden': 'true' }, h('kbd', null, String((at + 1) % 10))),
              label,
            ),
          ),
        ),
    ),
  );
}

/** Single changes to the search that would find something, shown if nothing matches. */
function none(props: Props, found: Extract<Found, { kind: 'rows' }>): JSX.Element {
  const { send } = props;
  const { count, more } = found.unknown;
  const changes = found.changes.filter(({ count }) => count > 0).slice(0, 6);
  return h(
    'div',
    { class: 'hint' },
    h('h2', null, w.found.none),
    count === 0 ? null : h('p', null, button(props, { name: 'unknown', label: w.chips.unknown(count, more) })),
    changes.length === 0 ? null : h('p', null, w.found.noneHint),
    h(
      'ul',
      { role: 'list', class: 'choices' },
      ...changes.map((change) =>
        h(
          'li',
          null,
          h(
            'button',
            {
              type: 'button',
              class: 'do',
              onClick: () => send({ type: 'change', field: change.field, to: change.to }),
            },
            changeText(change, found),
          ),
        ),
      ),
    ),
  );
}

function changeText(
  { field, to, count, more, nearestMiles }: Change,
  { chips }: Extract<Found, { kind: 'rows' }>,
): string {
  const own = chips.filter((chip) => chip.field === field).map(chipText);
  const what =
    field === 'within'
      ? to === null
        ? w.found.anyDistance
        : w.found.withinMiles(w.chips.within(to))
      : w.found.without(own.length === 0 ? (w.chips.fields[field] ?? field) : own.join(', '));
  return w.found.change(what, w.centers(count, more), nearestMiles === null ? null : w.miles(nearestMiles));
}
