import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../web/locator/read/answer.ts';
import { problemWithout } from '../../../web/locator/read/problem-without.ts';
import type { Effect, Event } from '../../../web/locator/state/events.ts';
import { type State, shownResults, startState } from '../../../web/locator/state/state.ts';
import { step } from '../../../web/locator/state/step.ts';
import { centerAt, dataset, help } from '../facts-about.ts';

const phoenix = { lat: 33.45, lng: -112.07, accuracyMeters: 20 };

/** An answer from the given version of the listings, with these centers. */
function answerOf(version: string, names: readonly string[], next: string | null = null, kind = 'zip'): Answer {
  return {
    origin: { kind, label: 'Phoenix, AZ 85004', location: { lat: 33.4, lng: -112 } },
    query: {},
    results: names.map((name, at) => ({ ...centerAt(name, { lat: 33, lng: -112 }), distance: { miles: at + 1 } })),
    unknown: { count: 0 },
    next,
    dataset: { ...dataset, version },
    help,
  };
}

function after(state: State, ...events: readonly Event[]): { readonly state: State; readonly effects: Effect[] } {
  const effects: Effect[] = [];
  let now = state;
  for (const event of events) {
    const [next, ...done] = step(now, event);
    now = next;
    effects.push(...done);
  }
  return { state: now, effects };
}

/** A finder that shows an answer from the device. */
function showing(answer: Answer, onlyDevice = true): State {
  const listed: Event = { type: 'device', told: { version: answer.dataset.version, check: 'current' } };
  const { state } = after(startState({}, {}, onlyDevice), listed, { type: 'place-taken', label: '85004' });
  return after(state, { type: 'answered', turn: state.act.turn, answer, from: 'device' }).state;
}
const names = (state: State) => shownResults(state).map(({ center }) => center.id);
const newer: Event = { type: 'device', told: { version: 'two', check: 'current' } };
const renewals = (effects: readonly Effect[]) => effects.filter((one) => one.do === 'renew');
const foundOf = ({ view }: State) => {
  if (view?.kind !== 'answer') throw new Error('no answer is shown');
  return view.found;
};

describe('listings that change while they are shown', () => {
  test('are searched again, and what is left of them is shown', () => {
    const before = showing(answerOf('one', ['a', 'b', 'c']));
    const { state, effects } = after(before, newer);
    expect(renewals(effects)).toEqual([{ do: 'renew', found: foundOf(before) }]);
    const renewed = after(state, { type: 'renewed', found: foundOf(before), answers: [answerOf('two', ['a', 'c'])] });
    expect(names(renewed.state)).toEqual(['a', 'c']);
    expect(renewed.state.view).toMatchObject({ notes: [{ kind: 'renewed' }] });
    expect(renewals(after(renewed.state, newer).effects)).toEqual([]);
  });

  test('are searched again as soon as an answer of older ones is there', () => {
    const started = after(startState({}, {}, true), { type: 'place-taken', label: '85004' }, newer);
    expect(renewals(started.effects)).toEqual([]);
    const { turn } = started.state.act;
    const late = after(started.state, { type: 'answered', turn, answer: answerOf('one', ['a']), from: 'device' });
    expect(renewals(late.effects).length).toBe(1);
  });

  test('say nothing where nothing that is shown changed', () => {
    const before = showing(answerOf('one', ['a', 'b']));
    const { state } = after(before, newer, {
      type: 'renewed',
      found: foundOf(before),
      answers: [answerOf('two', ['a', 'b'])],
    });
    expect(state.view).toMatchObject({ notes: [] });
  });

  test('keep an opened card and what is compared, if the centers are still there', () => {
    const before = after(
      showing(answerOf('one', ['a', 'b', 'c'])),
      { type: 'compared', id: 'a' },
      { type: 'compared', id: 'b' },
      { type: 'opened', id: 'b' },
      { type: 'details', id: 'b', details: { offerings: [], up: null, down: null } },
    ).state;
    const found = foundOf(before);
    const kept = after(before, newer, { type: 'renewed', found, answers: [answerOf('two', ['b', 'c'])] });
    expect(kept.state).toMatchObject({ opened: 'b', compared: ['b'], details: { b: 'loading' } });
    expect(kept.effects.at(-1)).toEqual({ do: 'details', id: 'b', level: null });
    const gone = after(before, newer, { type: 'renewed', found, answers: [answerOf('two', ['a', 'c'])] });
    expect(gone.state).toMatchObject({ opened: null, compared: ['a'], details: {} });
  });

  test('keep as many pages as were shown', () => {
    const first = showing(answerOf('one', ['a', 'b'], 'more'));
    const asking = after(first, { type: 'more' }).state;
    const second = answerOf('one', ['c', 'd'], 'more');
    const before = after(asking, { type: 'answered', turn: asking.act.turn, answer: second, from: 'device' }).state;
    const answers = [answerOf('two', ['a', 'b'], 'more'), answerOf('two', ['d', 'e'])];
    const { state } = after(before, newer, { type: 'renewed', found: foundOf(before), answers });
    expect(names(state)).toEqual(['a', 'b', 'd', 'e']);
    expect(foundOf(state)).toMatchObject({ more: false, complete: true, from: 'device' });
  });

  test('do not come back into a newer search', () => {
    const before = showing(answerOf('one', ['a']));
    const found = foundOf(before);
    const { state } = after(before, newer, { type: 'typed', text: '80202' }, { type: 'submitted' });
    const answered = after(state, {
      type: 'answered',
      turn: state.act.turn,
      answer: answerOf('two', ['x']),
      from: 'device',
    });
    const late = after(answered.state, { type: 'renewed', found, answers: [answerOf('two', ['a'])] });
    expect(names(late.state)).toEqual(['x']);
  });

  test('leave what the API answered alone', () => {
    const { state } = after(startState(), { type: 'place-taken', label: '85004' });
    const shown = after(state, { type: 'answered', turn: state.act.turn, answer: answerOf('one', ['a']) }).state;
    expect(renewals(after(shown, newer).effects)).toEqual([]);
  });
});

