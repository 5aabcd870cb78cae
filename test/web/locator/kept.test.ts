import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keep, kept } from '../../../web/locator/element/kept.ts';
import { showCrisis } from '../../../web/locator/state/early.ts';
import { type State, startState } from '../../../web/locator/state/state.ts';

const history = {
  state: null as unknown,
  replaceState(state: unknown) {
    history.state = state;
  },
};
beforeEach(() => vi.stubGlobal('history', history));
afterEach(() => vi.unstubAllGlobals());

const place = { kind: 'place', near: '85004' } as const;
const searched: State = { ...startState(), text: 'iop near 85004', origin: place, chosen: { level: ['iop'] } };

describe.each([[null], [{ own: 'of the website' }]])('in a history that holds %j', (others) => {
  beforeEach(() => {
    history.state = others;
  });

  test('a search is kept beside it, and read back', () => {
    keep(searched);
    expect(history.state).toMatchObject(others ?? {});
    expect(kept(history.state)).toMatchObject({ text: 'iop near 85004', origin: place, chosen: { level: ['iop'] } });
  });

  test('nothing is kept of where a device is, nor after words of a crisis, and what was kept is deleted', () => {
    const [crisis] = showCrisis(searched, 'i want to die', null);
    for (const state of [
      null,
      { ...searched, origin: { kind: 'device', point: { lat: 33, lng: -112 } } } as State,
      crisis,
      // They stay above the results of a search after them, whose words may be the same.
      { ...crisis, text: 'i want to die', origin: place },
    ]) {
      keep(searched);
      keep(state);
      expect(history.state).toEqual(others);
      expect(kept(history.state)).toBeNull();
    }
  });
});
