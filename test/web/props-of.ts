import { readsAsCrisis } from '../../functions/crisis/crisis.ts';
import type { Props } from '../../web/locator/parts/props.ts';
import { startState } from '../../web/locator/state/state.ts';
import { en } from '../../web/words/en.ts';

/** Props for rendering parts, with the test's own values. */
export function propsOf(given: Partial<Props> = {}): Props {
  return {
    state: startState(),
    words: en,
    settings: {
      units: 'mi',
      phone: null,
      benefits: null,
      report: null,
      framed: false,
      site: '',
      platform: 'android',
      today: '2026-11-29',
      asOf: null,
      wide: false,
    },
    readsAsCrisis,
    send: () => undefined,
    ...given,
  };
}
