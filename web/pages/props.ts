import type { Props } from '../locator/parts/props.ts';
import { type State, startState } from '../locator/state/state.ts';
import type { Words } from '../words/en.ts';

/** A page knows nothing about a visitor: no device, and no search except the one that it answers. */
export function pageProps(words: Words, state: State = startState()): Props {
  return {
    state,
    words,
    settings: {
      units: 'mi',
      phone: null,
      benefits: null,
      report: null,
      framed: true,
      site: '',
      asOf: null,
      platform: 'other',
      today: null,
      wide: false,
    },
    readsAsCrisis: null,
    send: () => undefined,
  };
}
