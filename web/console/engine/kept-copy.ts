/** The public files as this computer keeps them for an outage: nothing typed, no private field, no name of a person. */
export interface KeptCopy {
  /** What `/v1/dataset` answered. */
  readonly dataset: unknown;
  /** Files by their path, in the order of the list. */
  readonly texts: readonly (readonly [path: string, text: string])[];
  /** When the API last said that these are current, in milliseconds since 1970. */
  readonly checkedAt: number;
}

export interface CopyKeeper {
  /** Null where nothing is kept. */
  load(): Promise<KeptCopy | null>;
  save(copy: KeptCopy): Promise<void>;
}

const NAME = 'console-listings';
const STORE = 'copies';
const KEY = 'current';

/** Keeps the copy in IndexedDB. */
export function indexedKeeper(factory: IDBFactory): CopyKeeper {
  const run = async <Value>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<Value>) => {
    const database = await opened(factory);
    try {
      const transaction = database.transaction(STORE, mode);
      const asked = ask(transaction.objectStore(STORE));
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error ?? new Error('the browser did not keep the listings'));
      });
      return asked.result;
    } finally {
      database.close();
    }
  };
  return {
    load: async () => readCopy(await run('readonly', (store) => store.get(KEY) as IDBRequest<unknown>)),
    save: async (copy) => {
      await run('readwrite', (store) => store.put(copy, KEY));
    },
  };
}

function opened(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the browser keeps nothing here'));
    request.onblocked = () => reject(new Error('another page holds the kept listings'));
  });
}

/** What was kept, if it has the form of this version of the console; whether the files are whole is checked when they are opened. */
function readCopy(value: unknown): KeptCopy | null {
  if (typeof value !== 'object' || value === null) return null;
  const { dataset, texts, checkedAt } = value as Record<string, unknown>;
  const isWhole =
    typeof dataset === 'object' &&
    typeof checkedAt === 'number' &&
    Array.isArray(texts) &&
    texts.every((one) => Array.isArray(one) && one.length === 2 && one.every((part) => typeof part === 'string'));
  return isWhole ? (value as KeptCopy) : null;
}
