import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { mapView } from '../../web/locator/parts/map-view.ts';
import { answerView } from '../../web/locator/parts/results.ts';
import type { Answer } from '../../web/locator/read/answer.ts';
import type { Effect, Event } from '../../web/locator/state/events.ts';
import { type State, startState } from '../../web/locator/state/state.ts';
import { step } from '../../web/locator/state/step.ts';
import { en } from '../../web/words/en.ts';
import { es } from '../../web/words/es.ts';
import { mapWords } from '../../web/words/map/en.ts';
import { centerAt, dataset, help, offering } from './facts-about.ts';
import { propsOf } from './props-of.ts';

const at = { lat: 33.45, lng: -112.07 };
const listed = {
  ...centerAt('listed', at),
  distance: { miles: 1 },
  offerings: [offering()],
  certainty: 'listed' as const,
};
const unknown = {
  ...centerAt('unknown', at),
  distance: { miles: 2 },
  certainty: 'unknown' as const,
  ask: ['level', 'schedule'],
};

const answer = (given: Partial<Answer>): Answer => ({
  origin: { kind: 'zip', label: 'Phoenix, AZ 85004', location: at },
  query: { near: '85004', level: ['iop'], schedule: ['evening'] },
  results: [],
  unknown: { count: 44, because: { level: 3, schedule: 41 } },
  next: null,
  dataset,
  help,
  ...given,
});

/** The state after a search for evening IOPs near a ZIP and these answers. */
function searched(...answers: readonly Answer[]): { state: State; effects: readonly Effect[] } {
  const chosen: Event[] = [
    { type: 'chosen', field: 'schedule', value: ['evening'], stay: true },
    { type: 'typed', text: '85004' },
    { type: 'submitted' },
  ];
  let state = startState({ level: ['iop'] });
  let effects: Effect[] = [];
  const take = (event: Event) => {
    const [next, ...done] = step(state, event);
    state = next;
    effects = done;
  };
  for (const event of chosen) take(event);
  const [first, ...later] = answers;
  if (first) take({ type: 'answered', turn: state.act.turn, answer: first });
  for (const one of later) {
    take({ type: 'chosen', field: 'include', value: 'unknown' });
    take({ type: 'answered', turn: state.act.turn, answer: one });
  }
  return { state, effects };
}

function drawn(state: State, words = en): string {
  if (state.view?.kind !== 'answer') throw new Error('no answer is shown');
  return answerView(propsOf({ state, words }), state.view)
    .map((part) => (part === null ? '' : renderToString(part)))
    .join('');
}

describe('centers whose listings cannot say', () => {
  test('are counted with the reasons, the commonest first, and one tap away', () => {
    const { state } = searched(answer({}));
    const html = drawn(state);
    expect(html).toContain('44 centers nearby may offer it');
    expect(html).toMatch(/Their listings do not say: Evenings? \(41\), IOP \(3\)/);
    expect(html).toContain('Show them in the list');
    expect(drawn(state, es)).toContain('Mostrarlos en la lista');
  });

  test('the tap searches again with them', () => {
    const { state } = searched(answer({}));
    const [, ...effects] = step(state, { type: 'chosen', field: 'include', value: 'unknown' });
    expect(effects).toContainEqual(
      expect.objectContaining({
        do: 'search',
        fields: expect.objectContaining({ include: 'unknown', level: ['iop'] }),
      }),
    );
  });

  test('stay apart in the list: what to ask in place of how sure', () => {
    const { state } = searched(answer({}), answer({ results: [listed, unknown] }));
    const html = drawn(state);
    const [first = '', second = ''] = html.split('<li').filter((part) => part.includes('<article'));
    expect(first).toContain('Not confirmed');
    expect(first).not.toContain('Not listed: IOP');
    expect(second).toMatch(/Not listed: IOP, Evenings?\. Ask\./);
    expect(second).not.toContain('Not confirmed');
    expect(html).toContain('or that may offer it');
    expect(html).not.toContain('Show them in the list');
  });

  test('are dashed on the map', () => {
    const { state } = searched(answer({}), answer({ results: [listed, unknown] }));
    let centers: readonly { readonly id: string; readonly ask?: boolean }[] = [];
    const ProgramMap = (props: { readonly centers: typeof centers }) => {
      centers = props.centers;
      return null;
    };
    const parts = { ProgramMap, words: mapWords, host: null };
    const view = mapView(propsOf({ state }), parts);
    if (view === null || typeof view !== 'object') throw new Error('no map is drawn');
    renderToString(view as Parameters<typeof renderToString>[0]);
    expect(centers.map(({ id, ask }) => [id, ask])).toEqual([
      ['listed', false],
      ['unknown', true],
    ]);
  });

  test('leave the list when their chip is taken away', () => {
    const { state } = searched(answer({}), answer({ results: [listed, unknown] }));
    const [, ...effects] = step(state, { type: 'removed', field: 'include' });
    const search = effects.find((effect) => effect.do === 'search');
    expect(search?.fields).not.toHaveProperty('include');
  });
});
