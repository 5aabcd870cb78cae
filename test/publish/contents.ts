import type { Head } from '../../functions/dataset/head.ts';
import { reachableFrom } from '../../functions/dataset/read/reachable.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { publish } from '../../functions/publish/publish.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import type { DatasetStore } from '../../functions/store/store.ts';
import { NOW } from './clustered.ts';

export interface Contents {
  readonly version: string;
  readonly centers: number;
  /** Hashes of all items of the dataset. */
  readonly items: readonly string[];
}

/** Reads HEAD. Throws if nothing is published. */
export async function headOf(store: DatasetStore): Promise<Head> {
  const head = await store.readHead();
  if (head === null) throw new Error('nothing is published');
  return head;
}

/** A table's current dataset. */
export async function contents(store: DatasetStore): Promise<Contents> {
  const head = await headOf(store);
  return { version: head.version, centers: head.centers, items: [...(await reachableFrom(head, store))].sort() };
}

/** The dataset of an import and what people added to it, published to an empty table. */
export async function fromScratch(store: DatasetStore, records: readonly CenterRecord[]): Promise<Contents> {
  const other = memoryStore();
  const { corrections, confirmations } = await store.added();
  for (const one of corrections) await other.putCorrections({ ...one, revision: 1 }, null);
  for (const one of confirmations) await other.putConfirmation({ ...one, revision: 1 }, null);
  await publish({ store: other, records, now: NOW });
  return contents(other);
}
