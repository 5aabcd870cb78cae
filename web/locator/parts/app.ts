import { type ComponentChild, h, type JSX } from 'preact';
import { shownResults } from '../state/state.ts';
import { box } from './box.ts';
import { ownLines } from './call.ts';
import { crisisPanel } from './crisis.ts';
import { statesText } from './outside.ts';
import { missingPlace, problemView } from './problem.ts';
import type { Props } from './props.ts';
import { strip } from './strip.ts';
import { waitingView } from './waiting.ts';

/** What is loaded once a visitor begins: see `more.ts`. */
export type More = Pick<
  typeof import('./more.ts'),
  'answerView' | 'chipRow' | 'compareView' | 'filterSheet' | 'levelSheet'
>;

interface AppProps extends Props {
  readonly more: More | null;
  /** Wide enough for panels beside the list. */
  readonly wide: boolean;
  /** The map, where it is loaded and wanted. */
  readonly map: ComponentChild;
}

/** The whole finder. */
export function app(props: AppProps): JSX.Element {
  const { state, settings, wide, more } = props;
  const started = isStarted(props);
  const classes = ['finder', started ? 'searched' : 'start', settings.framed ? 'framed' : 'embedded'];
  if (state.panel === 'compare') classes.push('comparing');
  if (hasSide(props)) classes.push('sided');
  return h(
    'div',
    { class: classes.join(' '), lang: props.words.code },
    h('slot', { name: 'crisis' }, strip(props)),
    h('div', { class: 'band' }, h('slot', { name: 'heading' }), settings.framed ? null : ownLines(props), box(props)),
    settings.framed ? ownLines(props) : null,
    started ? null : h('div', { class: 'under-start' }, listed(props), h('slot', { name: 'start' })),
    h('div', { class: 'body' }, ...bodyOf(props), side(props)),
    h('p', { id: 'status', class: 'hidden', role: 'status' }, statusText(props)),
    state.panel === 'levels' && more !== null ? more.levelSheet(props) : null,
    state.panel === 'filters' && !wide && more !== null ? more.filterSheet({ ...props, modal: true }) : null,
  );
}

/** Something was asked: the box shrinks, and what came takes the room. */
export function isStarted({ state: { view, crisis, act } }: Props): boolean {
  return view !== null || crisis !== null || act.kind === 'search';
}

function bodyOf(props: AppProps): ComponentChild[] {
  const { state, more } = props;
  const { view, act } = state;
  const searching = act.kind === 'search';
  if (state.panel === 'compare' && view?.kind === 'answer' && more !== null) return [more.compareView(props)];
  const chips = view === null || view.kind === 'where' || more === null ? null : more.chipRow(props);
  const inside =
    view?.kind === 'answer' && more !== null
      ? more.answerView(props, view)
      : searching || view?.kind === 'answer'
        ? waitingView(props)
        : view?.kind === 'problem'
          ? problemView(props, view.problem)
          : view?.kind === 'where'
            ? missingPlace(props)
            : [];
  return [
    crisisPanel(props),
    chips,
    inside.length === 0
      ? null
      : h(
          'section',
          {
            id: 'results',
            class: searching && view?.kind === 'answer' ? 'results again' : 'results',
            part: 'results',
            'aria-busy': act.kind === 'search' || act.kind === 'more' || undefined,
            ...(view === null || view.kind !== 'answer' ? {} : { 'aria-labelledby': 'results-heading' }),
          },
          searching && view?.kind === 'answer' ? again(props) : null,
          ...inside,
        ),
  ];
}

/** A search over results that are still shown: said within 100 ms, without moving anything. */
function again({ state: { act }, words: { waiting } }: Props): JSX.Element {
  return h('p', { class: 'searching' }, act.slow ? waiting.slow : waiting.search);
}

function hasSide({ state, wide }: AppProps): boolean {
  if (state.view?.kind !== 'answer' || state.panel === 'compare') return false;
  return state.mapShown || (wide && state.panel === 'filters');
}

/** Beside the list on a wide screen, above it on a phone: the map, or the filters over it. */
function side(props: AppProps): JSX.Element | null {
  const { state, wide, map, more } = props;
  if (!hasSide(props)) return null;
  return h(
    'div',
    { class: 'side' },
    state.mapShown && shownResults(state).length > 0 ? h('div', { class: 'map-box' }, map) : null,
    wide && state.panel === 'filters' && more !== null ? more.filterSheet({ ...props, modal: false }) : null,
  );
}

/** What is listed at all, and that a search may be for somebody else. */
function listed({ state: { states }, words }: Props): JSX.Element {
  const count = states.reduce((sum, one) => sum + (one.centers ?? 0), 0);
  const codes = states.map(({ code }) => code);
  return h(
    'p',
    { id: 'listed', class: 'hint' },
    states.length === 0
      ? null
      : `${words.listed(count, codes.length > 3 ? words.and(codes) : statesText(words, codes))} `,
    words.forOthers,
  );
}

/** For a screen reader: what is under way, and how many suggestions there are. */
function statusText({ state, words }: Props): string {
  const { act, added, suggestions, wait } = state;
  if (act.kind === 'locate') return words.waiting.locate;
  if (act.kind === 'more') return words.waiting.more;
  if (act.kind === 'search') return act.slow ? words.waiting.slow : words.waiting.search;
  if (suggestions.open) return words.box.found(suggestions.labels.length);
  if (added !== null) return words.results.added(added.count, added.from + added.count);
  if (state.copied !== null) return words.opened.copied;
  if (state.view?.kind === 'problem' && wait > 0) return '';
  return '';
}
