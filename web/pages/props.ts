import type { Props } from '../locator/parts/props.ts';
import { type State, startState } from '../locator/state/state.ts';
import type { Words } from '../words/en.ts';

/**
 * Props for the finder's parts on a page rendered by the server, which knows no device, and no search except the one
 * that it answers.
 */
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
