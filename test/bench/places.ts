import { isState } from '../../functions/domain/state.ts';
import { readTable } from '../../functions/places/load.ts';
import type { Place } from '../../functions/places/place.ts';
import { loadPlaces } from '../../functions/places/places.ts';
import { PlaceTable } from '../../functions/places/table.ts';
import { pick, seeded } from '../support/random.ts';

/**
 * `npm run bench:places`: measures the size and loading time of the table of places, the share of people in the 150
 * largest cities whose city is among the first three suggestions, and the time of a suggestion. Typed texts are seeded;
 * the times depend on this machine.
 */
const LARGEST = 150;
const SHOWN = 3;
const LIMIT = 8;
/** The fastest turn counts, because other programs slow the others. */
const TURNS = 3;
const SLIPS_OF_EACH = 20;
const random = seeded(20261129);

const before = performance.now();
const bytes = readTable();
const places = loadPlaces(bytes);
places.zip('85004');
const opened = performance.now() - before;
console.log(`${bytes.length} bytes, read and opened in ${opened.toFixed(1)} ms`);
const first = performance.now();
places.suggest('pheonix', LIMIT);
console.log(
  `the first suggestion for a slip, which reads the likelier names: ${(performance.now() - first).toFixed(1)} ms`,
);

const table = new PlaceTable(bytes);
const rows = Array.from({ length: table.placeCount }, (_, at) => table.placeAt(at)).filter(
  ({ kind, name, spelling }) => kind === 'city' && name === spelling,
);
const largest = (of: typeof rows) => of.toSorted((a, b) => b.population - a.population).slice(0, LARGEST);
const times: number[] = [];

/**
 * The largest share of people whose city any ranking could show among the first: it would show the largest cities that
 * begin with the typed letters.
 */
function bestOf(cities: typeof rows, letters: number): number {
  const byBeginning = Map.groupBy(cities, ({ name }) => name.slice(0, letters).toLowerCase());
  const sum = (of: typeof rows) => of.reduce((total, { population }) => total + population, 0);
  return [...byBeginning.values()].reduce((total, of) => total + sum(largest(of).slice(0, SHOWN)), 0) / sum(cities);
}

/** True if the city is among the first suggestions for a text. */
function isShown(text: string, label: string): boolean {
  let found: readonly Place[] = [];
  let fastest = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < TURNS; turn++) {
    const start = performance.now();
    found = places.suggest(text, LIMIT);
    fastest = Math.min(fastest, performance.now() - start);
  }
  times.push(fastest);
  return found.slice(0, SHOWN).some((place) => place.label === label);
}

function withSlip(text: string): string {
  const at = 1 + Math.floor(random() * (text.length - 2));
  const [head, a, b, tail] = [text.slice(0, at), text.charAt(at), text.charAt(at + 1), text.slice(at + 2)];
  const other = pick(random, [...'abcdefghijklmnopqrstuvwxyz']);
  return pick(random, [head + b + a + tail, head + b + tail, head + a + a + b + tail, head + other + b + tail]);
}

for (const [what, cities] of [
  ['in states with centers', largest(rows.filter(({ state }) => isState(state)))],
  ['in the country', largest(rows)],
] as const) {
  const people = cities.reduce((sum, { population }) => sum + population, 0);
  const share = (seen: (name: string, label: string) => number): string => {
    const sum = cities.reduce(
      (total, { name, state, population }) => total + population * seen(name.toLowerCase(), `${name}, ${state}`),
      0,
    );
    return `${((100 * sum) / people).toFixed(1)} %`;
  };
  const letters = [3, 4, 5].map((count) => share((name, label) => Number(isShown(name.slice(0, count), label))));
  const slips = (of: (name: string) => string): string =>
    share((name, label) => {
      const shown = Array.from({ length: SLIPS_OF_EACH }, () => Number(isShown(withSlip(of(name)), label)));
      return shown.reduce((sum, one) => sum + one, 0) / SLIPS_OF_EACH;
    });
  const [whole, six] = [slips((name) => name), slips((name) => name.slice(0, 6))];
  console.log(
    `the ${LARGEST} largest cities ${what}, by people, in the first ${SHOWN}: ` +
      `3 letters ${letters[0]} (the best possible is ${(100 * bestOf(cities, 3)).toFixed(1)} %), 4 ${letters[1]}, 5 ${letters[2]}; one slip in the name ${whole}, in 6 letters ${six}`,
  );
}

times.sort((a, b) => a - b);
const at = (part: number) => (times[Math.floor(part * (times.length - 1))] ?? Number.NaN).toFixed(2);
console.log(`${times.length} suggestions, the fastest of ${TURNS} turns: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`);
