import { conditions } from '../../functions/domain/condition.ts';
import { levels } from '../../functions/domain/level-of-care.ts';
import { payers } from '../../functions/domain/payer.ts';
import { populations } from '../../functions/domain/population.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { stateSchema } from '../../functions/domain/state-schema.ts';
import { therapies } from '../../functions/domain/therapy.ts';
import type { Point } from '../../functions/geo/point.ts';
import { places } from '../../functions/places/load.ts';
import type { Filter } from '../../functions/search/filter.ts';
import { Cities, pointIn, shifted } from '../support/cities.ts';
import { RARE_LANGUAGE } from '../support/listing-like.ts';
import { pick } from '../support/random.ts';

export const originKinds = ['town', 'rural', 'out of area'] as const;
export type OriginKind = (typeof originKinds)[number];

export const radiiMiles = [10, 25, 50, 100, 500, null] as const;
export const limits = [10, 25] as const;

/**
 * Makes points that people search from. Of the kind `mixed`, nine in ten are in towns; half of the others are rural,
 * and half are outside of the served states.
 */
export function originsOf(random: () => number): (kind: OriginKind | 'mixed') => Point {
  const all = Cities.of(places());
  const served = all.where(({ state }) => stateSchema.safeParse(state).success);
  const elsewhere = all.where(({ state }) => !stateSchema.safeParse(state).success);
  const small = served.where(({ population }) => population < 3_000).list;
  return (kind) => {
    const chance = random();
    const chosen = kind !== 'mixed' ? kind : chance < 0.9 ? 'town' : chance < 0.95 ? 'rural' : 'out of area';
    if (chosen === 'town') return pointIn(served.pick(random), random);
    if (chosen === 'out of area') return pointIn(elsewhere.pick(random), random);
    return shifted(pick(random, small).location, random() * 40, random() * 2 * Math.PI);
  };
}

/** The filters in the printed tables: common, rare and combined ones. */
export function filtersFor(records: Iterable<CenterRecord>): Record<string, Filter> {
  return {
    IOP: { level: ['iop'] },
    'any center': {},
    'IOP in the evening': { level: ['iop'], schedule: ['evening'] },
    'IOP, stimulants': { level: ['iop'], condition: ['stimulants'] },
    'PHP, anxiety': { level: ['php'], condition: ['anxiety'] },
    'rare: a language of 1 in 1,000': { language: [RARE_LANGUAGE] },
    'one organization': { organization: [organizationOfSize(records, 20)] },
    'IOP, Medicaid, women': { level: ['iop'], payer: ['medicaid'], population: ['women'] },
    'inpatient, pregnant, ASL, DBT': {
      level: ['inpatient'],
      population: ['pregnant'],
      language: ['ase'],
      therapy: ['dbt'],
    },
  };
}

/** The organization whose number of centers is closest to `size`. */
function organizationOfSize(records: Iterable<CenterRecord>, size: number): string {
  const counts = new Map<string, number>();
  for (const { center } of records) {
    counts.set(center.organization.slug, (counts.get(center.organization.slug) ?? 0) + 1);
  }
  let [best, difference] = ['', Infinity];
  for (const [slug, count] of counts) {
    if (Math.abs(count - size) >= difference) continue;
    [best, difference] = [slug, Math.abs(count - size)];
  }
  return best;
}

/** A random filter: one to four fields with one or two values each, occasionally no field. */
export function anyFilter(random: () => number): Filter {
  const two = <T>(list: readonly T[]): T[] => [...new Set([pick(random, list), pick(random, list)])];
  return {
    ...(random() < 0.7 && { level: two(levels.codes) }),
    ...(random() < 0.3 && { payer: two(payers.codes) }),
    ...(random() < 0.3 && { population: two(populations.codes) }),
    ...(random() < 0.25 && { condition: two(conditions.codes) }),
    ...(random() < 0.2 && { therapy: two(therapies.codes) }),
    ...(random() < 0.15 && { language: two(['es', 'ase', 'vi', 'zh']) }),
    ...(random() < 0.1 && { housing: random() < 0.5 }),
    ...(random() < 0.1 && { modality: ['telehealth' as const] }),
  };
}
