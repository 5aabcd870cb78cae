import { h, type JSX } from 'preact';
import type { Words } from '../../words/en.ts';
import type { Answer, Coverage } from '../read/answer.ts';
import { helplineCall } from './call.ts';
import type { Props } from './props.ts';

/** Distance in miles beyond which the list is shown only on request, because hardly anybody would go that far. */
const farMiles = 50;

/** Facts about a search that starts where no center is listed. */
export interface Outside {
  /** The origin's state as a postal code; null if it is in no known state. */
  readonly state: string | null;
  readonly states: readonly string[];
  /** Miles to the nearest listed center, and its state. Null if unknown. */
  readonly miles: number | null;
  readonly nearestIn: string | null;
  readonly far: boolean;
}

/**
 * What to say if the search starts where no center is listed. Null if it starts in a listed state, or if the answer
 * does not say.
 */
export function outsideOf({ coverage, results, alternatives }: Pick<Answer, 'coverage' | 'results' | 'alternatives'>) {
  if (coverage === undefined || coverage.origin.listed) return null;
  const [nearest] = results;
  const elsewhere = alternatives?.find(({ change }) => change.within === null)?.nearestMiles ?? null;
  return outside(coverage, nearest?.distance?.miles ?? elsewhere, nearest?.center.address.state ?? null);
}

export function outside({ origin, states }: Coverage, miles: number | null, nearestIn: string | null): Outside {
  return { state: origin.state, states, miles, nearestIn, far: miles === null || miles > farMiles };
}

export function outsideHeading(words: Words, { state }: Outside): string {
  return words.outside.heading(state === null ? null : words.stateName(state));
}

/** Names of the states if they are few, otherwise their number: `eight states`. */
function statesText(words: Words, states: readonly string[]): string {
  const { outside: w } = words;
  return states.length < 4 ? words.and(states.map(words.stateName)) : w.states(w.count(states.length));
}

/** Says which states the list covers, and how far away the nearest center is. */
export function outsideText(words: Words, { state, states, miles, nearestIn }: Outside): string {
  const { outside: w } = words;
  return [
    w.covers(statesText(words, states)),
    state === null ? '' : w.hasToo(words.stateName(state)),
    miles === null ? '' : w.nearest(miles, nearestIn === null ? null : words.stateName(nearestIn)),
  ]
    .filter((text) => text !== '')
    .join(' ');
}

/** Phone numbers and links of services that cover a place without listings. */
export function whoCanLook({ words }: Props, state: string | null): JSX.Element {
  const { outside: w } = words;
  return h(
    'div',
    { class: 'panel' },
    h('h3', null, w.who(state === null ? null : words.stateName(state))),
    helplineCall(words, w.helpline, true),
    h('a', { class: 'quiet', href: 'https://findtreatment.gov/', rel: 'noreferrer' }, w.site),
    h('p', { class: 'hint' }, w.siteHint),
  );
}

/** Help for a place without listings: other services that cover it, and the listed states as buttons. */
export function outsideHelp(props: Props, found: Outside, canShow: boolean): (JSX.Element | null)[] {
  const { words, send } = props;
  const { outside: w } = words;
  return [
    whoCanLook(props, found.state),
    h('h3', null, w.another),
    h(
      'p',
      { class: 'choices' },
      ...found.states.map((code) => {
        const name = words.stateName(code);
        const label = words.box.allOf(name);
        return h(
          'button',
          { key: code, type: 'button', class: 'chip plain', onClick: () => send({ type: 'state-taken', code, label }) },
          name,
        );
      }),
    ),
    canShow
      ? h(
          'button',
          { type: 'button', class: 'link anyway', onClick: () => send({ type: 'anyway' }) },
          w.anyway(found.miles),
        )
      : null,
  ];
}
