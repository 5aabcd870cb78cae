import { describe, expect, test } from 'vitest';
import type { Phone } from '../../web/answer.ts';
import {
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

  test('a point from the device is not shown as coordinates', () => {
    expect(originText({ kind: 'point', label: '33.4, -112.1' })).toBe('your rough location');
    expect(originText({ kind: 'zip', label: 'Phoenix, AZ 85004' })).toBe('Phoenix, AZ 85004');
  });
});

describe('the heading of the results', () => {
  test('says that there are more', () => {
    expect(resultsHeading(10, true, 'IOP', 'Phoenix, AZ')).toBe('The 10 nearest centers listing IOP near Phoenix, AZ');
  });
  test('says that these are all, with the radius in words', () => {
    expect(resultsHeading(1, false, 'IOP', 'Phoenix, AZ', '25mi')).toBe(
      '1 center listing IOP within 25 miles of Phoenix, AZ',
    );
  });
  test('says that there is none', () => {
    expect(resultsHeading(0, false, null, 'Phoenix, AZ', '5mi')).toBe('No center found within 5 miles of Phoenix, AZ');
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
  ])('a facility’s %s number is "%s"', (purpose, label) => expect(phoneLabel(phone({ purpose }))).toBe(label));

  test('a call center is never shown as the facility, whatever the number is for', () => {
    for (const purpose of ['main', 'intake', 'admissions', 'benefits-check', 'crisis']) {
      for (const answeredBy of ['central-admissions', 'third-party']) {
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
  ])('%s', (state, confirmedAt, text) => expect(confirmationText({ state, confirmedAt })).toBe(text));

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
    expect(unknownText({ count: 0 }, true)).toBeNull();
    expect(unknownText({ count: 1 }, true)).toBe('1 more center nearby may offer it: its listing cannot say.');
    expect(unknownText({ count: 2 }, false)).toBe('2 centers nearby may offer it: their listings cannot say.');
    expect(unknownText({ count: 50, more: true }, true)).toBe(
      'At least 50 more centers nearby may offer it: their listings cannot say.',
    );
  });
});

describe('schedule', () => {
  const unknown = { sessionsPerWeek: null, hoursPerSession: null, hoursPerWeek: null, weeks: null, tracks: null };

  test('all of it', () => {
    const schedule = {
      sessionsPerWeek: [3, 5],
      hoursPerSession: 3,
      hoursPerWeek: 9,
      weeks: [8, 10],
      tracks: [],
    } as const;
    expect(scheduleText(schedule)).toBe('3–5 sessions a week, 3 hours each, about 9 hours a week, 8–10 weeks');
  });
  test('only what is known', () => {
    expect(scheduleText({ ...unknown, sessionsPerWeek: [1, 1] })).toBe('1 session a week');
    expect(scheduleText({ ...unknown, tracks: ['evening'] })).toBeNull();
    expect(scheduleText(null)).toBeNull();
  });
});
