import { describe, expect, test } from 'vitest';
import { factKeys } from '../../functions/domain/fact.ts';
import { resultsHeading } from '../../web/locator/parts/results.ts';
import {
  distanceText,
  intakeText,
  limitText,
  payText,
  phoneText,
  scheduleText,
  sourceText,
  staleText,
  sureText,
} from '../../web/locator/parts/telling.ts';
import { phoneHref } from '../../web/locator/read/address.ts';
import type { Phone } from '../../web/locator/read/answer.ts';
import type { Found } from '../../web/locator/state/state.ts';
import { startState } from '../../web/locator/state/state.ts';
import { en } from '../../web/words/en.ts';
import { es } from '../../web/words/es.ts';
import { offering } from './facts-about.ts';

describe('distance', () => {
  test.each([
    [0, 'under 0.1 mi'],
    [0.09, 'under 0.1 mi'],
    [0.1, '0.1 mi'],
    [1.27, '1.3 mi'],
    [99.94, '99.9 mi'],
    [99.96, '100 mi'],
    [226.4, '226 mi'],
  ])('%d miles read "%s"', (miles, text) => expect(distanceText(en, 'mi', miles)).toBe(text));

  test('a radius is spelled out, with one mile singular', () => {
    expect(['25mi', '1mi', '40km', '2.5mi'].map(en.chips.within)).toEqual([
      'Within 25 miles',
      'Within 1 mile',
      'Within 40 km',
      'Within 2.5 miles',
    ]);
    expect(['25mi', '1mi', '40km'].map(es.chips.within)).toEqual([
      'A menos de 25 millas',
      'A menos de 1 milla',
      'A menos de 40 km',
    ]);
  });

  test('a host may show kilometers; a distance of a ZIP says "about"', () => {
    expect(distanceText(en, 'km', 10)).toBe('16.1 km');
    expect(distanceText(en, 'mi', 10, true)).toBe('about 10.0 mi');
    expect(distanceText(es, 'mi', 10, true)).toBe('unas 10.0 mi');
  });
});

