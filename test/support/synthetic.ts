import { ages } from '../../functions/domain/age.ts';
import { conditions } from '../../functions/domain/condition.ts';
import { unconfirmed } from '../../functions/domain/confirmation.ts';
import type { Confirmation } from '../../functions/domain/confirmation-schema.ts';
import { families } from '../../functions/domain/families.ts';
import { genders } from '../../functions/domain/gender.ts';
import { unknownIntake } from '../../functions/domain/intake.ts';
import { type Level, levels } from '../../functions/domain/level-of-care.ts';
import type { Offering } from '../../functions/domain/offering.ts';
import { onlys } from '../../functions/domain/only.ts';
import { payers } from '../../functions/domain/payer.ts';
import { populations } from '../../functions/domain/population.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { tracks } from '../../functions/domain/schedule.ts';
import { slugOf } from '../../functions/domain/slug.ts';
import { stateCodes } from '../../functions/domain/state.ts';
import { therapies } from '../../functions/domain/therapy.ts';
import type { Point } from '../../functions/geo/point.ts';
import { pick, some } from './random.ts';

const insurers = ['aetna', 'cigna', 'humana', 'united-healthcare'];
const languages = ['es', 'ase', 'zh', 'vi', 'ko'];
const cities = ['Springfield', 'Riverside', 'Salem', 'Franklin', 'Aurora', 'Clinton'];
const organizations = ['Open Door', 'Harbor', 'New Path', 'Mesa', 'Juniper Health', 'St. Anne'];

// Approximate shares of the levels in the public listings.
const levelChance: Readonly<Record<Level, number>> = {
  op: 0.8,
  iop: 0.31,
  php: 0.12,
  residential: 0.2,
  inpatient: 0.07,
  detox: 0.15,
  aftercare: 0.4,
  'sober-living': 0.05,
};

/** A made-up record with every kind of fact, known and unknown, at the given point. */
export function syntheticRecord(random: () => number, index: number, point: Point, now: number): CenterRecord {
  const city = pick(random, cities);
  const organization = `${pick(random, organizations)} ${Math.floor(random() * 20)}`;
  const id = `synthetic-${slugOf(city)}-${index.toString(36)}`;
  const mentalHealthOnly = random() < 0.3;
  const offered = levels.codes.filter((level) => {
    if (mentalHealthOnly && (level === 'iop' || level === 'detox' || level === 'sober-living')) return false;
    return random() < levelChance[level];
  });
  const offerings = offered.flatMap((level) => {
    const count = random() < 0.1 ? 2 : 1;
    return Array.from({ length: count }, (_, n) =>
      syntheticOffering(random, `${id}-${level}${n > 0 ? `-${n}` : ''}`, level, now),
    );
  });
  return {
    center: {
      id,
      name: `${organization} ${city}`,
      alternateNames: random() < 0.2 ? [`${city} Recovery`] : [],
      organization: { slug: slugOf(organization), name: organization },
      sample: false,
      address: {
        street: `${index + 1} Main Street`,
        city,
        state: pick(random, stateCodes),
        zip: String(10000 + (index % 89999)),
      },
      location: { ...point, accuracy: 'address' },
      phones: [
        {
          number: `+1602555${String(100 + (index % 9900)).padStart(4, '0')}`,
          extension: null,
          purpose: 'main',
          answeredBy: 'facility',
        },
      ],
      website: null,
      unknownLevels: mentalHealthOnly && !offered.includes('iop') ? ['iop'] : [],
      sources: [{ name: 'Synthetic', asOf: '2023-04-01' }],
    },
    offerings,
  };
}

function syntheticOffering(random: () => number, id: string, level: Level, now: number): Offering {
  const known = random() < 0.3;
  return {
    id,
    level,
    asam: null,
    conditions: some(random, conditions.codes, 0.3),
    populations: some(random, populations.codes, 0.2),
    ages: orNull(some(random, ages.codes, 0.4)),
    genders: orNull(some(random, genders.codes, 0.5)),
    families: some(random, families.codes, 0.1),
    only: random() < 0.15 ? [pick(random, onlys.codes)] : [],
    therapies: some(random, therapies.codes, 0.25),
    payers: [...some(random, payers.codes, 0.5), ...some(random, insurers, 0.05)],
    languages: some(random, languages, 0.08),
    modalities: random() < 0.5 ? ['in-person', 'telehealth'] : ['in-person'],
    schedule: known
      ? {
          sessionsPerWeek: random() < 0.7 ? [3, 5] : null,
          hoursPerSession: random() < 0.7 ? 3 : null,
          hoursPerWeek: random() < 0.5 ? 6 + Math.floor(random() * 20) : null,
          weeks: random() < 0.5 ? [8, 10] : null,
          tracks: knownTracks(random),
        }
      : null,
    housing: pick(random, [null, null, true, false]),
    confirmation: syntheticConfirmation(random, now),
    intake:
      random() < 0.1
        ? { state: pick(random, ['open', 'full', 'closed']), asOf: new Date(now).toISOString() }
        : unknownIntake,
  };
}

const orNull = <Value>(values: Value[]): Value[] | null => (values.length === 0 ? null : values);

function knownTracks(random: () => number) {
  const known = some(random, tracks.codes, 0.5);
  return known.length === 0 ? null : known;
}

function syntheticConfirmation(random: () => number, now: number): Confirmation {
  const day = 86_400_000;
  const chance = random();
  if (chance < 0.8) return unconfirmed;
  const confirmedAt = new Date(now - Math.floor(random() * 150) * day);
  if (chance < 0.85) return { state: 'denied', confirmedAt: confirmedAt.toISOString(), expiresAt: null };
  const expiresAt = new Date(confirmedAt.getTime() + 90 * day);
  return { state: 'confirmed', confirmedAt: confirmedAt.toISOString(), expiresAt: expiresAt.toISOString() };
}
