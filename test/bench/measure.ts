import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { loadRecords } from '../../data/records/load.ts';
import { type Meter, newMeter } from '../../functions/dataset/dataset-reader.ts';
import { KM_PER_MILE } from '../../functions/geo/distance.ts';
import { places } from '../../functions/places/load.ts';
import { publish } from '../../functions/publish/publish.ts';
import type { Filter } from '../../functions/search/filter.ts';
import { Locator } from '../../functions/search/locator.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import { engineStore } from '../support/engine-store.ts';
import { listingLike } from '../support/listing-like.ts';
import { type OracleAnswer, oracleOf } from '../support/oracle.ts';
import { populationLikeOrigins } from '../support/origins.ts';
import { fastNear } from '../support/published.ts';
import { seeded } from '../support/random.ts';

const usage = `Usage: npm run measure -- [options]

Publishes records to the embedded engine, asks seeded searches from where people live, compares every answer
with a plain scan of all records, and prints what the searches cost. Indexes are kept, pages are not cached.

  --data <path>      a file or folder of records       (default: LOCATOR_DATA, else data/centers)
  --made-up <n>      instead so many made-up centers that look like the listings, in memory
  --queries <n>      searches a line of the table      (default: 1000)
  --seed <n>         of the origins                    (default: 1)
  -h, --help
`;

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    'made-up': { type: 'string' },
    queries: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (values.help) {
  process.stdout.write(usage);
  process.exit(0);
}
const count = wholeNumber('--queries', values.queries);
const seed = wholeNumber('--seed', values.seed);
const path = values.data ?? process.env.LOCATOR_DATA ?? 'data/centers';

const cases: readonly { name: string; filter: Filter; withinKm: number | null }[] = [
  { name: 'IOP', filter: { level: ['iop'] }, withinKm: null },
  { name: 'IOP within 25 mi', filter: { level: ['iop'] }, withinKm: 25 * KM_PER_MILE },
  { name: 'IOP within 100 mi', filter: { level: ['iop'] }, withinKm: 100 * KM_PER_MILE },
  { name: 'any center', filter: {}, withinKm: null },
  { name: 'IOP, Medicaid', filter: { level: ['iop'], payer: ['medicaid'] }, withinKm: null },
  { name: 'PHP, women, PTSD', filter: { level: ['php'], population: ['women'], condition: ['ptsd'] }, withinKm: null },
];

const madeUp = values['made-up'] === undefined ? null : wholeNumber('--made-up', values['made-up']);
const records = madeUp === null ? await loadRecords(path) : [...listingLike(seed, madeUp, places())];
const now = Date.now();
const engine = madeUp === null ? await engineStore() : { store: memoryStore(), close: async () => {} };
try {
  const report = await publish({ store: engine.store, records, now });
  process.stdout.write(
    `${records.length} centers on ${report.pages} pages, ${report.written} items written (${madeUp === null ? path : 'made up'})\n`,
  );
  const origins = populationLikeOrigins(seeded(seed), places(), count);
  const table = new Table({
    head: [`${count} searches, k = 10`, 'wrong', 'pages', 'read units', 'requests', 'round trips'],
    style: { head: [], border: [] },
  });
  let wrong = 0;
  for (const { name, filter, withinKm } of cases) {
    const locator = new Locator({ store: engine.store, cacheBytes: 0, now: () => now });
    for (const origin of origins.slice(0, 100)) await locator.near({ origin, filter, withinKm, limit: 10 }, newMeter());
    const plainScan = oracleOf(records, filter, now);
    const meters: Meter[] = [];
    let wrongHere = 0;
    for (const origin of origins) {
      const query = { origin, filter, withinKm, limit: 10 };
      const fast = await fastNear(locator, query);
      meters.push(fast.meter);
      if (!isRight(fast, plainScan(query))) wrongHere += 1;
    }
    wrong += wrongHere;
    const spread = (pick: (meter: Meter) => number) => percentiles(meters.map(pick));
    table.push([
      name,
      String(wrongHere),
      spread(({ items }) => items),
      spread(({ readUnits }) => readUnits),
      spread(({ requests }) => requests),
      spread(({ roundTrips }) => roundTrips),
    ]);
    process.stderr.write(`${name}: done\n`);
  }
  process.stdout.write(`${table.toString()}\np50 / p95 / p99 / max of each search; ${wrong} wrong in all\n`);
  if (wrong > 0) process.exitCode = 1;
} finally {
  await engine.close();
}

function isRight(fast: Awaited<ReturnType<typeof fastNear>>, slow: OracleAnswer): boolean {
  const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((id, n) => id === b[n]);
  const ids = same(
    fast.results.map(({ id }) => id),
    slow.results.map(({ id }) => id),
  );
  const offerings = fast.results.every((result, n) => same(result.offerings, slow.results[n]?.offerings ?? []));
  const near = fast.results.every(({ km }, n) => Math.abs(km - (slow.results[n]?.km ?? Number.NaN)) < 1e-6);
  const unknown = fast.unknown.count === slow.unknown.count && fast.unknown.more === slow.unknown.more;
  return ids && offerings && near && unknown;
}

function percentiles(numbers: readonly number[]): string {
  const sorted = numbers.toSorted((a, b) => a - b);
  return [0.5, 0.95, 0.99, 1].map((share) => sorted[Math.ceil(share * sorted.length) - 1]).join(' / ');
}

function wholeNumber(name: string, text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) {
    process.stderr.write(`${name} must be a whole number above 0, not "${text}"\n\n${usage}`);
    process.exit(2);
  }
  return Number(text);
}
