import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readsAsCrisis } from '../../../functions/crisis/crisis.ts';
import type { Answer } from '../../../web/locator/read/answer.ts';
import { problemWithout } from '../../../web/locator/read/problem-without.ts';
import { early, showCrisis } from '../../../web/locator/state/early.ts';
import type { Effect, Event } from '../../../web/locator/state/events.ts';
import { type State, shownResults, startState } from '../../../web/locator/state/state.ts';
import { step } from '../../../web/locator/state/step.ts';
import { centerAt, dataset, help } from '../facts-about.ts';

/** The state and the effects after some events. */
function after(events: readonly Event[], from: State = startState()) {
  let state = from;
  const effects: Effect[] = [];
  for (const event of events) {
    const [next, ...done] = step(state, event);
    state = next;
    effects.push(...done);
  }
  return { state, effects };
}

const searches = (effects: readonly Effect[]) => effects.filter((one) => one.do === 'search');
const typedAnd = (text: string): Event[] => [{ type: 'typed', text }, { type: 'submitted' }];

/** An answer with one center, named after the question. */
function answerFor(name: string, query: unknown = { near: name }): Answer {
  return {
    origin: { kind: 'place', label: name, location: { lat: 33, lng: -112 } },
    query,
    results: [{ ...centerAt(name, { lat: 33, lng: -112 }), distance: { miles: 1 } }],
    unknown: { count: 0 },
    next: null,
    dataset,
    help,
  };
}
const shown = (state: State) => shownResults(state).map(({ center }) => center.id);

