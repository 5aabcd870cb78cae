import type { Props, Settings } from '../../../web/locator/parts/props.ts';
import type { Answer } from '../../../web/locator/read/answer.ts';
import type { Event } from '../../../web/locator/state/events.ts';
import { type Source, startState } from '../../../web/locator/state/state.ts';
import { step } from '../../../web/locator/state/step.ts';
import type { Words } from '../../../web/words/en.ts';
import { centerAt, dataset, help, offering } from '../facts-about.ts';
import { propsOf } from '../props-of.ts';

const at = { lat: 33.45, lng: -112.07 };
export const result = {
  ...centerAt('one', at),
  distance: { miles: 1 },
  offerings: [offering()],
  certainty: 'listed',
} as const;

const answer: Answer = {
  origin: { kind: 'zip', label: 'Phoenix, AZ 85004', location: at },
  query: { near: '85004' },
  results: [result],
  unknown: { count: 0, because: {} },
  next: null,
  dataset,
  help,
};

/** Properties of a page that shows a list from the device, with the time of its last check. */
export function answeredOnDevice(words: Words, settings: Partial<Settings>, from: Source = 'device'): Props {
  const events: Event[] = [
    { type: 'device', told: { checkedAt: Date.parse('2026-11-29T12:00:00Z') } },
    { type: 'typed', text: '85004' },
    { type: 'submitted' },
    { type: 'answered', turn: 1, answer, from },
  ];
  let state = startState({}, {}, from === 'device');
  for (const event of events)
    [state] = step(state, event.type === 'answered' ? { ...event, turn: state.act.turn } : event);
  return propsOf({ state, words, settings: { ...propsOf().settings, ...settings } });
}
