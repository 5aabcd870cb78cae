import { describe, expect, it } from 'vitest';
import { loadRecords } from '../../../data/records/load.ts';
import { packCenter } from '../../../functions/dataset/packed-center.ts';
import type { Phone } from '../../../functions/domain/contact.ts';
import type { Offering } from '../../../functions/domain/offering.ts';
import { centerText } from '../../../functions/faces/mcp/texts/center-text.ts';
import { searchText } from '../../../functions/faces/mcp/texts/search-text.ts';
import type { SearchAnswer } from '../../../functions/faces/v1/search-answer.ts';
import { type ResultAnswer, wholeCenterAnswer } from '../../../functions/faces/v1/shapes/center.ts';
import { NOW } from '../../support/real-records.ts';

const [first] = await loadRecords('data/examples.json');
if (first === undefined) throw new Error('there are no examples');
const record = first;
const [offering] = record.offerings;
if (offering === undefined) throw new Error('the example has no offering');

/** The sentences about a center with these phones and this one offering. */
function sentences(facts: {
  phone?: Partial<Phone>;
  offering?: Partial<Offering>;
  accuracy?: 'address' | 'street' | 'zip';
}): string {
  const phone: Phone = {
    number: '+16025550101',
    extension: null,
    purpose: 'main',
    answeredBy: 'facility',
    ...facts.phone,
  };
  const { center } = record;
  const location = { ...center.location, accuracy: facts.accuracy ?? center.location.accuracy };
  const offerings = [{ ...offering, ...facts.offering } as Offering];
  return centerText(
    wholeCenterAnswer(packCenter({ center: { ...center, location, phones: [phone] }, offerings }), NOW),
  );
}

describe('who answers', () => {
  it.each([
    ['facility', 'answered by the center itself'],
    ['central-admissions', "answered by the organization's central admissions, not the center"],
    ['third-party', 'answered by a third party, not the center'],
  ] as const)('%s', (answeredBy, words) => {
    expect(sentences({ phone: { answeredBy } })).toContain(`(602) 555-0101 (main, ${words})`);
  });
  it('with the extension to ask for', () => {
    expect(sentences({ phone: { extension: '12', purpose: 'intake' } })).toContain(
      '(602) 555-0101 ext. 12 (intake, answered',
    );
  });
});

describe('housing', () => {
  it.each([
    [true, 'clients live there', ['clients live at home', 'housing not known']],
    [false, 'clients live at home', ['clients live there', 'housing not known']],
    [null, 'housing not known', ['clients live there', 'clients live at home']],
  ] as const)('%s', (housing, words, others) => {
    const text = sentences({ offering: { housing } });
    expect(text).toContain(words);
    for (const other of others) expect(text).not.toContain(other);
  });
});

describe('how sure it is', () => {
  const confirmed = {
    state: 'confirmed',
    confirmedAt: '2026-11-01T00:00:00Z',
    expiresAt: '2026-11-23T12:00:00Z',
  } as const;
  it.each([
    [{ ...confirmed, expiresAt: '2026-11-23T12:00:01Z' }, 'confirmed (admissions said so on 2026-11-01T00:00:00Z)'],
    [confirmed, 'stale (admissions said so on 2026-11-01T00:00:00Z)'],
    [{ ...confirmed, state: 'denied', expiresAt: null }, 'denied (admissions said so on 2026-11-01T00:00:00Z)'],
    [{ state: 'unconfirmed', confirmedAt: null, expiresAt: null }, 'unconfirmed by admissions'],
  ] as const)('%o', (confirmation, words) =>
    expect(sentences({ offering: { confirmation } })).toContain(`; ${words}; `),
  );

  it('a point that is only its ZIP’s', () => {
    expect(sentences({ accuracy: 'zip' })).toContain('(measured to the middle of its ZIP)');
    for (const accuracy of ['address', 'street'] as const) expect(sentences({ accuracy })).not.toContain('measured');
  });
  it('intake', () => {
    const full = { state: 'full', asOf: '2026-11-02T17:30:00Z' } as const;
    expect(sentences({ offering: { intake: full } })).toContain('intake full as of 2026-11-02T17:30:00Z');
    expect(sentences({ offering: { intake: { state: 'unknown', asOf: null } } })).toContain('intake not known');
  });
});

describe('around the results', () => {
  const answer = (facts: object): SearchAnswer =>
    ({
      ...{
        origin: { kind: 'zip', label: 'Phoenix, AZ 85004', location: { lat: 33, lng: -112 } },
        query: { near: '85004' },
      },
      ...{ results: [] as ResultAnswer[], unknown: { count: 0 }, next: null, help: {} },
      dataset: { version: 'v', publishedAt: '2026-11-23T12:00:00Z' },
      ...facts,
    }) as unknown as SearchAnswer;

  it('counts say whether they are all', () => {
    const change = { change: { within: '50mi' }, count: 3, more: false, nearestMiles: 31.4 };
    expect(searchText(answer({ alternatives: [change] }))).toContain(
      '- within 50mi: 3, the nearest of those added 31.4 miles away',
    );
    expect(searchText(answer({ alternatives: [{ ...change, count: 50, more: true }] }))).toContain(
      '- within 50mi: more than 50,',
    );
    const because = { schedule: 2, level: 1 };
    expect(searchText(answer({ unknown: { count: 2, because } }))).toContain('2 more centers in reach may match');
    expect(searchText(answer({ unknown: { count: 2, more: true, because } }))).toContain('At least 2 more centers');
    expect(searchText(answer({ unknown: { count: 2, because } }))).toContain('(because of schedule 2, level 1)');
  });
});

describe("a provider's own word", () => {
  const word = { host: 'a.example', asOf: '2020-01-01', readOn: '2026-01-01', facts: ['level'] } as const;
  it.each([
    ['2020-06-29T00:00:00Z', true],
    ['2100-01-01T00:00:00Z', false],
  ])('that is stale from %s on is too old to rely on: %s', (staleOn, isOld) => {
    const fromProvider = { ...word, facts: [...word.facts], staleOn };
    expect(sentences({ offering: { fromProvider } }).includes('TOO OLD TO RELY ON')).toBe(isOld);
  });
});
