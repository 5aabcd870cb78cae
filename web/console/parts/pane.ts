import { h, type JSX } from 'preact';
import { addressText } from '../../locator/read/address.ts';
import { consoleWords as w } from '../../words/console.ts';
import type { Opened } from '../engine/found.ts';
import { fieldsOf, rowsOf } from '../state/state.ts';
import { calling } from './calling.ts';
import { conflicts } from './conflict.ts';
import { button } from './controls.ts';
import { factRows, factsOf, moreFactsOf, steps } from './facts.ts';
import type { Props } from './props.ts';
import { recording } from './recording.ts';
import { unbroken } from './telling.ts';

/** Shows the chosen center: how to call it, then what to record, then what is listed. */
export function pane(props: Props): JSX.Element {
  const { opened } = props.state;
  return h(
    'aside',
    { id: 'pane', class: 'pane', 'aria-label': opened?.center.name ?? w.pane.none, tabIndex: -1 },
    ...(opened === null ? [h('p', { class: 'fine none' }, w.pane.none)] : [center(props, opened), acts(props, opened)]),
  );
}

function center(props: Props, opened: Opened): JSX.Element {
  const { state, send } = props;
  const { details } = state;
  const { name, address, location, sample, website } = opened.center;
  const row = rowsOf(state).find((one) => one.center.id === opened.center.id);
  const code = details !== null && typeof details === 'object' ? details.private.facilityCode : null;
  const far = row?.miles == null ? '' : ` ·\u00a0${w.miles(row.miles).replace(' ', '\u00a0')}`;
  return h(
    'div',
    { class: 'center-pane' },
    h('button', { type: 'button', class: 'do back', onClick: () => send({ type: 'close' }) }, w.pane.back),
    h(
      'div',
      { class: 'name' },
      h('h2', null, unbroken(name)),
      code === null ? null : h('p', { class: 'code' }, h('span', null, w.pane.code), h('b', null, code)),
    ),
    h('p', { class: 'where' }, `${addressText(address)}${far}`),
    sample || location.accuracy === 'zip'
      ? h(
          'p',
          { class: 'fine' },
          [...(sample ? [w.sure.example] : []), ...(location.accuracy === 'zip' ? [w.pane.approximate] : [])].join(
            ' · ',
          ),
        )
      : null,
    ...conflicts(props),
    ...calling(props, opened),
    recording(props, opened),
    h(
      'dl',
      { class: 'facts' },
      ...factRows(factsOf(opened, fieldsOf(state))),
      ...steps(props, opened),
      ...factRows(moreFactsOf(opened, fieldsOf(state))),
      ...site(website),
    ),
  );
}

/** Buttons about the open center, which are always visible. */
function acts(props: Props, opened: Opened): JSX.Element {
  const { state } = props;
  const isMarked = state.marked.includes(opened.center.id);
  return h(
    'div',
    { class: 'acts last' },
    button(props, { name: 'summary' }),
    button(props, { name: 'link' }),
    button(props, { name: 'mark', pressed: isMarked, label: isMarked ? w.buttons.unmark : w.buttons.mark }),
    button(props, { name: 'history' }),
    state.team.session.kind === 'in' && state.team.session.person.groups.includes('editor')
      ? button(props, { name: 'corrections' })
      : null,
  );
}

const site = (website: string | null) =>
  website === null
    ? []
    : [
        h('dt', null, w.pane.facts.website),
        h('dd', null, h('a', { href: website, rel: 'noreferrer', target: '_blank' }, new URL(website).host)),
      ];
