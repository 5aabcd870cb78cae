import { type ComponentChild, h, type JSX } from 'preact';
import { box } from './box.ts';
import { ownLines } from './call.ts';
import { crisisPanel } from './crisis.ts';
import { offlineView } from './offline.ts';
import type { StartProps } from './props.ts';
import { strip } from './strip.ts';
import { waitingView } from './waiting.ts';

/** What `more.ts` renders. Its code is loaded when a visitor begins. */
export interface Results {
  /** What is below the search box. */
  readonly body: readonly ComponentChild[];
  /** Panels that cover the rest of the finder. */
  readonly over: readonly ComponentChild[];
  /** Status text for screen readers. */
  readonly status: string;
  /** True if the map or the filters are next to the list. */
  readonly sided: boolean;
  /** True if the map's code must be loaded. */
  readonly mapped: boolean;
}

/**
 * Renders the whole finder.
 * @param results What the engine renders. Null before it is loaded.
 */
export function app(props: StartProps, results: Results | null): JSX.Element {
  const { state, settings, words } = props;
  const started = isStarted(props);
  const classes = ['finder', started ? 'searched' : 'start', settings.framed ? 'framed' : 'embedded'];
  if (results?.sided) classes.push('sided');
  return h(
    'div',
    { class: classes.join(' '), lang: words.code },
    h('slot', { name: 'crisis' }, strip(props)),
    h(
      'div',
      { class: 'band', part: 'band' },
      h('slot', { name: 'heading' }),
      settings.framed ? null : ownLines(props),
      box(props),
    ),
    settings.framed ? ownLines(props) : null,
    started ? null : h('div', { class: 'under-start' }, listed(props)),
    h('div', { class: 'body' }, crisisPanel(props), ...(results?.body ?? firstBody(props))),
    h('p', { id: 'status', class: 'hidden', role: 'status' }, results?.status ?? firstStatus(props)),
    ...(results?.over ?? []),
    state.act.kind === 'locate' ? h('p', { class: 'searching' }, words.waiting.locate) : null,
  );
}

/** True once there is a search, a result or a crisis: the box then shrinks to make room. */
export function isStarted({ state: { view, crisis, act } }: StartProps): boolean {
  return view !== null || crisis !== null || act.kind === 'search';
}

/** The content under the box while the rest of the code is loading, or if it did not load. */
function firstBody(props: StartProps): ComponentChild[] {
  const { act, view } = props.state;
  const inside = act.kind === 'search' ? waitingView(props) : view?.kind === 'problem' ? offlineView(props) : [];
  return inside.length === 0
    ? []
    : [h('section', { key: resultsKey(props), id: 'results', class: 'results' }, ...inside)];
}

/**
 * Key of the results' element. It changes when results arrive, so that they are a new element and do not replace grey
 * rows in place: browsers would count that as a layout shift, and screen readers may miss it.
 */
export function resultsKey({ state: { act, view } }: StartProps): string {
  return act.kind === 'search' && view?.kind !== 'answer' ? 'waiting' : 'came';
}

function firstStatus({ state: { act }, words }: StartProps): string {
  return act.kind === 'search' ? words.waiting.search : '';
}

/** Says how many centers in which states are listed, and that a search may be for somebody else. */
function listed({ state: { states }, words }: StartProps): JSX.Element {
  const count = states.reduce((sum, one) => sum + (one.centers ?? 0), 0);
  const names = words.and(states.map((one) => (states.length > 3 ? one.code : one.name)));
  return h(
    'p',
    { id: 'listed', class: 'hint' },
    states.length === 0 ? null : `${words.listed(count, names)} `,
    words.forOthers,
  );
}
