/**
 * Makes ten scripted calls in the console, in Chromium, with the public listings; then makes the same calls while the
 * API is stopped. Prints the keys until the phone number is on the screen, the keys including the recorded facts, and
 * the milliseconds from a key to its rows. Also prints CPU time, because on a busy machine a key waits for other
 * processes. First measures the CPU time of lookups alone, in Node. `npm run bench:console -- --data data/centers`
 */
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { startLocal } from '../../infra/local/start.ts';
import { stopApi } from '../console/browser.ts';
import { assemblyFolder } from '../support/assembly.ts';
import { quietLaunch } from '../web/browser.ts';
import { calls, type ScriptedCall } from './console-calls.ts';
import { lookupTimes } from './console-lookups.ts';
import { pageCpu } from './page-cpu.ts';

const { values } = parseArgs({
  options: { data: { type: 'string', default: 'data/centers' }, rounds: { type: 'string', default: '5' } },
});

/** Limits that the console must not exceed. */
const MOST = { keys: 8, p50Ms: 16, p99Ms: 50, lookupP99Ms: 30 };

/** Measures for each key the time until its rows were in the document, and the time until the browser drew them. */
const watchKeys = `
  window.keyTimes = [];
  addEventListener('input', (event) => {
    const rows = performance.now() - event.timeStamp;
    const entry = { rows, drawn: null };
    window.keyTimes.push(entry);
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { entry.drawn = performance.now() - event.timeStamp; };
      port2.postMessage(null);
    });
  });
`;
interface KeyTime {
  readonly rows: number;
  readonly drawn: number | null;
}

const lookups = await lookupTimes(values.data);
const lookupP99 = at(
  lookups.map(({ ms }) => ms),
  0.99,
);
const slowest = lookups.slice(-3).map(({ typed, ms }) => `"${typed}" ${ms.toFixed(1)}`);
console.log(
  `a lookup in Node over ${lookups.length} keys, CPU: p99 ${lookupP99.toFixed(1)} ms (at most ${MOST.lookupP99Ms}); slowest ${slowest.join(', ')}`,
);

const local = await startLocal({ assembly: await assemblyFolder(), data: values.data, log: () => {} });
const browser = await chromium.launch(quietLaunch);
let isOver = lookupP99 > MOST.lookupP99Ms;
try {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await context.addInitScript(watchKeys);
  const page = await context.newPage();
  await page.goto(`${local.url}/console`);
  await page.locator('.sign-in').click({ timeout: 60_000 });
  await page.locator('button[value=ana]').click();
  await page.locator('.who-in').waitFor();
  await page.locator('.hint .examples').waitFor({ timeout: 60_000 });
  const cpu = await pageCpu(page);
  const online = await rounds(page, cpu, 'with the API');
  await stopApi(context);
  const offline = await rounds(page, cpu, 'with the API stopped');
  isOver ||= online || offline;
} finally {
  await browser.close();
  await local.close();
}
if (isOver) process.exitCode = 1;

/** Makes all calls several times. @returns true if a limit is exceeded */
async function rounds(page: Page, cpu: () => Promise<number>, title: string): Promise<boolean> {
  await page.evaluate('window.keyTimes.length = 0');
  console.log(`\n${title}`);
  console.log(row('call', 'keys to the line', 'with the record', 'line'));
  const keys: number[] = [];
  const cpuTimes: number[] = [];
  for (let round = 0; round < Number(values.rounds); round += 1)
    for (const one of calls) {
      const { toLine, all, line } = await make(page, cpu, cpuTimes, one);
      if (round > 0) continue;
      keys.push(toLine);
      console.log(row(one.name, String(toLine), String(all), line));
    }
  const times = await page.evaluate<KeyTime[]>('window.keyTimes');
  const rows = times.map((one) => one.rows).sort((a, b) => a - b);
  const drawn = times.flatMap((one) => one.drawn ?? []).sort((a, b) => a - b);
  const script = cpuTimes.sort((a, b) => a - b);
  const median = at(
    keys.toSorted((a, b) => a - b),
    0.5,
  );
  const [p50, p99] = [at(rows, 0.5), at(rows, 0.99)];
  console.log(`keys to the line, median: ${median} (at most ${MOST.keys})`);
  console.log(
    `key to rows over ${rows.length} keys: p50 ${p50.toFixed(1)} ms (at most ${MOST.p50Ms}), p99 ${p99.toFixed(1)} ms (at most ${MOST.p99Ms})`,
  );
  console.log(
    `CPU of a key, all tasks of the page: p50 ${at(script, 0.5).toFixed(1)} ms, p99 ${at(script, 0.99).toFixed(1)} ms over ${script.length} keys`,
  );
  console.log(`key to the next frame: p50 ${at(drawn, 0.5).toFixed(1)} ms, p99 ${at(drawn, 0.99).toFixed(1)} ms`);
  return median > MOST.keys || p50 > MOST.p50Ms || p99 > MOST.p99Ms;
}

async function make(
  page: Page,
  cpu: () => Promise<number>,
  cpuTimes: number[],
  call: ScriptedCall,
): Promise<{ toLine: number; all: number; line: string }> {
  if (call.popUp !== undefined) await page.evaluate(`location.hash = '#center=${call.popUp}'`);
  await cpu();
  const toLine = await press(page, call.toLine, async () => cpuTimes.push(await cpu()));
  await page.locator('.line.first b').waitFor();
  const name = (await page.locator('#pane h2').textContent()) ?? '';
  if (!call.finds.test(name.replaceAll('\u00a0', ' '))) throw new Error(`"${call.name}" found "${name}"`);
  const line = (await page.locator('.line.first b').textContent()) ?? '';
  const record = await press(page, call.record);
  if (call.record.length > 0) await page.locator('.said p').waitFor();
  return { toLine, all: toLine + record, line };
}

/** @param after A function that is called after each key. @returns the number of keys pressed */
async function press(
  page: Page,
  keys: readonly string[],
  after: () => Promise<unknown> = async () => undefined,
): Promise<number> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await after();
  }
  return keys.length;
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function row(...[name = '', toLine = '', all = '', line = '']: string[]): string {
  return `${name.padEnd(52)} ${toLine.padStart(16)} ${all.padStart(16)}  ${line}`;
}
