import { newMeter } from '../../functions/dataset/dataset-reader.ts';
import { packed, unpackOffering } from '../../functions/dataset/packed-center.ts';
import type { CenterRecord } from '../../functions/domain/record.ts';
import { publish } from '../../functions/publish/publish.ts';
import { Locator } from '../../functions/search/locator.ts';
import type { SearchResult } from '../../functions/search/query.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import { NOW } from '../publish/clustered.ts';

/** A published store with an adjustable clock that records the requests of each read. */
export async function watched(records: readonly CenterRecord[], cacheBytes?: number) {
  const clock = { now: NOW };
  const inner = memoryStore();
  await publish({ store: inner, records, now: NOW });
  const reads: { readonly items: number; readonly head: boolean }[] = [];
  const store: typeof inner = {
    ...inner,
    read(request, meter) {
      reads.push({ items: request.hashes.length, head: request.head });
      return inner.read(request, meter);
    },
  };
  const options = cacheBytes === undefined ? {} : { cacheBytes };
  const locator = new Locator({ store, now: () => clock.now, ...options });
  /** The reads of one question. */
  const cost = async (ask: () => Promise<unknown>) => {
    const before = reads.length;
    await ask();
    return reads.slice(before);
  };
  return { store, locator, clock, cost };
}

/** An answer in a simple form, in order. */
export const plain = ({ matches, unknown }: SearchResult) => ({
  matches: matches.map(({ row, offerings }) => ({
    id: row[packed.id],
    offerings: offerings.map((offering) => unpackOffering(row, offering).id),
  })),
  unknown,
});

export const meter = newMeter;
