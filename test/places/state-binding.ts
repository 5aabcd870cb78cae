import { readFileSync } from 'node:fs';
import { readPostalRows } from '../../data/places/sources.ts';
import { stateCodes } from '../../functions/domain/state.ts';
import { readNear } from '../../functions/faces/v1/parameters/origin.ts';
import { places as load } from '../../functions/places/load.ts';
import { stateOf } from '../../functions/places/postal-states.ts';
import { PlaceTable } from '../../functions/places/table.ts';
import { readQuery } from '../../functions/query/read-query.ts';
import { insurers } from '../query/phrases.ts';
import { pick, seeded } from '../support/random.ts';

/** The answer to a text that names a state. `elsewhere` is the fault that these sweeps look for. */
export type Outcome = 'itself' | 'inside' | 'state' | 'asked' | 'nowhere' | 'elsewhere';

/** A text, the state that it names, and the label of the intended place. */
export interface Said {
  readonly text: string;
  readonly field: 'near' | 'q';
  readonly state: string;
  readonly label: string;
}

const places = load();
const context = { places, insurers };
const served: ReadonlySet<string> = new Set(stateCodes);

/** The state at the end of a label: "Essex County, NJ", "Phoenix, AZ 85004". */
const stateOfLabel = (label: string): string | null => stateOf(/, ([A-Z]{2})(?: \d{5})?$/.exec(label)?.[1] ?? '');

function outcomeNear(near: string, { state, label }: Said): Outcome {
  const origin = readNear(near, places);
  if (!('kind' in origin)) return 'asked';
  if (origin.label === label) return 'itself';
  return stateOfLabel(origin.label) === state ? 'inside' : 'elsewhere';
}

function outcomeOf(said: Said): Outcome {
  if (said.field === 'near') return outcomeNear(said.text, said);
  const { near, state, unservedState } = readQuery(said.text, context);
  if (near !== null && near !== 'me') return outcomeNear(near, said);
  if (state === null && unservedState === null) return 'nowhere';
  return (state ?? unservedState) === said.state ? 'state' : 'elsewhere';
}

/** Common ways to write a name with its state. */
const ways = (name: string, code: string): readonly (readonly [Said['field'], string])[] => [
  ['near', `${name}, ${code}`],
  ['near', `${name} ${code}`.toLowerCase()],
  ['q', `iop ${name}, ${code}`],
  ['q', `iop ${name} ${code}`],
  ['q', `iop ${name} ${code}`.toLowerCase()],
];

/** Every county of the eight states in both spellings, `X County, NJ` and `x co nj`. */
export function countyTexts(): readonly Said[] {
  const rows = readPostalRows().filter(({ state }) => served.has(state));
  const counties = [...new Map(rows.map(({ county, state }) => [`${county} ${state}`, { county, state }])).values()];
  return counties.flatMap(({ county, state }) => {
    const bare = county.replace(/ \(city\)$|^City and County of /, '');
    const label = `${bare}${county.includes('(city)') ? '' : ' County'}, ${state}`;
    return [...ways(`${bare} County`, state), ...ways(`${bare} Co`, state)].map(([field, text]) => ({
      field,
      text,
      state,
      label,
    }));
  });
}

interface City {
  readonly name: string;
  readonly state: string;
}

function cities(): readonly City[] {
  const table = new PlaceTable(readFileSync(new URL('../../functions/places/places.bin', import.meta.url)));
  return Array.from({ length: table.placeCount }, (_, at) => table.placeAt(at)).filter(
    (row) => row.kind === 'city' && served.has(row.state) && row.name !== '' && row.name === row.spelling,
  );
}

/** Every city of the eight states with its own state. */
export function cityTexts(): readonly Said[] {
  return cities().flatMap(({ name, state }) =>
    ways(name, state).map(([field, text]) => ({ field, text, state, label: `${name}, ${state}` })),
  );
}

/** A sample of those cities with one wrong letter each, the same for the same seed. */
export function misspelledTexts(seed: number, count: number): readonly Said[] {
  const random = seeded(seed);
  const all = cities().filter(({ name }) => name.length > 3);
  return Array.from({ length: count }, () => pick(random, all)).flatMap(({ name, state }) => {
    const slip = withSlip(name, random);
    return ways(slip, state).map(([field, text]) => ({ field, text, state, label: `${name}, ${state}` }));
  });
}

function withSlip(name: string, random: () => number): string {
  const at = Math.floor(random() * (name.length - 1));
  const [before, a, b, after] = [name.slice(0, at), name.charAt(at), name.charAt(at + 1), name.slice(at + 2)];
  const other = pick(random, [...'abcdefghijklmnopqrstuvwxyz']);
  return pick(random, [
    `${before}${b}${a}${after}`,
    `${before}${b}${after}`,
    `${before}${a}${a}${b}${after}`,
    `${before}${other}${b}${after}`,
    `${before}${a}${other}${b}${after}`,
  ]);
}

/**
 * @returns Number of texts with each outcome, and the texts that were placed in another state, those that lost their
 * state last.
 */
export function tally(texts: readonly Said[]): { counts: Record<Outcome, number>; astray: readonly Said[] } {
  const counts: Record<Outcome, number> = { itself: 0, inside: 0, state: 0, asked: 0, nowhere: 0, elsewhere: 0 };
  const [elsewhere, nowhere]: [Said[], Said[]] = [[], []];
  for (const said of texts) {
    const outcome = outcomeOf(said);
    counts[outcome]++;
    if (outcome === 'elsewhere') elsewhere.push(said);
    else if (outcome === 'nowhere') nowhere.push(said);
  }
  return { counts, astray: [...elsewhere, ...nowhere] };
}