describe('the heading of the results', () => {
  const phoenix = { kind: 'zip', label: 'Phoenix, AZ 85004' };
  const arizona = { kind: 'state', label: 'Arizona' };
  const told = { count: 10, complete: false, level: ['iop'], origin: phoenix, within: undefined as string | undefined };
  const heading = ({ count, complete, level, origin, within }: typeof told, words = en) => {
    const found = { results: Array(count), complete, answer: { origin } } as unknown as Found;
    const chosen = { ...(level.length > 0 ? { level } : {}), ...(within === undefined ? {} : { within }) };
    const { what, where } = resultsHeading(words, { ...startState(), chosen }, found);
    return `${what} ${where}`;
  };

  test('says that there are more', () => {
    expect(heading(told)).toBe('The 10 nearest centers listing IOP near Phoenix, AZ 85004');
    expect(heading({ ...told, origin: arizona })).toBe('The first 10 centers listing IOP in Arizona');
    expect(heading(told, es)).toBe('Los 10 centros más cercanos con IOP cerca de Phoenix, AZ 85004');
  });
  test('says that these are all, with the radius in words', () => {
    expect(heading({ ...told, count: 1, complete: true, within: '25mi' })).toBe(
      '1 center listing IOP within 25 miles of Phoenix, AZ 85004',
    );
  });
  test('says that there is none', () => {
    expect(heading({ ...told, count: 0, complete: true, level: [], within: '5mi' })).toBe(
      'No center found within 5 miles of Phoenix, AZ 85004',
    );
  });
  test('a state has no radius, and the words say what became of it', () => {
    expect(heading({ ...told, count: 2, complete: true, origin: arizona, within: '5mi' })).toBe(
      '2 centers listing IOP in Arizona',
    );
    expect(en.results.stateWithin('5mi')).toContain('so “within 5 miles” is left out.');
  });
  test('a cell stands for the device and is not named', () => {
    expect(heading({ ...told, origin: { kind: 'cell', label: 'Geohash 9tbq2' } })).toMatch(/near you$/);
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
    ['main', 'Front desk answers'],
    ['intake', 'Intake line: the center answers'],
    ['admissions', 'Admissions: the center answers'],
    ['benefits-check', 'Insurance check: the center answers'],
    ['crisis', 'The center’s crisis line'],
    ['a-purpose-of-next-year', 'The center answers'],
  ])('a facility’s %s number is "%s"', (purpose, label) => expect(phoneText(en, phone({ purpose }))).toBe(label));

  test('a call center is never shown as the facility, whatever the number is for', () => {
    for (const purpose of ['main', 'intake', 'admissions', 'benefits-check', 'crisis']) {
      for (const answeredBy of ['central-admissions', 'third-party']) {
        expect(phoneText(en, phone({ purpose, answeredBy }))).toMatch(/Answered by .*, not the facility$/);
        expect(phoneText(es, phone({ purpose, answeredBy }))).toMatch(/Contesta .*, no el centro$/);
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
    ['unconfirmed', null, 'Not confirmed · listed April 2023'],
    ['confirmed', '2026-11-02T17:30:00Z', 'Confirmed November 2, 2026'],
    ['stale', '2025-01-31T23:30:00Z', 'Last confirmed January 31, 2025: ask again'],
    ['denied', '2026-11-02T17:30:00Z', 'Admissions said on November 2, 2026 that it is not offered'],
  ])('%s', (state, confirmedAt, text) => expect(sureText(en, { state, confirmedAt }, '2023-04-01')).toBe(text));

  test('space is told with its date, or not at all', () => {
    expect(intakeText(en, { state: 'full', asOf: '2026-11-02T17:30:00Z' })).toBe('Full, as of November 2, 2026');
    const until = { asOf: '2026-11-02T17:30:00Z', until: '2026-12-15T17:00:00Z' };
    expect(intakeText(en, { state: 'full', ...until })).toBe('Full until December 15, 2026, as of November 2, 2026');
    expect(intakeText(en, { state: 'closed', ...until })).toBe(
      'Not taking new clients until December 15, 2026, as of November 2, 2026',
    );
    expect(intakeText(es, { state: 'full', ...until })).toBe(
      'Lleno hasta el 15 de diciembre de 2026, al 2 de noviembre de 2026',
    );
    expect(intakeText(es, { state: 'closed', ...until })).toBe(
      'No acepta personas nuevas hasta el 15 de diciembre de 2026, al 2 de noviembre de 2026',
    );
    expect(intakeText(en, { state: 'open', asOf: null })).toBeNull();
    expect(intakeText(en, { state: 'unknown', asOf: '2026-11-02T17:30:00Z' })).toBeNull();
  });

  test('what was asked too long ago is named, to be asked again', () => {
    const admissions = { stale: ['housing', 'maxWeeks', 'payer.aetna', 'schedule.evening'] };
    expect(staleText(en, null, { admissions })).toBe(
      'Asked long ago: Housing; Weeks, at most; Aetna; Evenings. Ask again.',
    );
    expect(staleText(es, null, { admissions: { stale: ['schedule.evening'] } })).toMatch(
      /^Se preguntó hace mucho: .+\. Pregunte otra vez\.$/,
    );
    for (const key of factKeys().filter((one) => one !== 'level' && one !== 'intake'))
      expect(staleText(en, null, { admissions: { stale: [key] } }), key).not.toMatch(/undefined|\bmax[A-Z]/);
    expect(staleText(en, null, { admissions: { stale: [] } })).toBeNull();
    expect(staleText(en, null, {})).toBeNull();
  });

  test('a source is told with its month, in UTC', () => {
    expect(sourceText(en, { name: 'SAMHSA directory', asOf: '2023-04-01' })).toBe('SAMHSA directory, April 2023');
    expect(en.month('2024-01-01')).toBe('January 2024');
    expect(es.month('2024-01-01')).toBe('enero de 2024');
  });

  test('centers whose listing cannot say', () => {
    expect(en.results.unknown(1, false, true)).toMatch(/^1 more center nearby may offer it: its listing cannot say/);
    expect(en.results.unknown(2, false, false)).toMatch(/^2 centers nearby may offer it: their listings cannot say/);
    expect(en.results.unknown(50, true, true)).toMatch(/^At least 50 more centers nearby may offer it/);
  });
});

describe('who is served', () => {
  test('a listing that names only teens does not say that adults are turned away', () => {
    expect(limitText(en, [offering({ populations: ['adolescents'] })])).toBe('Lists teens · adults: ask');
    expect(limitText(es, [offering({ populations: ['adolescents'] })])).toBe('Indica adolescentes · adultos: pregunte');
    expect(limitText(en, [offering({ populations: ['adolescents', 'adults'] })])).toBeNull();
    expect(limitText(en, [offering({ populations: ['women'] })])).toBeNull();
    expect(limitText(en, [offering()])).toBeNull();
  });
  test('ages that the API states count for more, and "only" for most', () => {
    expect(limitText(en, [offering({ populations: ['adolescents'], ages: ['adolescents', 'adults'] })])).toBeNull();
    expect(limitText(en, [offering({ only: ['dui'] })])).toBe('Only people with a DUI case');
    expect(limitText(en, [offering({ only: ['dui'] }), offering()])).toBeNull();
  });
  test('of the ways to pay those that were asked for, else the commonest', () => {
    const all = [offering({ payers: ['medicare', 'private', 'medicaid', 'sliding-scale'] })];
    expect(payText(en, null, all, ['medicare'])).toBe('Medicare, Medicaid');
    expect(payText(en, null, all, [])).toBe('Medicaid, Private insurance');
    expect(payText(en, null, [offering()], ['medicaid'])).toBe('');
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
    expect(scheduleText(en, schedule)).toBe('3–5 sessions a week, 3 hours each, about 9 hours a week, 8–10 weeks');
    expect(scheduleText(es, schedule)).toBe(
      '3–5 sesiones por semana, 3 horas cada una, unas 9 horas por semana, 8–10 semanas',
    );
  });
  test('only what is known', () => {
    expect(scheduleText(en, { ...unknown, sessionsPerWeek: [1, 1] })).toBe('1 session a week');
    expect(scheduleText(en, { ...unknown, tracks: ['evening'] })).toBe('Evenings');
    expect(scheduleText(en, unknown)).toBeNull();
    expect(scheduleText(en, null)).toBeNull();
  });
});
