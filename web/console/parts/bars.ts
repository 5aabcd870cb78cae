import { h, type JSX } from 'preact';
import { consoleWords as w } from '../../words/console.ts';
import type { Act, Outcome } from '../ports.ts';
import { namesOf } from '../state/recording.ts';
import { offlineSince } from '../state/state.ts';
import type { Props } from './props.ts';
import { factsText } from './telling.ts';

/**
 * Bars above the rows: a caller's danger to life, an outage, an ended session, and results of key presses that had
 * waited.
 */
export function bars(props: Props): JSX.Element {
  return h('div', { class: 'bars' }, crisisBar(props), offlineBar(props), endedBar(props), ...settled(props));
}

function crisisBar({ state: { found } }: Props): JSX.Element | null {
  if (found.kind === 'empty' || !found.crisis) return null;
  return h(
    'div',
    { class: 'bar night', role: 'alert' },
    h('p', null, h('b', null, w.found.crisis), ' ', w.found.crisisDo),
    h('a', { href: 'tel:988' }, '988'),
  );
}

const ON_ITS_WAY_MS = 5_000;

function offlineBar({ state, send, now }: Props): JSX.Element | null {
  const since = offlineSince(state);
  const { checkedAt, isOpen } = state.listings;
  const { length: count } = state.team.waiting;
  if (since === null) {
    // An act that was sent moments ago may get its answer any time, so it is not yet called waiting.
    const [first] = state.team.waiting;
    if (first === undefined || now - Date.parse(first.pressedAt) < ON_ITS_WAY_MS) return null;
    return h(
      'div',
      { class: 'bar lamp', role: 'status' },
      h('p', null, h('b', null, w.offline.waiting(count)), w.offline.waitingHow),
      see(),
    );
  }
  const age = checkedAt === null ? '' : w.offline.age(Math.floor((now - checkedAt) / 60_000));
  return h(
    'div',
    { class: 'bar lamp', role: 'status' },
    h('i', { class: 'sign', 'aria-hidden': 'true' }),
    h(
      'p',
      null,
      h('b', null, w.offline.since(w.moment(since, now))),
      isOpen && checkedAt !== null ? ` ${w.offline.copy(w.moment(checkedAt, now), age)}` : null,
      count === 0 ? null : [' ', h('b', null, w.offline.waiting(count)), w.offline.waitingHow],
    ),
    count === 0 ? null : see(),
  );
  function see() {
    return h(
      'button',
      { type: 'button', class: 'quiet', onClick: () => send({ type: 'panel', panel: { kind: 'waiting' } }) },
      w.offline.see(count),
    );
  }
}

/** One line for the result of each key press that had waited. */
function settled({ state, send, now, nameOf }: Props): JSX.Element[] {
  return state.team.settled.slice(0, MOST_SETTLED).map(({ act, outcome }) => {
    const { level } = namesOf(state, act);
    const what = `${nameOf(act.center)}, ${w.levelName(level)}: ${factsText(act.facts, now)}.`;
    return h(
      'div',
      { key: act.id, class: 'bar lamp', role: 'status' },
      h('p', null, h('b', null, settledText(outcome, act)), ` ${what}`),
      h(
        'button',
        { type: 'button', class: 'quiet', onClick: () => send({ type: 'dismiss', id: act.id }) },
        w.line.hide,
      ),
    );
  });
}

const MOST_SETTLED = 2;

function settledText(outcome: Outcome, { facts }: Act): string {
  if (outcome.kind === 'refused') return w.line.refused(outcome.problem.detail ?? outcome.problem.title);
  if (outcome.kind !== 'recorded') return w.waiting.title;
  return outcome.history.length === Object.keys(facts).length ? w.waiting.history : w.waiting.recorded;
}

function endedBar({ state, send }: Props): JSX.Element | null {
  const { session } = state.team;
  if (session.kind !== 'out' || !session.ended) return null;
  return h(
    'div',
    { class: 'bar lamp', role: 'status' },
    h('p', null, w.person.ended),
    h('button', { type: 'button', class: 'quiet', onClick: () => send({ type: 'sign-in' }) }, w.person.signIn),
  );
}
