/**
 * Measures the pages that the handler renders: the processor time of a center's page compared with its two JSON answers
 * (the center and its continuum), page sizes including styles, and the reads for a place's page. `npm run bench:pages`
 */
import { gzipSync } from 'node:zlib';
import { loadRecords } from '../../data/records/load.ts';
import { pageCss } from '../../web/pages/style.ts';
import { call } from '../support/gateway-call.ts';
import { seeded } from '../support/random.ts';
import { serveRecords } from '../support/real-records.ts';

const SAMPLE = 300;
const ROUNDS = 5;
/** Rendering a center's page may take at most this many times as long as making its two JSON answers. */
const MOST_TIMES = 2;
const MOST_BYTES = 14 * 1024;

const records = await loadRecords('data/centers');
const { handler, lines } = await serveRecords(records);
const random = seeded(19);
const ids = Array.from({ length: SAMPLE }, () => records[Math.floor(random() * records.length)]?.center.id ?? '');

/** CPU milliseconds of this process per answer, the lowest of several rounds. */
async function cpuOf(targets: readonly string[]): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = process.cpuUsage();
    for (const target of targets) await call(handler, target);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000 / targets.length);
  }
  return least;
}

const json = await cpuOf(ids.map((id) => `/v1/centers/${id}`));
const steps = await cpuOf(ids.map((id) => `/v1/centers/${id}/continuum`));
const page = await cpuOf(ids.map((id) => `/centers/${id}`));
const times = page / (json + steps);
console.log(
  `a center, ms of processor: JSON ${json.toFixed(2)}, continuum ${steps.toFixed(2)}, page ${page.toFixed(2)}`,
);
console.log(`page / (JSON + continuum): ${times.toFixed(2)} (at most ${MOST_TIMES})`);

const styles = gzipSync(pageCss).length;
const sizes: number[] = [];
for (const id of ids)
  for (const folder of ['', '/es']) sizes.push(gzipSync((await call(handler, `${folder}/centers/${id}`)).body).length);
sizes.sort((a, b) => a - b);
const largest = (sizes.at(-1) ?? 0) + styles;
console.log(
  `gzipped: styles ${styles}, page p50 ${sizes[sizes.length >> 1]}, largest ${sizes.at(-1)}; together at most ${largest} (at most ${MOST_BYTES})`,
);

for (const path of [
  '/states/az',
  '/states/ca',
  '/states/ca/op',
  '/states/az/iop',
  '/cities/az/phoenix',
  '/cities/ca/los-angeles',
  '/sitemap.xml',
  '/sitemaps/ca-1.xml',
]) {
  const cold = await serveRecords(records);
  const { body } = await call(cold.handler, path);
  const line = cold.lines.at(-1);
  const cpu = await cpuOf([path]);
  console.log(
    `${path}: ${line?.items} items, ${line?.readUnits} read units, ${line?.roundTrips} round trips cold; ${cpu.toFixed(0)} ms of processor, ${gzipSync(body).length} bytes gzipped`,
  );
}
if (lines.some(({ status }) => status !== 200)) throw new Error('a page was not answered');
if (times > MOST_TIMES || largest > MOST_BYTES) process.exitCode = 1;
