import { levels } from '../../functions/domain/level-of-care.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { pick, seeded } from '../support/random.ts';

/**
 * Listings that only serve some groups, are denied, are confirmed, have no offering, or leave a level unknown, in all
 * combinations.
 */
export function varied(records: readonly CenterRecord[]): CenterRecord[] {
  const random = seeded(8);
  const onlys = [[], ['dui'], ['alcohol'], ['opioids'], ['alcohol', 'opioids'], ['women'], ['men'], ['dui', 'women']];
  return records.map((record): CenterRecord => {
    const offerings = random() < 0.1 ? [] : record.offerings.map((offering) => ({ ...offering, ...newFacts() }));
    const offered = new Set<string>(offerings.map(({ level }) => level));
    const unknownLevels = levels.codes.filter((level) => !offered.has(level) && random() < 0.3);
    return { center: { ...record.center, unknownLevels }, offerings };
  });

  function newFacts(): Partial<CenterRecord['offerings'][number]> {
    return {
      only: pick(random, onlys) as ('dui' | 'women')[],
      genders: pick(random, [null, ['women'], ['men'], ['women', 'men']]) as 'women'[] | null,
      populations: pick(random, [[], ['women', 'men'], ['justice-involved'], ['men']]) as 'men'[],
      conditions: pick(random, [[], ['alcohol', 'stimulants'], ['eating'], ['opioids', 'anxiety']]) as 'eating'[],
      payers: pick(random, [[], ['aetna'], ['private', 'cigna']]),
      families: pick(random, [[], ['childcare'], ['beds-for-children']]) as 'childcare'[],
      schedule: pick(random, [
        null,
        { sessionsPerWeek: [3, 5], hoursPerSession: null, hoursPerWeek: 9, weeks: null, tracks: ['day', 'weekend'] },
        { sessionsPerWeek: null, hoursPerSession: 3, hoursPerWeek: null, weeks: [8, 12], tracks: null },
      ]),
      confirmation: pick(random, [
        { state: 'unconfirmed', confirmedAt: null, expiresAt: null },
        { state: 'denied', confirmedAt: '2026-11-01T00:00:00Z', expiresAt: null },
        { state: 'confirmed', confirmedAt: '2026-11-01T00:00:00Z', expiresAt: '2027-01-01T00:00:00Z' },
      ]),
      intake: pick(random, [
        { state: 'unknown', asOf: null },
        { state: 'full', asOf: '2026-11-01T00:00:00Z' },
      ]),
    };
  }
}