describe('whatever comes back late', () => {
  type Act = { readonly kind: 'search'; readonly zip: string } | { readonly kind: 'locate' };
  const act: fc.Arbitrary<Act> = fc.oneof(
    fc.integer({ min: 10000, max: 99999 }).map((zip) => ({ kind: 'search' as const, zip: String(zip) })),
    fc.constant({ kind: 'locate' as const }),
  );

  test('is dropped where the website names another searcher meanwhile', () => {
    const { state } = after(typedAnd('85004'));
    const { base, fixed, act } = state;
    const set = after([{ type: 'settings', base, fixed, onlyDevice: true }], state).state;
    expect(set.act.kind).toBeNull();
    const late = { type: 'answered', turn: act.turn, answer: answerFor('85004'), from: 'api' } as const;
    expect(after([late], set).state.view).toBeNull();
    expect(after([late], state).state.view).not.toBeNull();
  });

  test('the last act wins, in whatever order answers, faults and locations arrive', () => {
    fc.assert(
      fc.property(
        fc.array(act, { minLength: 1, maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        fc.boolean(),
        (acts, picks, fails) => {
          const started = after(
            acts.flatMap((one): Event[] => (one.kind === 'locate' ? [{ type: 'locate' }] : typedAnd(one.zip))),
          );
          let { state } = started;
          // All pending events, to arrive in any order; a location starts its own search.
          const pending: Event[] = started.effects.flatMap((effect): Event[] => {
            if (effect.do === 'locate')
              return [{ type: 'located', turn: effect.turn, point: { lat: 33, lng: -112, accuracyMeters: 9 } }];
            if (effect.do !== 'search') return [];
            if (fails) return [{ type: 'failed', turn: effect.turn, problem: problemWithout(503, 'unavailable') }];
            return [{ type: 'answered', turn: effect.turn, answer: answerFor(String(effect.fields.near)) }];
          });
          for (const pick of picks) {
            if (pending.length === 0) break;
            const [event] = pending.splice(pick % pending.length, 1);
            if (event === undefined) break;
            const [next, ...effects] = step(state, event);
            state = next;
            for (const effect of effects)
              if (effect.do === 'search')
                pending.push({ type: 'answered', turn: effect.turn, answer: answerFor('from the device') });
          }
          const last = acts.at(-1);
          if (last?.kind === 'locate') expect(shown(state)).toEqual(['from the device']);
          else if (fails) expect(state.view).toMatchObject({ kind: 'problem', problem: { status: 503 } });
          else expect(shown(state)).toEqual([last?.zip]);
          expect(state.act.kind).toBeNull();
        },
      ),
    );
  });

  test('a location that comes after typing changes nothing', () => {
    const { state, effects } = after([{ type: 'locate' }, { type: 'typed', text: 'phoe' }]);
    const [located] = effects.filter((one) => one.do === 'locate');
    const point = { lat: 33, lng: -112, accuracyMeters: 9 };
    expect(after([{ type: 'located', turn: located?.turn ?? -1, point }], state).state).toBe(state);
  });

  test.each([
    ['tucs', 'tucs', 'Tucson, AZ'],
    ['iop near tucs', 'tucs', 'iop near Tucson, AZ'],
    ['evening iop in person around tucs', 'tucs', 'evening iop in person around Tucson, AZ'],
    ['programa de día cerca de tucs', 'tucs', 'programa de día cerca de Tucson, AZ'],
    ['grupos en línea en tucs', 'tucs', 'grupos en línea en Tucson, AZ'],
  ])('"%s" asks for places that begin with "%s"; one that is taken gives "%s"', (text, asked, taken) => {
    const { state, effects } = after([{ type: 'typed', text }]);
    const [request] = effects.filter((one) => one.do === 'suggest');
    expect(request?.text).toBe(asked);
    const suggested: Event = { type: 'suggested', turn: request?.turn ?? -1, labels: ['Tucson, AZ'] };
    expect(after([suggested, { type: 'suggestion-taken', index: 0 }], state).state.text).toBe(taken);
  });

  test('what was found for no place is not asked again with more letters, and words before a place are no such thing', () => {
    const { state } = after([{ type: 'typed', text: 'iop' }]);
    const none = after([{ type: 'suggested', turn: state.suggestions.turn, labels: [] }], state).state;
    const asked = (text: string) => after([{ type: 'typed', text }], none).effects.some((one) => one.do === 'suggest');
    expect(asked('iop medic')).toBe(false);
    expect(asked('iop near me')).toBe(true);
  });

  test('suggestions for other words are not shown, nor any once a search has begun', () => {
    const first = after([{ type: 'typed', text: 'tuc' }]);
    const [asked] = first.effects.filter((one) => one.do === 'suggest');
    const late: Event = { type: 'suggested', turn: asked?.turn ?? -1, labels: ['Tucson, AZ'] };
    expect(after([late], first.state).state.suggestions.open).toBe(true);
    expect(after([{ type: 'typed', text: 'phoe' }, late], first.state).state.suggestions.labels).toEqual([]);
    expect(after([{ type: 'submitted' }, late], first.state).state.suggestions.open).toBe(false);
    expect(after([{ type: 'suggestions-closed' }, late], first.state).state.suggestions.open).toBe(false);
  });
});

describe('words of a crisis', () => {
  test.each(['i want to die', 'quiero morir', 'overdose near 85004'])('"%s" sends nothing', (text) => {
    for (const events of [[{ type: 'typed', text } as const], typedAnd(text)]) {
      const { effects } = after(events);
      expect(effects.filter((one) => one.do === 'search' || one.do === 'suggest')).toEqual([]);
    }
    const { state } = after(typedAnd(text));
    expect(state.crisis?.language).toBe(text.startsWith('quiero') ? 'es' : 'en');
    // A bystander cannot read it, but it can still be sent.
    expect(state.text).not.toContain(text);
    const { effects } = after([{ type: 'crisis-search' }], state);
    expect(searches(effects)).toMatchObject([{ fields: { q: text } }]);
  });

  test.each([
    ['i took all my pills', 'en'],
    ['tomé todas las pastillas', 'es'],
    ['sobredosis fentanilo tucson', 'es'],
    ['desintoxicacion condado de kern', null],
  ])('"%s" is answered in its language, or in the page’s', (text, language) => {
    expect(showCrisis(startState(), text, null)[0].crisis?.language).toBe(language);
  });

  test('are answered before the rest of the finder is loaded', () => {
    const typed = early(startState(), { type: 'typed', text: 'i want to die' }, null);
    const [state] = early(typed?.[0] ?? startState(), { type: 'submitted' }, readsAsCrisis) ?? [];
    expect(state?.crisis).toEqual({ language: 'en', words: 'i want to die' });
  });

  test('wait for what hears them, where that is still on its way', () => {
    const typed = early(startState(), { type: 'typed', text: 'i want to die' }, null);
    expect(early(typed?.[0] ?? startState(), { type: 'submitted' }, null)).toBeNull();
  });

  test('are not repeated by a fault that quotes them', () => {
    const { state } = after(typedAnd('85004'));
    const fault = (crisis: boolean) => {
      const problem = { ...problemWithout(400, 'invalid'), messages: ['"i want to die" is not a place'], crisis };
      return JSON.stringify(after([{ type: 'failed', turn: state.act.turn, problem }], state).state.view);
    };
    expect(fault(true)).not.toContain('want to die');
    expect(fault(false)).toContain('want to die');
  });

  test('are forgotten once something else is searched: only the numbers stay', () => {
    const { state } = after([...typedAnd('i want to die'), ...typedAnd('85004')]);
    expect(state.crisis).toEqual({ language: 'en', words: null });
  });

  test('stay above what is searched next', () => {
    const { state } = after([...typedAnd('i want to die'), ...typedAnd('85004')]);
    expect(
      after([{ type: 'answered', turn: state.act.turn, answer: answerFor('85004') }], state).state.crisis,
    ).not.toBeNull();
  });
});

describe('what was read of words', () => {
  const q = 'iop near phoenix medicaid';
  const read = answerFor('Phoenix, AZ', {
    q,
    near: 'Phoenix, AZ',
    level: ['iop'],
    payer: ['medicaid'],
    ignored: ['near'],
  });

  test('narrows the search, and can be taken away bit by bit', () => {
    const { state } = after(typedAnd(q));
    const { state: told } = after([{ type: 'answered', turn: state.act.turn, answer: read }], state);
    expect(told.read).toEqual({ level: ['iop'], payer: ['medicaid'] });
    expect(told.view).toMatchObject({ notes: [{ kind: 'ignored', words: ['near'] }] });
    const { effects } = after([{ type: 'removed', field: 'payer' }], told);
    expect(searches(effects)).toMatchObject([{ fields: { near: 'Phoenix, AZ', level: ['iop'] } }]);
    expect(searches(effects)[0]?.fields).not.toHaveProperty('payer');
  });

  test('has its next page by the words themselves: a cursor of another search is refused', () => {
    const { state } = after(typedAnd(q));
    const told = after([{ type: 'answered', turn: state.act.turn, answer: { ...read, next: 'page-2' } }], state).state;
    const { effects } = after([{ type: 'more' }], told);
    expect(searches(effects)).toMatchObject([{ fields: { q, cursor: 'page-2', limit: 10 } }]);
    expect(searches(effects)[0]?.fields).not.toHaveProperty('near');
  });

  test('what was chosen by a tap counts for more, and outlives the words', () => {
    const { state } = after([{ type: 'chosen', field: 'payer', value: ['medicare'] }, ...typedAnd(q)]);
    const { state: told } = after([{ type: 'answered', turn: state.act.turn, answer: read }], state);
    expect(told.read).toEqual({ level: ['iop'] });
    expect(told.chosen).toEqual({ payer: ['medicare'] });
  });

  test('a place alone changes the place alone', () => {
    const { state } = after(typedAnd(q));
    const { state: told } = after([{ type: 'answered', turn: state.act.turn, answer: read }], state);
    const again = after(typedAnd('tucson'), told);
    const place = answerFor('Tucson, AZ', { q: 'tucson', near: 'Tucson, AZ', ignored: [] });
    const { effects } = after([{ type: 'answered', turn: again.state.act.turn, answer: place }], again.state);
    expect(searches(effects)).toMatchObject([{ fields: { near: 'Tucson, AZ', level: ['iop'], payer: ['medicaid'] } }]);
  });
});

describe('the host', () => {
  const base = { level: ['iop'] };
  const fixed = { organization: ['example-recovery'] };

  test('preselects what a visitor can take away, and fixes what they cannot', () => {
    const { effects } = after([{ type: 'place-taken', label: '85004' }], startState(base, fixed));
    expect(searches(effects)).toMatchObject([{ fields: { near: '85004', ...base, ...fixed } }]);
    const cleared = after([{ type: 'cleared' }, { type: 'place-taken', label: '85004' }], startState(base, fixed));
    expect(searches(cleared.effects)).toMatchObject([{ fields: { near: '85004', ...fixed } }]);
    expect(searches(cleared.effects)[0]?.fields).not.toHaveProperty('level');
  });

  test('learns of no place', () => {
    const { state, effects } = after([{ type: 'place-taken', label: '85004' }], startState(base, fixed));
    const more = after([{ type: 'answered', turn: state.act.turn, answer: answerFor('85004') }], state).effects;
    const emitted = [...effects, ...more].filter((one) => one.do === 'emit');
    expect(emitted.length).toBe(2);
    expect(JSON.stringify(emitted)).not.toMatch(/85004|Phoenix|33|112/);
  });

  test('nothing of a visitor outlives "forget"', () => {
    const events: Event[] = [
      ...typedAnd('85004'),
      { type: 'chosen', field: 'payer', value: ['medicaid'] },
      { type: 'opened', id: 'x' },
    ];
    const { state } = after([...events, { type: 'forget' }], startState(base, fixed));
    const { act, suggestions, ...fresh } = startState(base, fixed);
    expect(state).toMatchObject(JSON.parse(JSON.stringify({ ...fresh, vocabulary: {} })));
    expect(state.act).toMatchObject({ kind: null, words: null, notes: [] });
    expect(JSON.stringify(state)).not.toMatch(/85004|medicaid/);
  });

  test('an answer that comes after "forget" is not shown to the next person', () => {
    const { state } = after(typedAnd('85004'));
    const late = { type: 'answered', turn: state.act.turn, answer: answerFor('85004'), from: 'api' } as const;
    const forgotten = after([{ type: 'forget' }], state).state;
    expect(after([late], forgotten).state).toEqual(forgotten);
    expect(after([late], state).state.view).not.toBeNull();
    const asked = after([{ type: 'locate' }]).state;
    const located = {
      type: 'located',
      turn: asked.act.turn,
      point: { lat: 33, lng: -112, accuracyMeters: 20 },
    } as const;
    const gone = after([{ type: 'forget' }], asked).state;
    expect(after([located], gone)).toEqual({ state: gone, effects: [] });
    expect(searches(after([located], asked).effects)).toHaveLength(1);
  });
});

describe('comparing', () => {
  test('takes three at most, and only what is shown', () => {
    const answer = {
      ...answerFor('a'),
      results: ['a', 'b', 'c', 'd'].map((id) => centerAt(id, { lat: 33, lng: -112 })),
    };
    const { state } = after(typedAnd('85004'));
    const { state: listed } = after([{ type: 'answered', turn: state.act.turn, answer }], state);
    const compared = (...ids: string[]) =>
      after(
        ids.map((id) => ({ type: 'compared', id })),
        listed,
      ).state.compared;
    expect(compared('a', 'b', 'c', 'd')).toEqual(['a', 'b', 'c']);
    expect(compared('a', 'b', 'a')).toEqual(['b']);
    expect(compared('nobody')).toEqual([]);
  });
});
