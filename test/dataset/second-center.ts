/* Centers as records, from packed rows: section 6 of functions/dataset/FORMAT.md, without the code that packs them. */
import { listOf, valuesOf } from './format-page.ts';

/** The facts of an offering, by their position in the list. */
export type Facts = readonly unknown[];

/** An offering with all its facts. */
export interface PackedOffering {
  readonly id: string;
  readonly level: number;
  readonly asam: readonly [string, string] | 0;
  readonly facts: Facts;
}

const mask = (facts: Facts, position: number): number => (facts[position] as number | undefined) ?? 0;
const list = (facts: Facts, position: number): string[] => [...((facts[position] as string[] | undefined) ?? [])];

export function offeringsOf(row: readonly unknown[]): PackedOffering[] {
  type Packed = readonly [suffix: string, level: number, asam: PackedOffering['asam'], changes: readonly unknown[] | 0];
  return (row[18] as readonly Packed[]).map(([suffix, level, asam, changes]) => {
    const facts = [...(row[17] as Facts)];
    for (let at = 0; changes !== 0 && at < changes.length; at += 2) facts[changes[at] as number] = changes[at + 1];
    return { id: `${row[0]}-${suffix}`, level, asam, facts };
  });
}

export const isDenied = (facts: Facts): boolean => facts[9] !== 0 && (facts[9] as readonly unknown[])[0] === 'denied';

/** True if only DUI clients are served. */
export const isKeptToDui = (facts: Facts): boolean => (mask(facts, 14) & 1) !== 0;

/** Unpacks a center into the form of the files in data/. */
export function recordOf(row: readonly unknown[]) {
  type Phone = readonly [string, string | 0, number, number];
  return {
    center: {
      id: row[0],
      name: row[1],
      alternateNames: row[2] === 0 ? [] : row[2],
      organization: { slug: row[3], name: row[4] },
      sample: row[5] === 1,
      address: { street: row[6] === 0 ? null : row[6], city: row[7], state: row[8], zip: row[9] },
      location: { lat: row[10], lng: row[11], accuracy: ['address', 'street', 'zip'][row[12] as number] },
      phones: (row[13] as Phone[]).map(([number, extension, purpose, answeredBy]) => ({
        number: `+1${number}`,
        extension: extension === 0 ? null : extension,
        purpose: ['main', 'intake', 'admissions', 'benefits-check', 'crisis'][purpose],
        answeredBy: ['facility', 'central-admissions', 'third-party'][answeredBy],
      })),
      website: row[14] === 0 ? null : row[14],
      unknownLevels: valuesOf('levels', row[15] as number),
      sources: (row[16] as [string, string][]).map(([name, asOf]) => ({ name, asOf })),
    },
    offerings: offeringsOf(row).map(({ id, level, asam, facts }) => ({
      id,
      level: listOf('levels')[level],
      asam: asam === 0 ? null : { code: asam[0], edition: asam[1] },
      conditions: valuesOf('conditions', mask(facts, 0)),
      populations: valuesOf('populations', mask(facts, 1)),
      therapies: valuesOf('therapies', mask(facts, 2)),
      payers: [...valuesOf('kinds of payer', mask(facts, 3)), ...list(facts, 4)],
      languages: list(facts, 5),
      modalities: valuesOf('modalities', mask(facts, 6)),
      schedule: scheduleOf(facts),
      housing: [null, false, true][mask(facts, 8)],
      confirmation: confirmationOf(facts),
      intake: intakeOf(facts),
      ages: mask(facts, 11) === 0 ? null : valuesOf('ages', mask(facts, 11)),
      genders: mask(facts, 12) === 0 ? null : valuesOf('genders', mask(facts, 12)),
      families: valuesOf('families', mask(facts, 13)),
      only: valuesOf('only', mask(facts, 14)),
    })),
  };
}

function scheduleOf(facts: Facts) {
  if (facts[7] === 0) return null;
  const [sessionsPerWeek, hoursPerSession, hoursPerWeek, weeks, tracks] = facts[7] as readonly unknown[];
  const times = tracks === null ? null : valuesOf('times of day', tracks as number);
  return { sessionsPerWeek, hoursPerSession, hoursPerWeek, weeks, tracks: times };
}

function confirmationOf(facts: Facts) {
  if (facts[9] === 0) return { state: 'unconfirmed', confirmedAt: null, expiresAt: null };
  const [said, confirmedAt, expiresAt] = facts[9] as readonly unknown[];
  return { state: said, confirmedAt, expiresAt };
}

function intakeOf(facts: Facts) {
  if (facts[10] === 0) return { state: 'unknown', asOf: null };
  const [said, asOf] = facts[10] as readonly unknown[];
  return { state: said, asOf };
}
