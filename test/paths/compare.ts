/**
 * Compares the path search over the real listings with a plain search that measures every pair of centers. Counts the
 * differences, and prints the reads of the path search. `node test/paths/compare.ts [--seed 77] [--questions 60]`
 */
import { parseArgs } from 'node:util';
import { loadRecords } from '../../data/records/load.ts';
import { type Meter, newMeter } from '../../functions/dataset/dataset-reader.ts';
import type { Level } from '../../functions/domain/level-of-care.ts';
import { publish } from '../../functions/publish/publish.ts';
import { Locator } from '../../functions/search/locator.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import { pick, seeded } from '../support/random.ts';
import { inPlainWords, somePerson } from './asked.ts';
import { plainLists, plainPaths } from './plain.ts';

const NOW = Date.UTC(2026, 10, 23);
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '77' }, questions: { type: 'string', default: '60' } },
});
const random = seeded(Number(values.seed));
const records = await loadRecords('data/centers');
const store = memoryStore();
await publish({ store, records, now: NOW });

const chains: readonly (readonly Level[])[] = [
  ['detox', 'residential', 'php', 'iop', 'sober-living'],
  ['detox', 'residential', 'iop'],
  ['detox', 'inpatient', 'iop', 'op'],
  ['php', 'iop'],
  ['residential', 'sober-living'],
  ['iop', 'detox', 'op', 'php', 'aftercare', 'residential'],
];
const payers = ['medicaid', 'private', 'medicare', 'tribal', 'free', null] as const;

function asked() {
  const near = pick(random, records).center.location;
  const spread = pick(random, [0, 0.3, 4]);
  return {
    origin: { lat: near.lat + (random() - 0.5) * spread, lng: near.lng + (random() - 0.5) * spread },
    levels: pick(random, chains),
    payer: pick(random, payers),
    limit: pick(random, [1, 3, 10]),
    withUnknown: random() < 0.3,
    ...somePerson(random),
  };
}

const meters: Meter[] = [];
const milliseconds: number[] = [];
let [differing, found, empty, alternatives, some] = [0, 0, 0, 0, 0];
for (let n = 0; n < Number(values.questions); n += 1) {
  const query = asked();
  // Every question gets a new container, so nothing is cached from the previous one.
  const locator = new Locator({ store, now: () => NOW });
  const meter = newMeter();
  const began = performance.now();
  const { answer } = await locator.paths(query, meter);
  milliseconds.push(performance.now() - began);
  meters.push(meter);
  const plain = plainPaths(query.origin, plainLists(records, query, NOW), query.limit);
  if (JSON.stringify(answer.paths.map((path) => inPlainWords(path, query))) !== JSON.stringify(plain)) {
    differing += 1;
    console.log(
      'differs',
      JSON.stringify(query),
      JSON.stringify(answer.paths.map((path) => inPlainWords(path, query))),
      JSON.stringify(plain),
    );
  }
  found += plain.length;
  some += answer.paths.filter(({ persons }) => persons !== null).length;
  alternatives += answer.alternatives.length;
  if (plain.length === 0) empty += 1;
}

const spread = (all: readonly number[]): string => {
  const sorted = [...all].sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN).toFixed(1);
  return `p50 ${at(0.5)}, p99 ${at(0.99)}, most ${at(1)}`;
};
console.log(
  `questions ${meters.length}, paths ${found}, ${some} of them not for everybody asked for, without any ${empty}, alternatives ${alternatives}, differing ${differing}`,
);
console.log(`requests to the table: ${spread(meters.map(({ requests }) => requests))}`);
console.log(`read units: ${spread(meters.map(({ readUnits }) => readUnits))}`);
console.log(`ms: ${spread(milliseconds)}`);
process.exitCode = differing === 0 ? 0 : 1;
