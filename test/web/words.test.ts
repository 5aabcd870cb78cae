import { describe, expect, test } from 'vitest';
import type { Phone, Schedule } from '../../web/answer.ts';
import {
  accuracyText,
  confirmationText,
  intakeText,
  milesText,
  monthOf,
  originText,
  phoneHref,
  phoneLabel,
  resultsHeading,
  scheduleText,
  sourceText,
  stateText,
  unknownText,
  withinText,
} from '../../web/words.ts';

describe('distance', () => {
  test.each([
    [0, 'under 0.1 mi'],
    [0.09, 'under 0.1 mi'],
    [0.1, '0.1 mi'],
    [1.27, '1.3 mi'],
    [99.94, '99.9 mi'],
    [99.96, '100 mi'],
    [226.4, '226 mi'],
  ])('%d miles read "%s"', (miles, text) => expect(milesText(miles)).toBe(text));

  test('a radius is spelled out, with one mile singular', () => {
    expect(['25mi', '1mi', '40km', '2.5mi'].map(withinText)).toEqual(['25 miles', '1 mile', '40 km', '2.5 miles']);
  });

  test('a cell stands for the device and is not named', () => {
    expect(originText({ kind: 'cell', label: 'Geohash 9tbq2' })).toBe('you');
    expect(originText({ kind: 'zip', label: 'Phoenix, AZ 85004' })).toBe('Phoenix, AZ 85004');
  });
});

describe('the heading of the results', () => {
  const phoenix = { kind: 'place', label: 'Phoenix, AZ' } as const;
  const arizona = { kind: 'state', label: 'Arizona' } as const;
  const told = { count: 10, complete: false, level: 'IOP', origin: phoenix, within: undefined };

  test('says that there are more', () => {
    expect(resultsHeading(told)).toBe('The 10 nearest centers listing IOP near Phoenix, AZ');
    expect(resultsHeading({ ...told, origin: arizona })).toBe('The first 10 centers listing IOP in Arizona');
  });
  test('says that these are all, with the radius in words', () => {
    expect(resultsHeading({ ...told, count: 1, complete: true, within: '25mi' })).toBe(
      '1 center listing IOP within 25 miles of Phoenix, AZ',
    );
  });
  test('says that there is none', () => {
    expect(resultsHeading({ ...told, count: 0, complete: true, level: null, within: '5mi' })).toBe(
      'No center found within 5 miles of Phoenix, AZ',
    );
  });
  test('a state has no radius, and the words say what became of it', () => {
    expect(resultsHeading({ ...told, count: 2, complete: true, origin: arizona, within: '5mi' })).toBe(
      '2 centers listing IOP in Arizona',
    );
    expect(stateText('5mi')).toContain('so “within 5 miles” is left out.');
    expect(stateText(undefined)).not.toContain('left out');
  });
  test('a device that is a mile off or more says so', () => {
    expect(accuracyText(40)).toBeNull();
    expect(accuracyText(9_000)).toBe(
      'Your device knows where it is only to within about 6 miles, so distances are rough.',
    );
  });
});

describe('who answers', () => {
  const phone = (facts: Partial<Phone>): Phone => ({
    number: '+16025550100',
    extension: null,
    display: '(602) 555-0100',
    purpose: 'main',
    answeredBy: 'facility',
    ...facts,
  });

  test.each([
    ['main', 'Front desk'],
    ['intake', 'Intake line'],
    ['admissions', 'Admissions'],
    ['benefits-check', 'Insurance check'],
    ['crisis', 'The center’s crisis line'],
  ] as const)('a facility’s %s number is "%s"', (purpose, label) => expect(phoneLabel(phone({ purpose }))).toBe(label));

  test('a call center is never shown as the facility, whatever the number is for', () => {
    for (const purpose of ['main', 'intake', 'admissions', 'benefits-check', 'crisis'] as const) {
      for (const answeredBy of ['central-admissions', 'third-party'] as const) {
        expect(phoneLabel(phone({ purpose, answeredBy }))).toMatch(/Answered by .*, not the facility$/);
      }
    }
  });

  test('an extension is dialed after a pause', () => {
    expect(phoneHref(phone({}))).toBe('tel:+16025550100');
    expect(phoneHref(phone({ extension: '8618' }))).toBe('tel:+16025550100,8618');
  });
});

describe('how sure we are', () => {
  test.each([
    ['unconfirmed', null, 'Not yet confirmed with the center'],
    ['confirmed', '2026-11-02T17:30:00Z', 'Confirmed by admissions on November 2, 2026'],
    ['stale', '2025-01-31T23:30:00Z', 'Last confirmed on January 31, 2025: too long ago to rely on. Call to confirm'],
    ['denied', '2026-11-02T17:30:00Z', 'Admissions said on November 2, 2026 that it is not offered'],
  ] as const)('%s', (state, confirmedAt, text) => expect(confirmationText({ state, confirmedAt })).toBe(text));

  test('space is told with its date, or not at all', () => {
    expect(intakeText({ state: 'full', asOf: '2026-11-02T17:30:00Z' })).toBe('Full, as of November 2, 2026');
    expect(intakeText({ state: 'open', asOf: null })).toBeNull();
    expect(intakeText({ state: 'unknown', asOf: null })).toBeNull();
  });

  test('a source is told with its month, in UTC', () => {
    expect(sourceText({ name: 'SAMHSA directory', asOf: '2023-04-01' })).toBe('SAMHSA directory, April 2023');
    expect(monthOf('2024-01-01')).toBe('January 2024');
  });

  test('centers whose listing cannot say', () => {
    const origin = { kind: 'zip', label: 'Phoenix, AZ 85004' } as const;
    expect(unknownText({ count: 0 }, { count: 3, origin })).toBeNull();
    expect(unknownText({ count: 1 }, { count: 3, origin })).toBe(
      '1 more center nearby may offer it: its listing cannot say.',
    );
    expect(unknownText({ count: 2 }, { count: 0, origin: { kind: 'state', label: 'Arizona' } })).toBe(
      '2 centers in Arizona may offer it: their listings cannot say.',
    );
    expect(unknownText({ count: 50, more: true }, { count: 3, origin })).toBe(
      'At least 50 more centers nearby may offer it: their listings cannot say.',
    );
  });
});

describe('schedule', () => {
  const unknown = { sessionsPerWeek: null, hoursPerSession: null, hoursPerWeek: null, weeks: null, tracks: null };

  test('all of it', () => {
    const schedule: Schedule = {
      sessionsPerWeek: [3, 5],
      hoursPerSession: 3,
      hoursPerWeek: 9,
      weeks: [8, 10],
      tracks: [],
    };
    expect(scheduleText(schedule)).toBe('3–5 sessions a week, 3 hours each, about 9 hours a week, 8–10 weeks');
  });
  test('only what is known', () => {
    expect(scheduleText({ ...unknown, sessionsPerWeek: [1, 1] })).toBe('1 session a week');
    expect(scheduleText({ ...unknown, tracks: ['evening'] })).toBeNull();
    expect(scheduleText(null)).toBeNull();
  });
});
