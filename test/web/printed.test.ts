import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { card } from '../../web/locator/parts/card.ts';
import type { Phone, Result } from '../../web/locator/read/answer.ts';
import { startState } from '../../web/locator/state/state.ts';
import { centerAt, offering } from './facts-about.ts';
import { propsOf } from './props-of.ts';

const phone = (display: string, purpose: string): Phone => {
  return { number: '+16025550100', extension: null, display, purpose, answeredBy: 'facility' };
};
const result: Result = {
  ...centerAt('one', { lat: 33, lng: -112 }),
  distance: { miles: 1 },
  offerings: [offering({ payers: ['medicaid'] })],
};
const reached: Result = {
  ...result,
  center: { ...result.center, phones: [phone('(602) 555-0100', 'main'), phone('(602) 555-0101', 'intake')] },
};

/** The part of a card that is only printed. */
const printed = (html: string) => html.split('class="printed"')[1] ?? '';

test('a card that is not opened prints its whole address, its other numbers and its facts', () => {
  const text = printed(renderToString(card(propsOf(), reached, 1)));
  for (const fact of [
    '1 Example Way, Phoenix, AZ 85004',
    '(602) 555-0101',
    'Intake line',
    'Medicaid',
    'Not listed: ask',
  ])
    expect(text).toContain(fact);
  expect(text).not.toContain('(602) 555-0100');
});

test('an opened card has all of that in sight already', () => {
  const state = { ...startState(), opened: 'one' };
  expect(printed(renderToString(card(propsOf({ state }), reached, 1)))).toBe('');
});
