import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { card } from '../../web/locator/parts/card.ts';
import { chipsOf } from '../../web/locator/parts/chips.ts';
import { phoneText } from '../../web/locator/parts/telling.ts';
import type { Offering, Phone } from '../../web/locator/read/answer.ts';
import { startState } from '../../web/locator/state/state.ts';
import { en } from '../../web/words/en.ts';
import { es } from '../../web/words/es.ts';
import { linksOf } from '../support/links.ts';
import { centerAt, offering } from './facts-about.ts';
import { propsOf } from './props-of.ts';

interface Facts {
  readonly accuracy?: string;
  readonly offerings?: Offering[];
  readonly sample?: boolean;
  readonly phones?: Phone[];
  readonly name?: string;
}

/** An opened card, as HTML. */
function opened({ accuracy = 'address', offerings = [offering()], sample = false, phones = [], name = 'One' }: Facts) {
  const { center } = centerAt('one', { lat: 33.4, lng: -112 });
  const location = { ...center.location, accuracy } as typeof center.location;
  const result = { center: { ...center, name, location, sample, phones }, distance: { miles: 1.2 }, offerings };
  return renderToString(card(propsOf({ state: { ...startState(), opened: 'one' } }), result, 1));
}

describe('a card that is not opened', () => {
  const closedCard = (words: typeof en, ...states: string[]) => {
    const { center } = centerAt('one', { lat: 33.4, lng: -112 });
    const offerings = states.map((state) => ({
      ...offering(),
      intake: { state, asOf: '2026-11-29T17:00:00Z', until: '2026-12-15T17:00:00Z' },
    }));
    return renderToString(card(propsOf({ words }), { center, distance: { miles: 1.2 }, offerings }, 1));
  };

  it('says until when all its programs are full, in both languages', () => {
    expect(closedCard(en, 'full')).toContain(
      '<p class="intake full">Full until December 15, 2026, as of November 29, 2026</p>',
    );
    expect(closedCard(es, 'full', 'full')).toContain('Lleno hasta el 15 de diciembre de 2026');
    expect(closedCard(en, 'open')).toContain('Taking new clients');
  });

  it('says nothing where one of them has space, or nobody knows', () => {
    expect(closedCard(en, 'full', 'open')).not.toContain('class="intake');
    expect(closedCard(en, 'unknown')).not.toContain('class="intake');
  });
});

describe('a card says', () => {
  it.each([
    ['address', false],
    ['street', false],
    ['zip', true],
  ])('how good its distance is: a point of the %s', (accuracy, says) => {
    const html = opened({ accuracy });
    expect(html.includes(en.card.approximate)).toBe(says);
    expect(html.includes('about 1.2 mi')).toBe(says);
  });

  it.each([
    [true, en.opened.yesNo.housing.yes],
    [false, en.opened.yesNo.housing.no],
    [null, null],
  ])('that clients live there only where it is known: %s', (housing, says) => {
    const html = opened({ offerings: [offering({ housing })] });
    for (const words of [en.opened.yesNo.housing.yes, en.opened.yesNo.housing.no])
      expect(html.includes(words)).toBe(words === says);
  });

  it('that it is fictional, and nothing of the kind of a real one', () => {
    expect(opened({ sample: true })).toContain('not real');
    expect(opened({ sample: false })).not.toContain('not real');
  });

  it('every number, each with who answers it', () => {
    const phones: Phone[] = ['facility', 'central-admissions', 'third-party'].map((answeredBy, at) => {
      const display = `(602) 555-010${at}`;
      return { number: `+1602555010${at}`, extension: null, display, purpose: 'main', answeredBy };
    });
    const calls = linksOf(opened({ phones })).filter(({ href }) => href.startsWith('tel:'));
    expect(calls.map(({ text }) => text.replaceAll(/\s+/g, ' '))).toEqual(
      phones.map((phone) => `${phone.display} ${phoneText(en, phone)}`),
    );
  });

  it('the whole name, as text, with a dash that stays at its line’s end', () => {
    expect(opened({ name: 'A <b> & Sons – Midtown' })).toContain('A &lt;b> &amp; Sons\u00a0– Midtown');
  });
});

describe('who answers, in words', () => {
  const said = { 'central-admissions': 'a central admissions team', 'third-party': 'an outside company' } as const;
  const phone = { number: '+16025550100', extension: null, display: '(602) 555-0100' };
  it.each(Object.entries(said))('%s is %s, and nobody else', (answeredBy, who) => {
    for (const purpose of ['main', 'intake', 'admissions', 'crisis'])
      expect(phoneText(en, { ...phone, purpose, answeredBy })).toBe(`Answered by ${who}, not the facility`);
    expect(phoneText(en, { ...phone, purpose: 'benefits-check', answeredBy })).toBe(
      `Insurance check. Answered by ${who}, not the facility`,
    );
  });
});

it('a chip says what was asked, and not its opposite', () => {
  const said = (chosen: object, words = en) =>
    chipsOf(words, { ...startState(), chosen: { ...chosen } }).map(({ label }) => label);
  expect(said({ housing: true })).toEqual(['With housing']);
  expect(said({ housing: false })).toEqual(['Without housing']);
  expect(said({ accepting: true })).toEqual(['Not known to be full']);
  expect(said({ payer: ['medicaid', 'self-pay'] })).toEqual(['Medicaid or Cash']);
  expect(said({ payer: ['medicaid', 'self-pay'] }, es)).toEqual(['Medicaid o Efectivo']);
  expect(said({ maxHoursPerWeek: 9 })).toEqual(['Hours a week, at most: 9']);
});
