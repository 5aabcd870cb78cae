import { decodeContent } from '../../functions/dataset/content.ts';
import { newMeter } from '../../functions/dataset/dataset-reader.ts';
import type { Head } from '../../functions/dataset/head.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { publish } from '../../functions/publish/publish.ts';
import { pagesOf } from '../../functions/publish/published-records.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import type { DatasetStore } from '../../functions/store/store.ts';
import { NOW } from './clustered.ts';

export interface Contents {
  /** Every row of every index, however it is cut into pages and whatever is laid over. */
  readonly indexes: Readonly<Record<string, readonly string[]>>;
  readonly centers: number;
  readonly summary: string;
}

/** HEAD, which must be there. */
export async function headOf(store: DatasetStore): Promise<Head> {
  const head = await store.readHead();
  if (head === null) throw new Error('nothing is published');
  return head;
}

/** What a table's current dataset says. */
export async function contents(store: DatasetStore): Promise<Contents> {
  const head = await headOf(store);
  const { roots, beneath, centers, summary } = head;
  const laidOver = await changesOf(head, store);
  const indexes: Record<string, string[]> = {};
  for (const [name, root] of Object.entries({ ...roots, ...(beneath && { beneath }) })) {
    const rows = new Map<unknown, unknown>();
    for await (const page of pagesOf(root, store)) {
      if (!('rows' in page)) throw new Error(`the index "${name}" holds ${page.kind}`);
      // A pointer's first member is its key; a whole center stands under all of it.
      for (const row of page.rows) rows.set(page.kind === 'pointers' ? row[0] : row, row);
    }
    for (const { key, row } of laidOver.filter(({ index }) => index === name)) {
      if (JSON.stringify(rows.get(key)) === JSON.stringify(row ?? undefined)) {
        throw new Error(`"${key}" in the index "${name}" is laid over what is the same`);
      }
      if (row === null) rows.delete(key);
      else rows.set(key, row);
    }
    indexes[name] = [...rows.values()].map((row) => JSON.stringify(row)).sort();
  }
  return { indexes, centers, summary };
}

/** The rows that are laid over a dataset's pages. */
export async function changesOf(head: Head, store: DatasetStore) {
  if (head.changes === undefined) return [];
  const { bodies } = await store.read({ hashes: [head.changes], head: false }, newMeter());
  const content = decodeContent({ hash: head.changes, body: bodies.get(head.changes) ?? new Uint8Array() });
  if (content.kind !== 'changes') throw new Error(`the changes are ${content.kind}`);
  return Object.entries(content.changes).flatMap(([index, { list }]) => list.map((changed) => ({ index, ...changed })));
}

/** The same of a dataset made from scratch out of an import and what the table says. */
export async function fromScratch(store: DatasetStore, records: readonly CenterRecord[]): Promise<Contents> {
  const other = memoryStore();
  const { overrides, confirmations } = await store.added();
  for (const one of overrides) await other.putOverride({ ...one, revision: 1 }, null);
  for (const one of confirmations) await other.putConfirmation({ ...one, revision: 1 }, null);
  await publish({ store: other, records, now: NOW });
  return contents(other);
}
