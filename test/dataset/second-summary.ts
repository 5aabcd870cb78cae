/* The counts of a dataset, computed from its centers: section 8 of functions/dataset/FORMAT.md. */
import { listOf, parents, valuesOf } from './format-page.ts';
import { type Facts, isDenied, isKeptToDui, offeringsOf, type PackedOffering } from './second-center.ts';
import { profileOf } from './second-entry.ts';

type Counts = Record<string, number>;
type Row = readonly unknown[];

const LEVELS = listOf('levels').filter((level) => level !== null);
const MASKS: Readonly<Record<string, number>> = {
  ...{ conditions: 0, populations: 1, therapies: 2, payers: 3, modalities: 4, tracks: 5, flags: 6 },
  ...{ ages: 7, genders: 8, families: 9, unsaid: 11, vocabularies: 12 },
};
/** The members of `values` that have a list of positions: the list's name on the page, and the number of its mask. */
const FIELDS: Readonly<Record<string, readonly [list: string, mask: number]>> = {
  condition: ['conditions', 0],
  population: ['populations', 1],
  therapy: ['therapies', 2],
  payer: ['kinds of payer', 3],
  modality: ['modalities', 4],
  schedule: ['times of day', 5],
  age: ['ages', 7],
  gender: ['genders', 8],
  families: ['families', 9],
};

/** @param states The served states. */
export function summaryOf(rows: readonly Row[], states: readonly string[]) {
  return {
    centers: rows.length,
    byState: Object.fromEntries(
      states.map((state) => {
        const own = rows.filter((row) => row[8] === state);
        return [state, { centers: own.length, byLevel: countOf(own, LEVELS, (row) => found(row).map(levelOf)) }];
      }),
    ),
    values: valueCounts(rows),
    levels: LEVELS.map((_, level) => levelCounts(rows, level)),
  };
}

/** Offerings of a center that are not denied. */
const listed = (row: Row): PackedOffering[] => offeringsOf(row).filter(({ facts }) => !isDenied(facts));
const found = (row: Row): PackedOffering[] => listed(row).filter(({ facts }) => !isKeptToDui(facts));
const levelOf = ({ level }: PackedOffering): string => LEVELS[level] ?? '';

function valueCounts(rows: readonly Row[]): Record<string, Counts> {
  const counts: Record<string, Counts> = {
    level: countOf(rows, LEVELS, (row) => found(row).map(levelOf)),
    language: countOf(rows, [], (row) => found(row).flatMap(({ facts }) => facts[5] as string[])),
    confirmation: countOf(rows, ['confirmed', 'unconfirmed', 'denied'], (row) =>
      listed(row).map(({ facts }) => (facts[9] === 0 ? 'unconfirmed' : 'confirmed')),
    ),
  };
  for (const [field, [list, mask]] of Object.entries(FIELDS)) {
    const zeros = listOf(list).filter((value) => value !== null);
    counts[field] = countOf(rows, zeros, (row) =>
      listed(row).flatMap(({ facts }) => withParents(valuesIn(facts, field, list, mask))),
    );
  }
  return counts;
}

function valuesIn(facts: Facts, field: string, list: string, mask: number): string[] {
  const values = valuesOf(list, profileOf(facts, 0)[0][mask] ?? 0);
  if (isKeptToDui(facts)) return field === 'population' ? values.filter((value) => value === 'justice-involved') : [];
  const insurers = field === 'payer' ? (facts[4] as string[]) : [];
  return [...values, ...insurers, ...(insurers.length > 0 ? ['private'] : [])];
}

const withParents = (values: readonly string[]): string[] =>
  values.flatMap((value) => [value, parents.get(value) ?? value]);

function levelCounts(rows: readonly Row[], level: number) {
  const offerings = (row: Row) => listed(row).filter((one) => one.level === level);
  const bits: Record<string, number[]> = {};
  for (const [name, position] of Object.entries(MASKS)) {
    const masks = rows.map((row) =>
      offerings(row).reduce((union, { facts }) => union | (profileOf(facts, 0)[0][position] ?? 0), 0),
    );
    bits[name] = Array.from({ length: 31 }, (_, bit) => masks.filter((mask) => (mask & (1 << bit)) !== 0).length);
  }
  return {
    offered: rows.filter((row) => offerings(row).length > 0).length,
    bits,
    insurers: countOf(rows, [], (row) => offerings(row).flatMap(({ facts }) => facts[4] as string[])),
    languages: countOf(rows, [], (row) => offerings(row).flatMap(({ facts }) => facts[5] as string[])),
  };
}

/**
 * Number of centers with each value.
 * @param zeros Values that are listed even if no center has them.
 */
function countOf(rows: readonly Row[], zeros: readonly string[], valuesOfRow: (row: Row) => readonly string[]): Counts {
  const counts = new Map(zeros.map((value) => [value, 0]));
  for (const row of rows)
    for (const value of new Set(valuesOfRow(row))) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries(counts);
}
