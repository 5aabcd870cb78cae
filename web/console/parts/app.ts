import { type ComponentChild, h, type JSX } from 'preact';
import { consoleWords as w } from '../../words/console.ts';
import { deny, until, waiting } from './asking.ts';
import { bars } from './bars.ts';
import { chips } from './chips.ts';
import { compare } from './compare.ts';
import { Dialog } from './dialog.ts';
import { filter } from './filter.ts';
import { footer } from './footer.ts';
import { header } from './header.ts';
import { line } from './line.ts';
import { list } from './list.ts';
import { palette } from './palette.ts';
import { pane } from './pane.ts';
import { paths } from './paths.ts';
import type { Props } from './props.ts';

/** Draws the whole console. */
export function app(props: Props): JSX.Element {
  return h(
    'div',
    { class: 'console' },
    h('a', { class: 'skip', href: '#list' }, w.skip),
    header(props),
    bars(props),
    main(props),
    line(props),
    footer(props),
    panel(props),
  );
}

function main(props: Props): JSX.Element {
  const { state, views, map } = props;
  if (state.tab !== 'lookup')
    return h('main', { id: 'list', class: 'view', tabIndex: -1 }, views?.[state.tab](props) ?? null);
  return h(
    'main',
    { class: `lookup${state.isOpen ? ' open' : ''}${state.map ? ' with-map' : ''}` },
    h('h1', { class: 'hidden' }, w.tabs.lookup),
    chips(props),
    h(
      'div',
      { class: 'left' },
      state.view === 'compare' ? compare(props) : list(props),
      state.map && map !== null ? h('div', { class: 'map-box' }, map(props)) : null,
    ),
    pane(props),
  );
}

function panel(props: Props): ComponentChild {
  const { state, views, send } = props;
  const own = state.panel;
  switch (own?.kind) {
    case 'palette':
      return palette(props, own);
    case 'filter':
      return filter(props, own);
    case 'until':
      return until(props, own.state);
    case 'deny':
      return deny(props);
    case 'waiting':
      return waiting(props);
    case 'paths':
      return paths(props, own);
    case 'history':
    case 'corrections':
      return h(
        Dialog,
        { label: w.buttons[own.kind], class: 'wide', onClose: () => send({ type: 'panel', panel: null }) },
        views?.[own.kind](props) ?? null,
      );
    case undefined:
      return null;
  }
}
