import { h, type JSX } from 'preact';
import type { Words } from '../../words/en.ts';
import { asSentence } from '../../words/text.ts';
import { MOST_BYTES } from '../read/most-bytes.ts';
import { mayRetry } from '../read/problem.ts';
import type { Problem } from '../state/state.ts';
import { icon } from './icons.ts';
import { aboutKilobytes, kilobytes } from './listings.ts';
import { helplineNote } from './offline.ts';
import { outside, outsideHeading, outsideHelp, outsideText } from './outside.ts';
import type { Props } from './props.ts';
import { title } from './title.ts';

interface Told {
  readonly heading: string;
  readonly hint: string;
}

/** A problem in the visitor's words. It does not use the API's messages, which are in English and about parameters. */
export function problemWords(words: Words, problem: Problem, wait: number): Told {
  const { problem: w } = words;
  const { status, kind, fields, candidates, state, crisis } = problem;
  const own = deviceProblem(words, kind);
  if (own !== null) return own;
  if (kind === 'broken') return { heading: w.broken, hint: w.unavailableHint };
  if (status === 0) return { heading: w.offline, hint: w.offlineHint };
  if (status === 429) return { heading: w.busy, hint: w.busyHint(wait) };
  if (status >= 500) return { heading: w.unavailable, hint: w.unavailableHint };
  if (kind === 'too-broad') return { heading: w.broad, hint: w.broadHint };
  if (state !== null) return { heading: w.wholeState(words.stateName(state)), hint: w.wholeStateHint };
  if (candidates.length > 0) return { heading: w.which, hint: w.whichHint };
  const onlyPlace = fields.length === 1 && fields[0] === 'near';
  return onlyPlace && !crisis ? { heading: w.unfound, hint: w.unfoundHint } : { heading: w.unread, hint: w.unreadHint };
}

/** Says why the device has no listings to search. */
function deviceProblem({ device: w }: Words, kind: string): Told | null {
  if (kind === 'too-large') return { heading: w.tooLarge, hint: w.tooLargeHint(kilobytes(MOST_BYTES)) };
  if (kind === 'damaged') return { heading: w.damaged, hint: w.damagedHint };
  if (kind === 'updating') return { heading: w.updating, hint: w.updatingHint };
  return null;
}

/** Asks the visitor whether to download the listings, because the browser asks websites to save data. */
function downloadQuestion({ state, words, send }: Props): (JSX.Element | null)[] {
  const { device: w } = words;
  const size = aboutKilobytes(state.device.bytes ?? 0);
  return [
    title(w.ask),
    h('p', null, state.onlyDevice ? w.askHint(size) : w.askInstead(size)),
    h('button', { type: 'button', class: 'solid', onClick: () => send({ type: 'download-allowed' }) }, w.allow(size)),
    state.onlyDevice
      ? null
      : h('button', { type: 'button', class: 'quiet', onClick: () => send({ type: 'retry' }) }, words.problem.retry),
    helplineNote(words),
  ];
}

/**
 * After a search on the device that did not find its place: names the states whose places the device knows. Null
 * otherwise.
 */
function placesOf({ state: { onlyDevice, states }, words }: Props, { status, fields }: Problem): JSX.Element | null {
  if (!onlyDevice || status !== 400 || states.length === 0 || fields.join() !== 'near') return null;
  return h('p', null, words.device.placesOf(words.and(states.map(({ code }) => code))));
}

/** A problem in the visitor's words: why there is no answer, what to do, and whom to call in the meantime. */
export function problemView(props: Props, problem: Problem): (JSX.Element | null)[] {
  const { state, words, send } = props;
  const { coverage } = problem;
  if (coverage !== null && !coverage.origin.listed) {
    const found = outside(coverage, null, null);
    return [
      title(outsideHeading(words, found)),
      h('p', null, outsideText(words, found)),
      ...outsideHelp(props, found, false),
    ];
  }
  if (problem.kind === 'save-data') return downloadQuestion(props);
  if (problem.kind === 'location-needed') return missingPlace(props, problem);
  const { heading, hint } = problemWords(words, problem, state.wait);
  // The API's own message may name the nearest valid value; it is in English. Choices are buttons, and need none.
  const tells = words.code === 'en' && problem.status === 400 && !problem.state && problem.candidates.length === 0;
  const details = tells ? problem.messages.map(asSentence) : [];
  return [
    title(heading),
    ...(details.length === 0
      ? [h('p', null, hint), placesOf(props, problem)]
      : details.map((message) => h('p', { key: message }, message))),
    choices(props, problem),
    mayRetry(problem) && problem.kind !== 'too-large'
      ? h(
          'button',
          { type: 'button', class: 'solid', disabled: state.wait > 0, onClick: () => send({ type: 'retry' }) },
          words.problem.retry,
        )
      : h('button', { type: 'button', class: 'quiet', onClick: () => send({ type: 'edit' }) }, words.results.change),
    helplineNote(words),
  ];
}

function choices({ words, send }: Props, { candidates, state }: Problem): JSX.Element | null {
  if (state !== null) {
    const label = words.box.allOf(words.stateName(state));
    return h(
      'button',
      { type: 'button', class: 'solid', onClick: () => send({ type: 'state-taken', code: state, label }) },
      label,
    );
  }
  if (candidates.length === 0) return null;
  return h(
    'p',
    { class: 'choices' },
    ...candidates.map((label) =>
      h(
        'button',
        { key: label, type: 'button', class: 'chip plain', onClick: () => send({ type: 'place-taken', label }) },
        label,
      ),
    ),
  );
}

/**
 * Asks for the place, if a search lacks only that: a tap or a ZIP completes it. If the search named a plan of one
 * state, offers that whole state.
 */
export function missingPlace(props: Props, problem: Problem | null): (JSX.Element | null)[] {
  const { words, send } = props;
  const { problem: w, box } = words;
  const state = problem?.state ?? null;
  return [
    title(state === null ? w.where : w.whereIn(words.stateName(state))),
    h('p', null, state === null ? w.whereHint : w.whereInHint(words.stateName(state))),
    problem === null ? null : choices(props, problem),
    h('button', { type: 'button', class: 'solid', onClick: () => send({ type: 'locate' }) }, icon('here'), box.locate),
    h('p', { class: 'hint' }, props.state.onlyDevice ? box.areaHere : box.area),
    h('button', { type: 'button', class: 'quiet', onClick: () => send({ type: 'edit' }) }, w.typePlace),
    helplineNote(words),
  ];
}
