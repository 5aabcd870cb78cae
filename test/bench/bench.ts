import { writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureColdStart } from './cold-start.ts';
import { measureCpu } from './cpu.ts';
import { mustShow, mustShowTable, type Results } from './must-show.ts';
import { measureNames } from './names/measure-names.ts';
import { comparePeers } from './peers/compare.ts';
import { planOf, type Section, sections } from './plan.ts';
import { NoPostgisError } from './postgis/cluster.ts';
import { measurePostgis, type PostgisPlan, type PostgisReport } from './postgis/measure-postgis.ts';
import { postgisTables } from './postgis/tables.ts';
import { endProgress, progress } from './progress.ts';
import type { SizeReport } from './size.ts';
import { measureInWorker } from './size-worker.ts';
import {
  buildTable,
  cellTable,
  changeTable,
  coldStartTable,
  coldTable,
  costTable,
  cpuTable,
  memoryTable,
  namesTable,
  peersTable,
} from './tables.ts';

const usage = `Usage: npm run bench -- [options]

Measures the search on made-up centers from 50 to 1,000,000 that look like the public listings, and on the listings
themselves (data/centers): right answers, what a search costs, names as people type them, what other ways to do
it cost, processor time, the first answer of a new process, and the served product beside Fastify with PostGIS. Tables go to standard output, all numbers into one JSON file.

  --quick            a part of it, in under a minute; without 20,000 and 1,000,000 centers,
                     and without postgis unless --only names it
  --sizes <counts>   of made-up centers instead of 50,5428,20000,1000000 (0: the listings alone)
  --only <sections>  of ${sections.join(', ')}, joined by commas
  --seed <n>         of data and searches                 (default: 1)
  --out <file>       where the numbers go                 (default: a file in ${tmpdir()})
  -h, --help

Searches go to a store in memory that counts requests and read units as the one over DynamoDB does (test/store). A million
centers take most of the time and memory: their records alone 2 GB, building them some five minutes of processor time.
"postgis" needs Debian's package postgresql-15-postgis-3, installs Fastify, pg and autocannon into a folder of its own, and takes
some five minutes. Without PostGIS it is left out, or fails if --only asks for nothing else.
The file is written after each size, so a run that is stopped keeps the sizes before.
`;

/** Sections that are measured on each dataset, in a worker. */
const sizeSections: ReadonlySet<Section> = new Set(['exactness', 'cost', 'cell', 'change', 'memory']);

const options = readOptions();
const results = await measure((part) => {
  writeFileSync(options.out, JSON.stringify({ ...about(), mustShow: mustShow(part), ...part }, null, 1));
});
const lines = mustShow(results);
endProgress();
process.stdout.write(`\n${mustShowTable(lines)}`);
process.stdout.write(`All numbers: ${options.out}\n`);
if (results.sizes.some(({ exactness }) => (exactness?.wrong ?? 0) > 0)) process.exitCode = 1;

async function measure(save: (results: Results) => void): Promise<Results> {
  const plan = planOf({ ...options, listings: 'data/centers' });
  const does = (section: Section) => options.only.includes(section);
  const sizes: SizeReport[] = [];
  if (options.only.some((section) => sizeSections.has(section))) {
    for (const size of plan.sizes) {
      sizes.push(await measureInWorker(size, progress));
      save({ sizes, names: null, peers: null, cpu: null, coldStart: null, postgis: null });
    }
    show(buildTable(sizes));
    for (const size of does('cost') ? sizes : []) show(costTable(size));
    if (does('cost')) show(coldTable(sizes));
    if (does('cell')) show(cellTable(sizes));
    if (does('change')) show(changeTable(sizes));
    if (does('memory')) show(memoryTable(sizes));
  }
  const names = does('names') && plan.names !== null ? await measureNames(plan.names, progress) : null;
  if (names !== null) show(namesTable(names));
  const peers = does('peers') ? await comparePeers(plan.peers, progress) : null;
  if (peers !== null) show(peersTable(peers));
  const cpu = does('cpu') ? await measureCpu(plan.cpu, progress) : null;
  if (cpu !== null) show(cpuTable(cpu));
  const coldStart = does('cold-start') ? await measureColdStart(plan.coldStart, progress) : null;
  if (coldStart !== null) show(coldStartTable(coldStart));
  const postgis = does('postgis') && plan.postgis !== null ? await besidePostgis(plan.postgis) : null;
  if (postgis !== null) show(postgisTables(postgis));
  const results = { sizes, names, peers, cpu, coldStart, postgis };
  save(results);
  return results;
}

/** Compares with PostGIS. Null if PostGIS is not installed and other measurements were requested too. */
async function besidePostgis(plan: PostgisPlan): Promise<PostgisReport | null> {
  try {
    return await measurePostgis(plan, progress);
  } catch (error) {
    if (!(error instanceof NoPostgisError)) throw error;
    endProgress();
    process.stderr.write(`${error.message}\n`);
    if (options.only.length > 1) return null;
    process.exit(1);
  }
}

function show(table: string): void {
  endProgress();
  process.stdout.write(`\n${table}`);
}

/** The machine and the versions of programs, on which the measured numbers depend. */
function about(): object {
  const [processor] = cpus();
  return {
    measuredAt: new Date().toISOString(),
    seed: options.seed,
    quick: options.quick,
    machine: {
      processor: processor?.model ?? 'unknown',
      processors: cpus().length,
      memoryGb: Math.round(totalmem() / 2 ** 30),
      platform: `${process.platform} ${process.arch}`,
    },
    versions: { node: process.version, v8: process.versions.v8, zlib: process.versions.zlib },
  };
}

interface Options {
  readonly quick: boolean;
  readonly only: readonly Section[];
  readonly sizes: readonly number[] | null;
  readonly seed: number;
  readonly out: string;
}

function readOptions(): Options {
  const { values } = readArguments();
  if (values.help) {
    process.stdout.write(usage);
    process.exit(0);
  }
  // A quick run stays quick: the served product takes minutes to start and warm up.
  const usual = sections.filter((section) => !values.quick || section !== 'postgis');
  const asked = values.only === undefined ? usual : values.only.split(',').map((name) => name.trim());
  const only = sections.filter((section) => asked.includes(section));
  const unknown = asked.filter((name) => !sections.some((section) => section === name));
  if (unknown.length > 0) fail(`--only takes ${sections.join(', ')}, not "${unknown.join(', ')}"`);
  if (!/^\d{1,9}$/.test(values.seed)) fail(`--seed must be a whole number, not "${values.seed}"`);
  const counts = values.sizes?.split(',').map((count) => count.trim()) ?? null;
  if (counts?.some((count) => !/^\d{1,7}$/.test(count))) fail(`--sizes takes whole numbers, not "${values.sizes}"`);
  const sizes = counts?.map(Number).filter((count) => count > 0) ?? null;
  const out = values.out ?? join(tmpdir(), `locator-bench-${process.pid}.json`);
  return { quick: values.quick, only, sizes, seed: Number(values.seed), out };
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        quick: { type: 'boolean', default: false },
        sizes: { type: 'string' },
        only: { type: 'string' },
        seed: { type: 'string', default: '1' },
        out: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function fail(message: string): never {
  process.stderr.write(`${message}\n\n${usage}`);
  process.exit(2);
}