describe('where the device searches', () => {
  test('its own point is the start, and is called "you"', () => {
    const { state } = after(startState({}, {}, true), { type: 'locate' });
    const located = after(state, { type: 'located', turn: state.act.turn, point: phoenix });
    const [search] = located.effects.filter((one) => one.do === 'search');
    expect(search?.fields).toEqual({ near: '33.450000,-112.070000', limit: 10 });
    const answered = after(located.state, {
      type: 'answered',
      turn: located.state.act.turn,
      answer: answerOf('one', ['a'], 'more', 'point'),
      from: 'device',
    });
    expect(foundOf(answered.state)).toMatchObject({ held: null, more: true, answer: { origin: { label: '' } } });
    const [more] = after(answered.state, { type: 'more' }).effects.filter((one) => one.do === 'search');
    expect(more?.fields).toEqual({ near: '33.450000,-112.070000', limit: 10, cursor: 'more' });
  });

  test('instead of the API, that is said', () => {
    const { state } = after(startState(), { type: 'place-taken', label: '85004' });
    const { turn } = state.act;
    const waiting = after(state, { type: 'instead', turn }).state;
    expect(waiting.act.instead).toBe(true);
    expect(after(state, { type: 'instead', turn: turn - 1 }).state.act.instead).toBe(false);
    const shown = after(waiting, { type: 'answered', turn, answer: answerOf('one', ['a']), from: 'device' }).state;
    expect(shown.view).toMatchObject({ notes: [{ kind: 'taken-over' }] });
    expect(showing(answerOf('one', ['a'])).view).toMatchObject({ notes: [] });
  });

  test('a page that the API owes begins the search again', () => {
    const { state } = after(startState(), { type: 'place-taken', label: '85004' });
    const shown = after(state, {
      type: 'answered',
      turn: state.act.turn,
      answer: answerOf('one', ['a'], 'more'),
    }).state;
    const asking = after(shown, { type: 'more' }).state;
    const { effects } = after(asking, {
      type: 'failed',
      turn: asking.act.turn,
      problem: problemWithout(410, 'taken-over'),
    });
    const [search] = effects.filter((one) => one.do === 'search');
    expect(search?.fields).toEqual({ near: '85004', limit: 10 });
  });

  test('a download that the visitor allows comes before the same search', () => {
    const { state } = after(startState({}, {}, true), { type: 'typed', text: 'iop in tucson' }, { type: 'submitted' });
    const problem = problemWithout(0, 'save-data');
    const asked = after(state, { type: 'failed', turn: state.act.turn, problem });
    const { effects } = after(asked.state, { type: 'download-allowed' });
    expect(effects.map((one) => one.do)).toEqual(['allow-download', 'search', 'emit']);
    expect(effects[1]).toMatchObject({ fields: { q: 'iop in tucson' } });
  });

  test('the listings outlive "forget", and the search does not', () => {
    const shown = showing(answerOf('one', ['a']));
    const { state } = after(shown, { type: 'forget' });
    expect(state).toMatchObject({ onlyDevice: true, device: { version: 'one' }, view: null, text: '' });
  });
});
