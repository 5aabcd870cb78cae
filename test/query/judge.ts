import { readFileSync } from 'node:fs';
import { bandOf } from '../../functions/domain/age.ts';
import { isPayerKind } from '../../functions/domain/payer.ts';
import { readNear } from '../../functions/faces/v1/parameters/origin.ts';
import { distanceKm, KM_PER_MILE } from '../../functions/geo/distance.ts';
import type { Point } from '../../functions/geo/point.ts';
import type { Places } from '../../functions/places/places.ts';
import type { Reading } from '../../functions/query/reading.ts';

const FIELDS = [
  'level',
  'payer',
  'population',
  'age',
  'gender',
  'schedule',
  'condition',
  'therapy',
  'language',
  'modality',
] as const;
type JudgedField = (typeof FIELDS)[number];

/** A place this near to the expected one is equally good for a search. */
const NEAR_MILES = 15;

/**
 * A text and its right reading. `a,b` means both values; `a|b` means either; `a|` means a or nothing; `a,b?` means a,
 * with or without b. A column that is missing is not judged.
 */
export interface JudgedText {
  readonly text: string;
  readonly expected: Readonly<Record<string, string>>;
}

/** Reads a table whose first row names the columns: `text`, any of the fields, and `place`. */
export function readJudgedTexts(file: string | URL): readonly JudgedText[] {
  const [head = '', ...rows] = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const names = head.split('\t');
  if (names[0] !== 'text') throw new Error(`the first column of ${file} is "${names[0]}", not "text"`);
  return rows.map((row) => {
    const cells = row.split('\t');
    const expected = Object.fromEntries(names.slice(1).map((name, at) => [name, (cells[at + 1] ?? '').trim()]));
    return { text: cells[0] ?? '', expected };
  });
}

/** The faults of a reading, one line for each field; empty if it is acceptable. */
export function faultsOf({ text: _, expected }: JudgedText, reading: Reading, places: Places): readonly string[] {
  const wrong = FIELDS.flatMap((field) => {
    const wanted = expected[field];
    if (wanted === undefined) return [];
    const got = reading[field].map(String);
    return isAcceptable(field, wanted, got) || isSaidByPopulation(field, wanted, got, expected, reading)
      ? []
      : [`${field}: ${got.join() || 'nothing'} instead of ${wanted || 'nothing'}`];
  });
  const place = expected.place ?? null;
  if (place === null || isSamePlace(place, reading, places)) return wrong;
  return [...wrong, `place: ${reading.near ?? reading.state ?? 'none'} instead of ${place || 'none'}`];
}

/**
 * By contract, words for a program, such as "teen iop" or "for women", become a population. An expected age band or sex
 * next to such a population may be missing, and may be read even if only the population is expected.
 */
function isSaidByPopulation(
  field: JudgedField,
  wanted: string,
  got: readonly string[],
  expected: JudgedText['expected'],
  { population }: Reading,
): boolean {
  if (field !== 'age' && field !== 'gender') return false;
  const asked = new Set((expected.population ?? '').split(/[|,]/));
  const said = population.map(String).filter((value) => asked.has(value));
  const others = (values: readonly string[]) => values.filter((value) => !said.includes(value));
  return wanted
    .split('|')
    .flatMap((one) => readingsOf(valuesOf(field, one)))
    .some((one) => isSameSet(new Set(others(one)), new Set(others(got))));
}

function isAcceptable(field: JudgedField, wanted: string, got: readonly string[]): boolean {
  const readings = wanted
    .split('|')
    .flatMap((one) => readingsOf(valuesOf(field, one)).map((values) => new Set(values)));
  const values = new Set(field === 'payer' ? got.map((payer) => (isPayerKind(payer) ? payer : 'private')) : got);
  // "Rehab" and "suboxone clinic" imply the condition, so a reading is right with the condition and without.
  if (field === 'condition' && wanted === '' && values.size === 1 && values.has('substance-use')) return true;
  // Several payers of a search are alternatives, so a reading may name several of the right payers, but no other.
  const ways = new Set(readings.flatMap((one) => [...one]));
  if (field === 'payer' && wanted.includes('|') && values.size > 0 && [...values].every((one) => ways.has(one)))
    return true;
  const either = readings.every(({ size }) => size > 0) ? new Set(readings.flatMap((one) => [...one])) : null;
  return [...readings, ...(either === null ? [] : [either])].some((one) => isSameSet(one, values));
}

const isSameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((one) => b.has(one));

/** Each set of values that `a,b?` allows: with and without the optional part. */
const readingsOf = (values: readonly string[]): readonly (readonly string[])[] =>
  values.reduce<readonly (readonly string[])[]>(
    (sets, value) =>
      value.endsWith('?')
        ? sets.concat(sets.map((set) => [...set, value.slice(0, -1)]))
        : sets.map((set) => [...set, value]),
    [[]],
  );

function valuesOf(field: JudgedField, said: string): readonly string[] {
  const values = said.split(',').filter((value) => value !== '');
  return field === 'age' ? values.map((age) => age.replace(/^\d+/, (years) => bandOf(Number(years)))) : values;
}

function isSamePlace(wanted: string, { near, state, in: states, unservedState }: Reading, places: Places): boolean {
  return wanted.split('|').some((one) => {
    if (one === '') return state === null && (near === null || near === 'me');
    // A plan's name restricts a search to its state, wherever the search starts.
    if (/^[A-Z]{2}$/.test(one)) return (state ?? unservedState) === one || states.some((code) => code === one);
    if (near === null) return false;
    // A district is in its city: "Carmel Valley, San Diego, CA".
    if (near.endsWith(`, ${one}`)) return true;
    const [expected, got] = [pointOf(one, places), pointOf(near, places)];
    if (expected === null || got === null) return near === one;
    return distanceKm(expected, got) / KM_PER_MILE <= NEAR_MILES;
  });
}

function pointOf(near: string, places: Places): Point | null {
  const origin = readNear(near, places);
  // If the reader asks the person back, the right place must be the first candidate.
  return 'kind' in origin ? origin.location : (origin.candidates[0]?.location ?? null);
}
