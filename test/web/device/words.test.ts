import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { results } from '../../../web/locator/parts/body.ts';
import type { Answer } from '../../../web/locator/read/answer.ts';
import { problemWithout } from '../../../web/locator/read/problem-without.ts';
import type { Event } from '../../../web/locator/state/events.ts';
import { type OnDevice, type State, startState } from '../../../web/locator/state/state.ts';
import { step } from '../../../web/locator/state/step.ts';
import { en } from '../../../web/words/en.ts';
import { es } from '../../../web/words/es.ts';
import { centerAt, dataset, help } from '../facts-about.ts';
import { propsOf } from '../props-of.ts';

const at = Date.parse('2026-11-29T17:05:00Z');
const languages = [
  ['English', en],
  ['Spanish', es],
] as const;
const answer: Answer = {
  origin: { kind: 'zip', label: 'Phoenix, AZ 85004', location: { lat: 33.4, lng: -112 } },
  query: {},
  results: ['a', 'b'].map((name) => ({ ...centerAt(name, { lat: 33, lng: -112 }), distance: { miles: 1 } })),
  unknown: { count: 0 },
  next: null,
  dataset,
  help,
};

function after(state: State, ...events: readonly Event[]): State {
  return events.reduce((now, event) => step(now, event)[0], state);
}
const searching = (onlyDevice = true) => after(startState({}, {}, onlyDevice), { type: 'place-taken', label: '85004' });
const failed = (kind: string, onlyDevice = true, told: Partial<OnDevice> = {}) => {
  const state = searching(onlyDevice);
  return after(
    state,
    { type: 'device', told },
    { type: 'failed', turn: state.act.turn, problem: problemWithout(0, kind) },
  );
};
const shown = (told: Partial<OnDevice>) => {
  const state = searching();
  return after(state, { type: 'device', told }, { type: 'answered', turn: state.act.turn, answer, from: 'device' });
};

/** The text that a visitor reads, and that a screen reader announces. */
function told(state: State, words: typeof en): { readonly html: string; readonly status: string } {
  const { body, over, status } = results({ ...propsOf({ state, words }), map: null });
  return { html: renderToString(h('div', null, ...body, ...over)), status };
}

describe.each(languages)('in %s', (language, words) => {
  const { device: w } = words;

  test('a download says how far it is, and why it is made', () => {
    const loaded: Event = { type: 'device', told: { bytes: 471_441, loaded: 178_000 } };
    const own = told(after(searching(), loaded), words);
    expect(own.html).toContain(w.downloaded(178, 471));
    expect(own.html).toContain(w.downloadHint);
    expect(own.html).toMatch(/<progress max="471" value="178" aria-label="/);
    expect(own.status).toBe(w.downloading);
    // The page does not announce a download in advance if the API answers.
    const ahead = after(searching(false), loaded);
    expect(told(ahead, words).html).not.toContain('<progress');
    expect(told(after(ahead, { type: 'instead', turn: ahead.act.turn }), words).html).toContain(w.insteadHint);
  });

  test.each([
    ['too-large', w.tooLarge, false],
    ['damaged', w.damaged, true],
    ['updating', w.updating, true],
    ['no-answer', words.problem.offline, true],
  ])('the problem "%s" says what happened, what to do, and whom to call', (kind, heading, mayRetry) => {
    const { html } = told(failed(kind), words);
    expect(html).toContain(heading);
    expect(html.includes(words.problem.retry)).toBe(mayRetry);
    expect(html).toContain('tel:+18006624357');
  });

  test.each([
    [true, w.askHint(470)],
    [false, w.askInstead(470)],
  ])('the question under Save-Data names the size (search on the device alone: %s)', (onlyDevice, hint) => {
    const { html } = told(failed('save-data', onlyDevice, { bytes: 471_441 }), words);
    expect(html).toContain(w.ask);
    expect(html).toContain(hint);
    expect(html).toContain(w.allow(470));
    expect(html).toContain('tel:+18006624357');
    expect(html.includes(words.problem.retry)).toBe(!onlyDevice);
  });

  test('current listings say since when, and old ones that they are being checked', () => {
    const current = told(shown({ version: dataset.version, checkedAt: at, check: 'current' }), words);
    expect(current.html).toContain(w.checked(at));
    expect(current.html).not.toContain('class="note age"');
    const checking = told(shown({ version: dataset.version, checkedAt: at, check: 'checking' }), words);
    expect(checking.html).toContain(w.checking);
    expect(checking.html).toContain('aria-busy="true"');
    expect(checking.status).toBe(w.checking);
  });

  test('listings that nobody could check say their day and time wherever a number is', () => {
    const list = shown({ version: dataset.version, checkedAt: at, check: 'failed' });
    const opened = after(list, { type: 'opened', id: 'a' });
    const compared = after(list, { type: 'compared', id: 'a' }, { type: 'panel', panel: 'compare' });
    const said = w.asOf(at);
    const count = (state: State) => told(state, words).html.split(said).length - 1;
    expect([count(list), count(opened), count(compared)]).toEqual([1, 2, 1]);
    expect(told(list, words).html).not.toContain(w.checked(at));
    // The page shows the visitor's local time. The tests run ten hours west of Greenwich.
    expect(said).toContain('2026');
    expect(said).toMatch(
      language === 'English' ? /November 29, 2026 at 7:05\sAM; we could not check/ : /29 de noviembre de 2026.*7:05/,
    );
  });
});
