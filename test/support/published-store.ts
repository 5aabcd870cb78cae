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
/** A call of the store: the method, and the arguments that a publish passed. */
interface Call {
  readonly name: keyof Store;
  readonly given: readonly unknown[];
}

/** Lists of at least this many centers are built once for all processes: to read a kept publish is 20 times as fast. */
const LARGE = 1_000;
const UNUSED_MS = 86_400_000;
const cache = fileURLToPath(new URL('../../node_modules/.cache/locator-published', import.meta.url));
let code: Promise<string> | undefined;

const made = new WeakMap<readonly CenterRecord[], Map<number, Promise<readonly Call[]>>>();

/**
 * Makes a new store in memory and publishes records to it. A process builds a list only once; a large list is built
 * once until the code changes. Later callers get a new store on which the publish's calls are repeated.
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

/**
 * Reads the calls of a publish from the file of an earlier process, if neither the code nor the records changed.
 * Otherwise makes and keeps them.
 */
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
  // Another process that reads at this time must not find half a file.
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

/** The calls that a publish makes on an empty store, in order. */
const callsOf = (records: readonly CenterRecord[], now: number): Promise<readonly Call[]> =>
  callsMade(memoryStore(), (store) => publish({ store, records, now }));

/**
 * Runs some work on a store and records its calls.
 * @returns a function that repeats these calls on another store with the same content, without computing again what to
 * write
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
