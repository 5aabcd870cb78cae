import { describe, expect, it } from 'vitest';
import type { Offering, Phone, Result } from '../../web/answer.ts';
import { Vocabulary } from '../../web/vocabulary.ts';
import { phoneLabel } from '../../web/words.ts';
import { centerAt, offering } from './facts-about.ts';
import { everything, type TinyElement, webModule, withTinyDom } from './tiny-dom.ts';

withTinyDom();

type CardModule = {
  centerCard(result: Result, place: string, asked: object, vocabulary: Vocabulary): TinyElement;
};
const about = 'Distance is approximate';
const livesThere = 'You can live there during the program';

async function card(facts: { accuracy?: string; offerings?: Offering[]; sample?: boolean; phones?: Phone[] }) {
  const { centerCard } = await webModule<CardModule>('center-card.ts');
  const { center } = centerAt('one', { lat: 33.4, lng: -112 });
  const { accuracy = 'address', offerings = [offering()], sample = false, phones = [] } = facts;
  const location = { ...center.location, accuracy } as typeof center.location;
  return centerCard(
    { center: { ...center, location, sample, phones }, distance: { miles: 1.2 }, offerings },
    '1 of 1',
    {},
    new Vocabulary(),
  );
}

describe('a card says', () => {
  it.each([
    ['address', false],
    ['street', false],
    ['zip', true],
  ])('how good its distance is: a point of the %s', async (accuracy, says) => {
    expect((await card({ accuracy })).textContent.includes(about)).toBe(says);
  });

  it.each([
    [true, true],
    [false, false],
    [null, false],
  ])('that clients live there only where it is known: %s', async (housing, says) => {
    expect((await card({ offerings: [offering({ housing })] })).textContent.includes(livesThere)).toBe(says);
  });

  it('that it is fictional, and nothing of the kind of a real one', async () => {
    expect((await card({ sample: true })).textContent).toContain('not real');
    expect((await card({ sample: false })).textContent).not.toContain('not real');
  });

  it('every number, each with who answers it', async () => {
    const phones: Phone[] = (['facility', 'central-admissions', 'third-party'] as const).map((answeredBy, at) => {
      const display = `(602) 555-010${at}`;
      return { number: `+1602555010${at}`, extension: null, display, purpose: 'main', answeredBy };
    });
    const calls = everything(await card({ phones })).filter((one) => one.attributes.get('class') === 'call');
    expect(calls.map(({ textContent }) => textContent)).toEqual(
      phones.map((phone) => `${phone.display} ${phoneLabel(phone)}`),
    );
  });
});

describe('who answers, in words', () => {
  const said = { 'central-admissions': 'a central admissions team', 'third-party': 'an outside company' } as const;
  const phone = { number: '+16025550100', extension: null, display: '(602) 555-0100' };
  it.each([
    ['central-admissions', said['central-admissions']],
    ['third-party', said['third-party']],
  ] as const)('%s is %s, and nobody else', (answeredBy, who) => {
    for (const purpose of ['main', 'intake', 'admissions', 'crisis'] as const)
      expect(phoneLabel({ ...phone, purpose, answeredBy })).toBe(`Answered by ${who}, not the facility`);
    expect(phoneLabel({ ...phone, purpose: 'benefits-check', answeredBy })).toBe(
      `Insurance check. Answered by ${who}, not the facility`,
    );
  });
});

it('a chip says what was asked, and not its opposite', async () => {
  type Chips = { chipsOf(narrowing: object, levelName: null, vocabulary: Vocabulary): { label: string }[] };
  const { chipsOf } = await webModule<Chips>('chips.ts');
  const words = (narrowing: object) => chipsOf(narrowing, null, new Vocabulary()).map(({ label }) => label);
  expect(words({ housing: true })).toEqual(['With housing']);
  expect(words({ housing: false })).toEqual(['Without housing']);
  expect(words({ accepting: true, within: '1mi' })).toEqual(['Taking new clients', 'Within 1 mile']);
  expect(words({ payer: ['medicaid', 'self-pay'] })).toEqual(['Medicaid or Self Pay']);
});
