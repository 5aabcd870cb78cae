import type { CenterRecord } from '../../functions/domain/record.ts';
import { publish } from '../../functions/publish/publish.ts';
import { memoryStore } from '../../functions/store/memory.ts';

type Store = ReturnType<typeof memoryStore>;
type Call = (store: Store) => Promise<unknown>;

const made = new WeakMap<readonly CenterRecord[], Map<number, Promise<readonly Call[]>>>();

/**
 * A new store in memory that records were published to. A list is built once in a process; then what its publish did to
 * the store is done again, so that each caller has a store to itself.
 * @param list Must not change afterwards.
 * @param now Milliseconds since 1970.
 */
export async function publishedStore(list: readonly CenterRecord[], now: number): Promise<Store> {
  const ofList = made.get(list) ?? new Map<number, Promise<readonly Call[]>>();
  made.set(list, ofList);
  const calls = ofList.get(now) ?? callsOf(list, now);
  ofList.set(now, calls);
  const store = memoryStore();
  for (const call of await calls) await call(store);
  return store;
}

/** What a publish calls of an empty store, in order. */
async function callsOf(records: readonly CenterRecord[], now: number): Promise<readonly Call[]> {
  const calls: Call[] = [];
  const recording = new Proxy(memoryStore(), {
    get(target, name: keyof Store) {
      const method = target[name] as (...given: unknown[]) => unknown;
      return (...given: unknown[]) => {
        calls.push(async (store) => (store[name] as typeof method)(...given));
        return method.apply(target, given);
      };
    },
  });
  await publish({ store: recording, records, now });
  return calls;
}
