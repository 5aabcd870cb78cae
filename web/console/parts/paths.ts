import { h, type JSX } from 'preact';
import { consoleWords as w } from '../../words/console.ts';
import type { LegFor, PathFor, PathsFor } from '../engine/found.ts';
import { pathOrder } from '../engine/paths.ts';
import { linesOf } from '../state/intake-line.ts';
import type { Panel } from '../state/state.ts';
import { Dialog } from './dialog.ts';
import type { Props } from './props.ts';
import { unbroken } from './telling.ts';

const [FEWEST, MOST] = [2, 6];

/** Shows the shortest ways through several levels for this caller, with switches for the levels. */
export function paths(props: Props, { levels, found }: Extract<Panel, { kind: 'paths' }>): JSX.Element {
  const { state, send } = props;
  const from = state.found.kind === 'rows' ? (state.found.from?.label ?? '') : '';
  const close = () => send({ type: 'panel', panel: null });
  return h(
    Dialog,
    { label: w.paths.title, class: 'wide paths', onClose: close },
    h('h2', null, w.paths.from(from)),
    h(
      'div',
      { class: 'acts', role: 'group', 'aria-label': w.paths.levels },
      ...pathOrder.map((level, at) => {
        const isIn = levels.includes(level);
        const next = isIn
          ? levels.filter((one) => one !== level)
          : pathOrder.filter((one) => one === level || levels.includes(one));
        return h(
          'button',
          {
            type: 'button',
            class: 'do',
            'data-first': at === 0,
            'aria-pressed': isIn,
            disabled: next.length < FEWEST || next.length > MOST,
            onClick: () => send({ type: 'paths', levels: next }),
          },
          w.levelName(level),
        );
      }),
    ),
    ...(found === null ? [] : results(props, found)),
    h('p', { class: 'fine' }, w.compare.unknown),
    h('div', { class: 'acts last' }, h('button', { type: 'button', class: 'do', onClick: close }, w.paths.close)),
  );
}

function results(props: Props, { paths: all, payer, changes }: PathsFor): JSX.Element[] {
  return [
    h(
      'p',
      { role: 'status' },
      all.length === 0 ? w.paths.none : w.paths.found(all.length),
      payer === null ? '' : ` ${w.paths.payer(w.valueName('payer', payer))}`,
    ),
    ...all.map((path) => onePath(props, path)),
    ...changes.map(({ field, miles }) => h('p', { class: 'fine' }, w.paths.change[field](w.miles(miles)))),
  ];
}

function onePath(props: Props, { miles, approximate, onlyFor, legs }: PathFor): JSX.Element {
  return h(
    'section',
    { class: 'path' },
    h('h3', null, approximate ? w.paths.about(w.miles(miles)) : w.miles(miles)),
    onlyFor === null ? null : h('p', null, w.paths.onlyFor(onlyFor)),
    h('ol', { role: 'list' }, ...legs.map((leg, at) => legOf(props, leg, legs[at - 1]))),
  );
}

function legOf({ send }: Props, leg: LegFor, before: LegFor | undefined): JSX.Element {
  const { center, level, ask } = leg;
  const [line] = linesOf(center, null);
  const isSame = before?.center.id === center.id;
  const far = leg.approximate ? w.paths.about(w.miles(leg.miles)) : w.miles(leg.miles);
  return h(
    'li',
    null,
    h('b', null, w.levelName(level)),
    h(
      'span',
      null,
      h(
        'button',
        { type: 'button', class: 'link', onClick: () => send({ type: 'open', id: center.id }) },
        unbroken(center.name),
      ),
      ` ${center.address.city}, ${center.address.state}`,
      ask.length === 0
        ? null
        : h(
            'span',
            { class: 'soft' },
            ` ${w.columns.askAbout(ask.map((field) => w.chips.fields[field] ?? field).join(', '))}`,
          ),
    ),
    h('span', { class: 'soft' }, isSame ? w.paths.same : before === undefined ? far : w.paths.on(far)),
    line === undefined ? null : h('a', { class: 'line small', href: line.href }, h('b', null, line.display)),
  );
}
