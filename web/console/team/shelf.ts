import type { Entry } from './entry.ts';

/** Database of acts that are not recorded yet. A write is on disk when its promise resolves. */
export interface Shelf {
  put(entry: Entry): Promise<void>;
  delete(id: string): Promise<void>;
  all(): Promise<readonly Entry[]>;
  /** The person whose acts were stored last, until that person signs out; null if there is none. */
  owner(): Promise<Owner | null>;
  keepOwner(owner: Owner): Promise<void>;
}

/** Identifies a person without storing a name. */
export interface Owner {
  /** Random text, made once for this browser. */
  readonly salt: string;
  /** Hash that identifies the person. Null once the person signed out. */
  readonly owner: string | null;
}

const database = 'console-acts';
const stores = { acts: 'acts', owner: 'owner' } as const;
const ownerKey = 'last';

/**
 * Opens the database of acts in IndexedDB, which all tabs of this browser share.
 * @throws DOMException if the browser stores nothing
 */
export async function openShelf(factory: IDBFactory): Promise<Shelf> {
  const opening = factory.open(database, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(stores.acts, { keyPath: 'act.id' });
    opening.result.createObjectStore(stores.owner);
  };
  const opened = await result(opening);
  // Closes the database if another tab needs to upgrade it for a newer version of the page.
  opened.onversionchange = () => opened.close();
  const run = <Value>(
    name: keyof typeof stores,
    mode: IDBTransactionMode,
    ask: (store: IDBObjectStore) => IDBRequest<Value>,
  ): Promise<Value> => {
    const transaction = opened.transaction(name, mode, { durability: 'strict' });
    const asked = ask(transaction.objectStore(name));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onabort = () => reject(transaction.error);
    });
  };
  return {
    put: async (entry) => void (await run('acts', 'readwrite', (store) => store.put(entry))),
    delete: (id) => run('acts', 'readwrite', (store) => store.delete(id)),
    all: () => run('acts', 'readonly', (store) => store.getAll() as IDBRequest<Entry[]>),
    owner: async () =>
      (await run('owner', 'readonly', (store) => store.get(ownerKey) as IDBRequest<Owner | undefined>)) ?? null,
    keepOwner: async (owner) => void (await run('owner', 'readwrite', (store) => store.put(owner, ownerKey))),
  };
}

/** Keeps acts in memory while the page is open, for browsers that store nothing, such as in a private window. */
export function memoryShelf(): Shelf {
  const entries = new Map<string, Entry>();
  let kept: Owner | null = null;
  return {
    put: async (entry) => void entries.set(entry.act.id, entry),
    delete: async (id) => void entries.delete(id),
    all: async () => [...entries.values()],
    owner: async () => kept,
    keepOwner: async (owner) => {
      kept = owner;
    },
  };
}

const result = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
