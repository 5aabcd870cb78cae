import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { publish } from '../../functions/publish/publish.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import { sourcesHash } from './sources-hash.ts';

type Store = ReturnType<typeof memoryStore>;
/** A method of the store, and what a publish gave it. */
interface Call {
  readonly name: keyof Store;
  readonly given: readonly unknown[];
}

/** Lists of so many centers are built once for all processes: reading what their publish did is 20 times as quick. */
const LARGE = 1_000;
const UNUSED_MS = 86_400_000;
const cache = fileURLToPath(new URL('../../node_modules/.cache/locator-published', import.meta.url));
let code: Promise<string> | undefined;

const made = new WeakMap<readonly CenterRecord[], Map<number, Promise<readonly Call[]>>>();

/**
 * A new store in memory that records were published to. A list is built once in a process, a large one once until the
 * code changes; then what its publish did to the store is done again, so that each caller has a store to itself.
 * @param list Must not change afterwards.
 * @param now Milliseconds since 1970.
 */
export async function publishedStore(list: readonly CenterRecord[], now: number): Promise<Store> {
  const ofList = made.get(list) ?? new Map<number, Promise<readonly Call[]>>();
  made.set(list, ofList);
  const calls = ofList.get(now) ?? (list.length < LARGE ? callsOf(list, now) : keptCallsOf(list, now));
  ofList.set(now, calls);
  const store = memoryStore();
  await again(await calls, store);
  return store;
}

type Method = (...given: readonly unknown[]) => unknown;

/** The same from a file of an earlier process, if neither the code nor the records changed. */
async function keptCallsOf(list: readonly CenterRecord[], now: number): Promise<readonly Call[]> {
  code ??= sourcesHash(['functions', 'package-lock.json']);
  const key = JSON.stringify([process.version, await code, now, list]);
  const file = join(cache, createHash('sha256').update(key).digest('hex').slice(0, 24));
  const kept = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (kept !== null) return deserialize(kept) as readonly Call[];
  const calls = await callsOf(list, now);
  await mkdir(cache, { recursive: true });
  await removeUnused();
  // A process that reads meanwhile must not find half a file.
  const fresh = `${file}-${randomUUID()}`;
  await writeFile(fresh, serialize(calls));
  await rename(fresh, file);
  return calls;
}

async function removeUnused(): Promise<void> {
  for (const name of await readdir(cache)) {
    const path = join(cache, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (Date.now() - mtimeMs > UNUSED_MS) await rm(path, { force: true });
  }
}

/** What a publish calls of an empty store, in order. */
const callsOf = (records: readonly CenterRecord[], now: number): Promise<readonly Call[]> =>
  callsMade(memoryStore(), (store) => publish({ store, records, now }));

/**
 * Does some work to a store.
 * @returns does the same to another store with the same content, without the work of finding out what is to be written
 */
export async function repeatable(
  first: Store,
  work: (store: Store) => Promise<unknown>,
): Promise<(other: Store) => Promise<void>> {
  const calls = await callsMade(first, work);
  return (other) => again(calls, other);
}

async function again(calls: readonly Call[], store: Store): Promise<void> {
  for (const { name, given } of calls) await (store[name] as Method)(...given);
}

async function callsMade(store: Store, work: (store: Store) => Promise<unknown>): Promise<readonly Call[]> {
  const calls: Call[] = [];
  const recording = new Proxy(store, {
    get(target, name: keyof Store) {
      const method = target[name] as Method;
      return (...given: unknown[]) => {
        calls.push({ name, given });
        return method.apply(target, given);
      };
    },
  });
  await work(recording);
  return calls;
}
