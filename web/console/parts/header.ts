import { h, type JSX } from 'preact';
import { icon } from '../../locator/parts/icons.ts';
import { consoleWords as w } from '../../words/console.ts';
import { offlineSince, type Tab } from '../state/state.ts';
import { keys } from './controls.ts';
import type { Props } from './props.ts';

/** Shows the product name, the search box, the views and who is signed in. */
export function header(props: Props): JSX.Element {
  return h(
    'header',
    { class: 'top' },
    h('p', { class: 'brand' }, house(), h('span', null, w.title)),
    box(props),
    tabs(props),
    person(props),
  );
}

/** The product's logo: a house with a lit window. */
function house(): JSX.Element {
  return h(
    'svg',
    { viewBox: '0 0 28 28', 'aria-hidden': 'true', focusable: 'false' },
    h('path', { class: 'walls', d: 'M3 13 14 4l11 9v11H3z' }),
    h('path', { class: 'window', d: 'M11.5 15h5v9h-5z' }),
  );
}

function box({ state, send, isHeld }: Props): JSX.Element {
  const { found, ms, query } = state;
  const count = found.kind === 'rows' ? w.found.count(found.rows.length, found.more) : '';
  return h(
    'form',
    {
      class: 'box',
      role: 'search',
      onSubmit: (event: Event) => event.preventDefault(),
    },
    icon('search'),
    h('label', { class: 'hidden', htmlFor: 'box' }, w.box.label),
    h('input', {
      id: 'box',
      type: 'text',
      value: query.text,
      placeholder: isHeld ? w.box.held : w.box.placeholder,
      readOnly: isHeld,
      maxLength: 200,
      autocomplete: 'off',
      autocapitalize: 'off',
      autocorrect: 'off',
      spellcheck: false,
      enterkeyhint: 'search',
      'aria-describedby': 'box-count',
      onInput: (event: Event) => send({ type: 'typed', text: (event.target as HTMLInputElement).value }),
    }),
    h(
      'span',
      { id: 'box-count', class: 'count' },
      count === '' ? '' : `${count}${ms === null ? '' : ` · ${w.box.inMs(ms)}`}`,
    ),
    state.settings.singleKeys ? keys('/') : null,
  );
}

function tabs({ state, send }: Props): JSX.Element {
  const tab = (name: Tab) =>
    h(
      'button',
      {
        type: 'button',
        'aria-current': state.tab === name ? 'page' : undefined,
        onClick: () => send({ type: 'tab', tab: name }),
      },
      w.tabs[name],
    );
  return h('nav', { class: 'tabs', 'aria-label': w.tabs.label }, tab('lookup'), tab('worklist'), tab('progress'));
}

function person(props: Props): JSX.Element {
  const { state, send } = props;
  const { session } = state.team;
  const isOffline = offlineSince(state) !== null;
  return h(
    'div',
    { class: 'person' },
    isOffline ? h('span', { class: 'off' }, h('i', { class: 'sign', 'aria-hidden': 'true' }), w.person.offline) : null,
    session.kind === 'in'
      ? [
          h('span', { class: 'who-in' }, w.person.as(session.person.name, session.person.groups.at(-1) ?? '')),
          h('button', { type: 'button', class: 'plain', onClick: () => send({ type: 'sign-out' }) }, w.person.signOut),
        ]
      : session.kind === 'out'
        ? h('button', { type: 'button', class: 'sign-in', onClick: () => send({ type: 'sign-in' }) }, w.person.signIn)
        : null,
  );
}
