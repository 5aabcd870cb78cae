import type { Entry } from './entry.ts';

/** Where acts are kept until they are recorded. A write is on the disk when its promise resolves. */
export interface Shelf {
  put(entry: Entry): Promise<void>;
  delete(id: string): Promise<void>;
  all(): Promise<readonly Entry[]>;
  /** Whose acts were kept last, until that person signs out; null for nobody. */
  owner(): Promise<Owner | null>;
  keepOwner(owner: Owner): Promise<void>;
}

/** Tells people apart without naming them. */
export interface Owner {
  /** Made at random for this browser. */
  readonly salt: string;
  /** Null once the person signed out. */
  readonly owner: string | null;
}

const database = 'console-acts';
const stores = { acts: 'acts', owner: 'owner' } as const;
const ownerKey = 'last';

/** Acts in IndexedDB, shared by all tabs of this browser. @throws DOMException where the browser keeps nothing */
export async function openShelf(factory: IDBFactory): Promise<Shelf> {
  const opening = factory.open(database, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(stores.acts, { keyPath: 'act.id' });
    opening.result.createObjectStore(stores.owner);
  };
  const opened = await result(opening);
  // Another tab's newer version of the page may need another form.
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

/** For a browser that keeps nothing, such as in a private window: acts wait as long as the page is open. */
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
