import { expect, it } from 'vitest';
import { intakeText, sourceText, sureText } from '../../web/locator/parts/telling.ts';
import { en } from '../../web/words/en.ts';

it('the suite runs west of Greenwich, where a slip shows', () => {
  expect(new Date('2026-11-01T00:30:00Z').getTimezoneOffset()).toBeGreaterThan(240);
});

it.each([
  ['2026-11-01T00:30:00Z', 'November 1, 2026'],
  ['2026-11-01T23:59:59Z', 'November 1, 2026'],
  ['2027-01-01T00:00:00Z', 'January 1, 2027'],
])('%s is %s, wherever the device is', (instant, day) => {
  expect(en.day(instant)).toBe(day);
  expect(intakeText(en, { state: 'full', asOf: instant })).toBe(`Full, as of ${day}`);
  expect(sureText(en, { state: 'confirmed', confirmedAt: instant }, null)).toContain(day);
});

it.each([
  ['2023-04-01', 'April 2023'],
  ['2027-01-01', 'January 2027'],
])('%s is in %s', (date, month) => {
  expect(en.month(date)).toBe(month);
  expect(sourceText(en, { name: 'A list', asOf: date })).toBe(`A list, ${month}`);
});
