import { describe, expect, test } from 'vitest';
import { type Condition, conditions } from '../../functions/domain/condition.ts';
import { confirmationState } from '../../functions/domain/confirmation.ts';
import { type Level, levels } from '../../functions/domain/level-of-care.ts';
import { type Offering, offeringSchema } from '../../functions/domain/offering.ts';
import { recordSchema } from '../../functions/domain/record.ts';
import { stateCodes } from '../../functions/domain/state.ts';
import { therapies } from '../../functions/domain/therapy.ts';
import { offering, record } from './example.ts';

/** A record of facts that an operator states; the test is that it parses unchanged. */
function stated(
  offerings: readonly (Partial<Offering> & { level: Level })[],
  center: Partial<typeof record.center> = {},
) {
  const built = {
    center: { ...record.center, ...center },
    offerings: offerings.map((facts, n) => ({ ...offering, ...facts, id: `juniper-phoenix-${facts.level}-${n}` })),
  };
  const parsed = recordSchema.parse(built);
  expect(parsed).toEqual(built);
  return parsed;
}

describe('what an operator of centers says can be written down', () => {
  test.each(stateCodes)('a center in %s', (state) => {
    stated([{ level: 'op' }], { address: { ...record.center.address, state } });
  });

  test('the eight states are these', () => {
    expect(stateCodes).toEqual(['AZ', 'CA', 'CO', 'IL', 'NV', 'NJ', 'OK', 'WA']);
  });

  test('every level of care in one center', () => {
    stated(levels.codes.map((level) => ({ level })));
  });

  test('an IOP of 3 to 5 sessions a week, 3 hours each, about 9 hours, 8 to 10 weeks, by day, going home at night', () => {
    stated([
      {
        level: 'iop',
        schedule: { sessionsPerWeek: [3, 5], hoursPerSession: 3, hoursPerWeek: 9, weeks: [8, 10], tracks: ['day'] },
        housing: false,
      },
    ]);
  });

  test('an outpatient program weekly or every other week, for weeks to months', () => {
    const schedule = {
      sessionsPerWeek: [0.5, 1],
      hoursPerSession: 1,
      hoursPerWeek: null,
      weeks: [4, 26],
      tracks: null,
    };
    stated([{ level: 'op', schedule: schedule as Offering['schedule'] }]);
  });

  test('two PHPs of one center, of which one houses its clients, and one of which it is not known', () => {
    const { offerings } = stated([true, false, null].map((housing) => ({ level: 'php' as const, housing })));
    expect(offerings.map(({ housing }) => housing)).toEqual([true, false, null]);
  });

  test('a person stepping down, under an IOP’s floor of hours for a week or two', () => {
    const schedule = { sessionsPerWeek: [2, 2], hoursPerSession: 3, hoursPerWeek: 6, weeks: [1, 2], tracks: null };
    stated([{ level: 'iop', schedule: schedule as Offering['schedule'] }]);
  });

  test.each<[string, Condition[]]>([
    ['substance use', ['substance-use', 'alcohol', 'opioids', 'stimulants', 'prescription-medications']],
    [
      'mental health',
      ['mental-health', 'depressive', 'anxiety', 'personality', 'ptsd', 'trauma', 'phobias', 'ocd', 'eating'],
    ],
    ['both at once', ['co-occurring']],
  ])('%s', (_, treated) => {
    stated([{ level: 'iop', conditions: treated }]);
    expect(treated.filter((condition) => !conditions.codes.includes(condition))).toEqual([]);
  });

  test('an IOP for women with alcohol use disorder and another for men with opioid use disorder', () => {
    stated([
      { level: 'iop', populations: ['women'], conditions: ['alcohol'] },
      { level: 'iop', populations: ['men'], conditions: ['opioids'] },
    ]);
  });

  test('individual and group therapy, evidence-based psychotherapy, and nine holistic options', () => {
    const nine = [
      'breathwork',
      'meditation',
      'yoga',
      'tai-chi',
      'massage',
      'art',
      'sound',
      'equine',
      'nature',
    ] as const;
    stated([{ level: 'iop', therapies: ['individual', 'group', 'evidence-based', ...nine] }]);
    expect(nine.every((therapy) => therapies.family('holistic').includes(therapy))).toBe(true);
  });

  test('most major insurers, a free check of benefits, and a call to admissions', () => {
    const insurers = ['aetna', 'anthem', 'blue-cross-blue-shield', 'cigna', 'humana', 'kaiser', 'united-healthcare'];
    const phone = { number: '+16025550100', extension: null, answeredBy: 'central-admissions' } as const;
    stated([{ level: 'iop', payers: ['private', ...insurers] }], {
      phones: [
        { ...phone, purpose: 'admissions' },
        { ...phone, purpose: 'benefits-check' },
      ],
    });
  });

  test('that admissions confirmed it, and that a listing cannot say', () => {
    const confirmation = {
      state: 'confirmed',
      confirmedAt: '2026-11-01T00:00:00Z',
      expiresAt: '2027-01-30T00:00:00Z',
    } as const;
    stated([{ level: 'iop', confirmation, intake: { state: 'open', asOf: '2026-11-01T00:00:00Z' } }]);
    stated([{ level: 'op' }], { unknownLevels: ['iop'] });
  });

  const asam = {
    '3': ['0.5', '1', '2.1', '2.5', '3.1', '3.3', '3.5', '3.7', '4', '1-WM', '2-WM', '3.2-WM', '3.7-WM', '4-WM'],
    '4': ['1.5', '1.7', '2.1', '2.5', '2.7', '3.1', '3.5', '3.7', '3.7 BIO', '4'],
  } as const;
  test.each(Object.entries(asam))('every code of ASAM’s edition %s', (edition, codes) => {
    for (const code of codes)
      expect(offeringSchema.parse({ ...offering, asam: { code, edition } }).asam?.code).toBe(code);
  });
});

describe('a confirmation', () => {
  const confirmed = {
    state: 'confirmed',
    confirmedAt: '2026-11-01T00:00:00Z',
    expiresAt: '2027-01-30T00:00:00.000Z',
  } as const;
  const end = Date.parse(confirmed.expiresAt);

  test.each([
    [end - 1, 'confirmed'],
    [end, 'stale'],
    [end + 1, 'stale'],
  ])('holds up to its last millisecond: at %d it is %s', (now, state) => {
    expect(confirmationState(confirmed, now)).toBe(state);
  });

  test('that was denied or never given does not go stale', () => {
    const denied = { state: 'denied', confirmedAt: '2020-01-01T00:00:00Z', expiresAt: '2020-02-01T00:00:00Z' } as const;
    expect(confirmationState(denied, end)).toBe('denied');
    expect(confirmationState({ state: 'unconfirmed', confirmedAt: null, expiresAt: null }, end)).toBe('unconfirmed');
  });
});
