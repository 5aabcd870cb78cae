import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Locator } from '../../functions/search/locator.ts';
import { SEARCH_HEAP_MB } from '../../infra/search-memory.ts';
import { pick, seeded } from '../support/random.ts';
import { asker } from './ask.ts';
import { type ItemFiles, itemFileReader } from './item-file.ts';
import { anyFilter, limits, originsOf, radiiMiles } from './queries.ts';

export interface SearchingMemory {
  readonly searches: number;
  /** Peak memory of the process in megabytes (millions of bytes). Includes Node, code, places, indexes and pages. */
  readonly peakMb: number;
}

/** Searches in a separate process that has in memory only what a container has, and measures its memory. */
export async function measureSearchingMemory(
  files: ItemFiles,
  { searches, seed, now }: { searches: number; seed: number; now: number },
): Promise<SearchingMemory> {
  const script = fileURLToPath(import.meta.url);
  const parameters = [files.folder, searches, seed, now].map(String);
  const { stdout } = await promisify(execFile)(process.execPath, [
    `--max-old-space-size=${SEARCH_HEAP_MB}`,
    script,
    ...parameters,
  ]);
  return JSON.parse(stdout) as SearchingMemory;
}

async function search(folder: string, searches: number, seed: number, now: number): Promise<SearchingMemory> {
  const random = seeded(seed);
  const origin = originsOf(random);
  const ask = asker(new Locator({ store: await itemFileReader(folder), now: () => now }), () => now);
  for (let n = 0; n < searches; n += 1) {
    const { status, body } = await ask({
      origin: origin('mixed'),
      withinMiles: pick(random, radiiMiles),
      filter: n % 2 === 0 ? { level: ['iop'] } : anyFilter(random),
      limit: pick(random, limits),
    });
    if (status !== 200 && status !== 422) throw new Error(`a search was answered with ${status}: ${body}`);
  }
  return { searches, peakMb: Math.round((process.resourceUsage().maxRSS * 1024) / 1e6) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = '', searches, seed, now] = process.argv.slice(2);
  process.stdout.write(JSON.stringify(await search(folder, Number(searches), Number(seed), Number(now))));
}
