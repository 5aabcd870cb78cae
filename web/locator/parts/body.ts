import { type ComponentChild, h, type JSX } from 'preact';
import { isMapShown } from '../state/state.ts';
import { type Results, resultsKey } from './app.ts';
import { chipRow } from './chips.ts';
import { compareView } from './compare.ts';
import { filterSheet } from './filters.ts';
import { levelSheet } from './levels.ts';
import { downloadView, isChecking, isDownloading } from './listings.ts';
import { type MapParts, mapView } from './map-view.ts';
import { missingPlace, problemView } from './problem.ts';
import type { Props } from './props.ts';
import { answerView } from './results.ts';
import { waitingView } from './waiting.ts';

interface BodyProps extends Props {
  /** The map's components. Null if they are not loaded. */
  readonly map: MapParts | null;
}

/** Renders everything that the engine adds to the start. */
export function results(props: BodyProps): Results {
  const { state, settings } = props;
  const over = [
    state.panel === 'levels' ? levelSheet(props) : null,
    state.panel === 'filters' && !(settings.wide && isAnswer(props)) ? filterSheet({ ...props, modal: true }) : null,
  ];
  const sided = hasSide(props);
  // With `onlyDevice`, the map loads after every search, whatever was found: otherwise its requests would reveal
  // something about the results.
  const mapped = sided || (state.onlyDevice && settings.wide && state.view !== null);
  return { body: [...main(props), side(props)], over, status: statusText(props), sided, mapped };
}

function isAnswer({ state: { view } }: BodyProps): boolean {
  return view?.kind === 'answer';
}

function main(props: BodyProps): ComponentChild[] {
  const { state } = props;
  const { view, act } = state;
  if (state.panel === 'compare' && view?.kind === 'answer') return [compareView(props)];
  const checking = isChecking(props);
  const again = (act.kind === 'search' && view?.kind === 'answer') || checking;
  const inside = insideOf(props);
  if (inside.length === 0) return [];
  return [
    view === null || view.kind === 'where' ? null : chipRow(props),
    h(
      'section',
      {
        key: resultsKey(props),
        id: 'results',
        class: again ? 'results again' : 'results',
        part: 'results',
        'aria-busy': act.kind === 'search' || act.kind === 'more' || checking ? 'true' : undefined,
        ...(view === null ? {} : { 'aria-labelledby': 'results-heading' }),
      },
      again ? searching(props) : null,
      ...inside,
    ),
  ];
}

function insideOf(props: BodyProps): ComponentChild[] {
  const { view, act } = props.state;
  if (view?.kind === 'answer') return answerView(props, view);
  if (isDownloading(props)) return downloadView(props);
  if (act.kind === 'search') return waitingView(props);
  if (view?.kind === 'problem') return problemView(props, view.problem);
  return view?.kind === 'where' ? missingPlace(props, null) : [];
}

/** Note above earlier results that a new search is running. It appears within 100 ms and moves nothing. */
function searching(props: Props): JSX.Element {
  const { act } = props.state;
  const { waiting, device } = props.words;
  const text = act.kind !== 'search' ? device.checking : act.slow ? waiting.slow : waiting.search;
  return h('p', { class: 'searching' }, isDownloading(props) ? device.downloading : text);
}

function hasSide({ state, settings: { wide } }: BodyProps): boolean {
  if (state.view?.kind !== 'answer' || state.panel === 'compare') return false;
  return isMapShown(state, wide) || (wide && state.panel === 'filters');
}

/** The map, or the filters in its place: next to the list on a wide screen, above it on a phone. */
function side(props: BodyProps): JSX.Element | null {
  const { state, settings, map } = props;
  const { wide } = settings;
  if (!hasSide(props)) return null;
  return h(
    'div',
    { class: 'side' },
    isMapShown(state, wide) ? h('div', { class: 'map-box' }, map === null ? null : mapView(props, map)) : null,
    wide && state.panel === 'filters' ? filterSheet({ ...props, modal: false }) : null,
  );
}

/** Status for screen readers: what is running, or the number of suggestions. */
function statusText(props: Props): string {
  const { state, words } = props;
  const { act, added, suggestions } = state;
  if (act.kind === 'locate') return words.waiting.locate;
  if (act.kind === 'more') return words.waiting.more;
  if (isDownloading(props)) return words.device.downloading;
  if (isChecking(props)) return words.device.checking;
  if (act.kind === 'search') return act.slow ? words.waiting.slow : words.waiting.search;
  if (suggestions.open) return words.box.found(suggestions.labels.length);
  if (added !== null) return words.results.added(added.count, added.from + added.count);
  if (state.copied === null) return '';
  return state.copied.what === 'refused' ? words.opened.copyRefused : words.opened.copied;
}
