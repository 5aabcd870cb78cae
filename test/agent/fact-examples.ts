import type { FactValue } from '../../functions/domain/fact.ts';
import type { Filter } from '../../functions/search/filter.ts';

/**
 * One fact of each kind: a value with which a search finds the offering, and one that rules it out (null if there is
 * none).
 */
export const FACT_EXAMPLES: readonly (readonly [key: string, yes: FactValue, filter: Filter, no: FactValue | null])[] =
  [
    ['level', 'yes', {}, 'no'],
    ['intake', { state: 'open' }, { accepting: true }, { state: 'closed' }],
    ['condition.ocd', 'yes', { condition: ['ocd'] }, 'no'],
    ['population.veterans', 'yes', { population: ['veterans'] }, 'no'],
    ['age.children', 'yes', { age: ['children'] }, 'no'],
    ['gender.men', 'yes', { gender: ['men'] }, 'no'],
    ['families.childcare', 'yes', { families: ['childcare'] }, 'no'],
    ['therapy.equine', 'yes', { therapy: ['equine'] }, 'no'],
    ['payer.kaiser', 'yes', { payer: ['kaiser'] }, 'no'],
    ['modality.telehealth', 'yes', { modality: ['telehealth'] }, 'no'],
    ['schedule.weekend', 'yes', { schedule: ['weekend'] }, 'no'],
    ['language.vi', 'yes', { language: ['vi'] }, 'no'],
    ['housing', 'yes', { housing: true }, 'no'],
    ['maxHoursPerWeek', 9, { maxHoursPerWeek: 12 }, 20],
    ['maxSessionsPerWeek', 3, { maxSessionsPerWeek: 4 }, 6],
    ['maxWeeks', 8, { maxWeeks: 10 }, 12],
  ];
