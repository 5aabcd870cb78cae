import { places } from '../../functions/places/load.ts';
import { readQuery } from '../../functions/query/read-query.ts';
import { insurers, phrases } from './phrases.ts';

// The time of a reading, in milliseconds: `node test/query/time.ts`. Asserts nothing, because machines differ.
const context = { places: places(), insurers };
const ROUNDS = 30;

const timeOf = (typed: string): number => {
  const start = performance.now();
  readQuery(typed, context);
  return performance.now() - start;
};

const first = timeOf('iop near pheonix az');
for (const [typed] of phrases) timeOf(typed);
const times: number[] = [];
const fastest = new Map<string, number>();
for (let round = 0; round < ROUNDS; round++) {
  for (const [typed] of phrases) {
    const time = timeOf(typed);
    times.push(time);
    fastest.set(typed, Math.min(time, fastest.get(typed) ?? Number.POSITIVE_INFINITY));
  }
}
const shares = (all: readonly number[]) => {
  const sorted = [...all].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor(part * (sorted.length - 1))]?.toFixed(3);
  return `p50 ${at(0.5)}, p90 ${at(0.9)}, p99 ${at(0.99)}, longest ${at(1)}`;
};

console.log(`${phrases.length} phrases, ${ROUNDS} rounds; the very first reading took ${first.toFixed(1)} ms`);
console.log(`all readings:                ${shares(times)}`);
console.log(`the fastest of each phrase:  ${shares([...fastest.values()])}`);
