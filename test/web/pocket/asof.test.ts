import { describe, expect, test } from 'vitest';
import { ageText, checkedHint } from '../../../web/locator/parts/listings.ts';
import { en } from '../../../web/words/en.ts';
import { es } from '../../../web/words/es.ts';
import { answeredOnDevice } from './props.ts';

describe('how old the listings of a file are', () => {
  test.each([
    [
      '2026-11-29',
      '2026-11-29',
      'Listings as of November 29, 2026. This file cannot check for changes: call before you go.',
    ],
    [
      '2026-11-29',
      '2027-02-27',
      'Listings as of November 29, 2026. This file cannot check for changes: call before you go.',
    ],
    ['2026-11-29', '2027-02-28', 'These listings are of November 29, 2026, more than 90 days old.'],
    ['2026-11-29', '2031-01-01', 'Some numbers and programs will have changed.'],
    // A clock that is behind the file's date proves nothing about its age.
    ['2026-11-29', '2020-01-01', 'This file cannot check for changes'],
  ])('of %s on %s', (asOf, today, words) => {
    expect(ageText(answeredOnDevice(en, { asOf, today }))).toContain(words);
  });

  test.each([
    [
      '2026-12-01',
      'Lista del 29 de noviembre de 2026. Este archivo no puede comprobar si algo cambió: llame antes de ir.',
    ],
    ['2027-12-01', 'Esta lista es del 29 de noviembre de 2026, de hace más de 90 días.'],
  ])('in Spanish on %s', (today, words) => {
    expect(ageText(answeredOnDevice(es, { asOf: '2026-11-29', today }))).toContain(words);
  });

  test('it never says that listings of a file were current at some time', () => {
    const props = answeredOnDevice(en, { asOf: '2026-11-29', today: '2026-11-29' });
    expect(checkedHint(props)).toBeNull();
    expect(checkedHint({ ...props, settings: { ...props.settings, asOf: null } })).not.toBeNull();
  });

  test('listings of the network say nothing of a file', () => {
    expect(ageText(answeredOnDevice(en, { asOf: null, today: '2031-01-01' }))).toBeNull();
  });
});
