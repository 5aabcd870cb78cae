import { readFileSync, statSync } from 'node:fs';
import { loadPlaces } from '../../functions/places/places.ts';

/** Prints the table's costs: size, startup time, and lookup times over a fixed, seeded mix. */
const path = new URL('../../functions/places/places.bin', import.meta.url);
const ROUNDS = 20_000;

const before = performance.now();
const places = loadPlaces(readFileSync(path));
const opened = performance.now() - before;
console.log(`${statSync(path).size} bytes; read and opened in ${opened.toFixed(2)} ms`);

let seed = 20260101;
/**
 * Returns a pseudo-random number below `limit`, from a linear congruential generator: the same numbers on every run.
 */
const random = (limit: number): number => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * limit);
};
const pick = (values: readonly string[]): string => values[random(values.length)] ?? '';
const names = ['Phoenix', 'St. Louis', "coeur d'alene", 'Springfield', 'Franklin', 'Sedona', 'Nowhere at all'];
const typed = ['p', 's', 'st', 'san', 'phoe', 'phoenix, a', 'portland o', 'zz', '8', '850', '85004', 'new york n'];

measure('zip', () => places.zip(String(random(100_000)).padStart(5, '0')));
measure('cities', () => places.cities(pick(names)));
measure('cities of a state', () => places.cities(pick(names), 'AZ'));
measure('parsePlace', () =>
  places.parsePlace(pick(['Phoenix, AZ', 'phoenix arizona', 'West New York', 'St. Louis MO'])),
);
measure('suggest', () => places.suggest(pick(typed), 8));
measure('suggest "s", the longest list', () => places.suggest('s', 8));

function measure(what: string, run: () => unknown): void {
  for (let warm = 0; warm < 200; warm++) run();
  const micros = Array.from({ length: ROUNDS }, () => {
    const start = process.hrtime.bigint();
    run();
    return Number(process.hrtime.bigint() - start) / 1000;
  }).sort((a, b) => a - b);
  const at = (share: number): string => (micros[Math.floor(ROUNDS * share)] ?? Number.NaN).toFixed(1);
  console.log(`${what}: p50 ${at(0.5)} µs, p99 ${at(0.99)} µs`);
}
