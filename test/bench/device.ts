/**
 * Runs the same searches of the public listings on a device and by the API, and compares every answer. Prints
 * differences, times, memory and sizes. `npm run bench:device -- --count 10000 --seed 15`
 */
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { loadRecords } from '../../data/records/load.ts';
import { deviceLocator } from '../../functions/device/device-locator.ts';
import { askBoth, asked } from '../device/ask-both.ts';
import type { Difference, Kind } from '../device/compare.ts';
import { downloaded } from '../device/files.ts';
import { questions } from '../device/questions.ts';
import { post } from '../support/gateway-call.ts';
import { serveRecords } from '../support/real-records.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: 'data/centers' },
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '15' },
  },
});
const [count, seed] = [Number(values.count), Number(values.seed)];
const NOW = Date.parse('2026-11-23T12:00:00Z');
const quantile = (sorted: readonly number[], q: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN).toFixed(1);
const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;

const records = await loadRecords(values.data);
const { handler } = await serveRecords(records);
const files = await downloaded(handler);
const heapBefore = heap();
const startedAt = performance.now();
const locator = deviceLocator(files, () => NOW);
const openedMs = performance.now() - startedAt;
locator.search({ near: '85004', level: ['iop'] });
const firstMs = performance.now() - startedAt;
locator.search({ name: 'center' });
const heldBytes = heap() - heapBefore;

const times: number[] = [];
const kinds: Record<Kind, number> = { 'more exact': 0, place: 0, wrong: 0 };
const shown: { readonly body: unknown; readonly differences: readonly Difference[] }[] = [];
let [answers, problems, pages, results] = [0, 0, 0, 0];
let wrongPages = 0;
for (const body of questions(seed, count, records)) {
  const { api, device, ms, differences } = await askBoth(body, handler, locator);
  times.push(ms);
  if (api.status === 200) answers += 1;
  else problems += 1;
  if (Array.isArray(device.body.results)) results += device.body.results.length;
  for (const kind of new Set(differences.map((one) => one.kind))) kinds[kind] += 1;
  if (differences.some(({ kind }) => kind === 'wrong')) shown.push({ body, differences });
  const [next, own] = [api.body.next, device.body.next];
  if (typeof next !== 'string' || typeof own !== 'string' || pages >= count / 10) continue;
  pages += 1;
  const second: unknown = JSON.parse((await post(handler, { ...body, cursor: next })).body).results;
  if (JSON.stringify(asked({ ...body, cursor: own }, locator).body.results) !== JSON.stringify(second)) wrongPages += 1;
}
times.sort((a, b) => a - b);

console.log(`${records.length} centers, ${count} searches (seed ${seed}): ${answers} answers and ${problems} problems`);
console.log(`${results} results compared with ids, order, miles, offerings, certainty; ${pages} second pages`);
console.log(`wrong: ${kinds.wrong} answers, ${wrongPages} second pages`);
console.log(`the device counts on where the API stops: ${kinds['more exact']}`);
console.log(`about places that the device does not have, it asks back: ${kinds.place}`);
console.log(`ms a search: p50 ${quantile(times, 0.5)}, p99 ${quantile(times, 0.99)}, most ${quantile(times, 1)}`);
console.log(`ms to open the files ${openedMs.toFixed(0)}, to the first answer ${firstMs.toFixed(0)}`);
console.log(`memory held: ${(heldBytes / 1e6).toFixed(1)} MB`);
const listings = files.parts.reduce((sum, text) => sum + brotli(text), 0);
console.log(
  `brotli at level 5: listings ${kb(listings)}, places ${kb(brotli(files.places))}; code gzipped ${kb(await code())}`,
);
for (const { body, differences } of shown.slice(0, 5)) console.log(JSON.stringify({ body, differences }, null, 1));
if (kinds.wrong + wrongPages > 0) process.exitCode = 1;

function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

function brotli(text: string): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
}

async function code(): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: ['functions/device/device-locator.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2024',
    write: false,
  });
  return gzipSync(outputFiles[0]?.contents ?? new Uint8Array()).length;
}
