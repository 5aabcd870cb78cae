/**
 * The public listing files that this computer keeps for an outage. Contains no typed text,
 * private field or person's name.
 */
export interface KeptCopy {
  /** The answer of `GET /v1/dataset`. */
  readonly dataset: unknown;
  /** Path and text of each file, in the order of the list of files. */
  readonly texts: readonly (readonly [path: string, text: string])[];
  /** When the API last confirmed that these files are current, in milliseconds since 1970. */
  readonly checkedAt: number;
}

export interface CopyKeeper {
  /** Loads the stored copy. Resolves to null if nothing is stored. */
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

/**
 * Reads a stored copy; null if another version of the console wrote it. The files themselves are
 * checked when they are opened.
 */
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
