import fc from 'fast-check';
import { ages } from '../../functions/domain/age.ts';
import { conditions } from '../../functions/domain/condition.ts';
import { families } from '../../functions/domain/families.ts';
import { genders } from '../../functions/domain/gender.ts';
import { levels } from '../../functions/domain/level-of-care.ts';
import { modalities } from '../../functions/domain/modality.ts';
import { payers } from '../../functions/domain/payer.ts';
import { populations } from '../../functions/domain/population.ts';
import { tracks } from '../../functions/domain/schedule.ts';
import { stateCodes } from '../../functions/domain/state.ts';
import { therapies } from '../../functions/domain/therapy.ts';
import type { Filter } from '../../functions/search/filter.ts';

const some = <T>(values: readonly T[], most: number) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: most });

const fields: { [Name in keyof Filter]-?: fc.Arbitrary<NonNullable<Filter[Name]>> } = {
  level: some(levels.codes, 3),
  condition: some(conditions.codes, 3),
  population: some(populations.codes, 3),
  age: some(ages.codes, 2),
  gender: some(genders.codes, 2),
  families: some(families.codes, 2),
  therapy: some(therapies.codes, 3),
  payer: some([...payers.codes, 'aetna', 'cigna', 'nobody-pays'], 3),
  modality: some(modalities.codes, 2),
  schedule: some(tracks.codes, 2),
  language: some(['es', 'ase', 'zh', 'tlh'], 2),
  housing: fc.boolean(),
  maxHoursPerWeek: fc.constantFrom(5, 9, 19, 40),
  maxSessionsPerWeek: fc.constantFrom(1, 3, 5),
  maxWeeks: fc.constantFrom(4, 8, 52),
  confirmed: fc.constantFrom({ maxAgeDays: null }, { maxAgeDays: 30 }, { maxAgeDays: 1 }),
  accepting: fc.constant(true),
  in: some(stateCodes, 3),
  organization: some(['harbor-3', 'mesa-7', 'open-door-0', 'nobody'], 2),
};

/** Filters of up to four random fields. */
export const filters: fc.Arbitrary<Filter> = fc
  .tuple(fc.record(fields), fc.uniqueArray(fc.constantFrom(...Object.keys(fields)), { maxLength: 4 }))
  .map(([all, chosen]) => Object.fromEntries(Object.entries(all).filter(([name]) => chosen.includes(name))));
