import { describe, expect, it } from 'vitest';
import { loadRecords } from '../../data/records/load.ts';
import { type Blob, decodeContent, PAGE_ITEM_BYTES } from '../../functions/dataset/content.ts';
import { clustered } from './clustered.ts';
import { built, itemBytes, kindOf } from './items.ts';

/** A container reads the indexes once, not for each search, so a node may cost up to five read units. */
const NODE_ITEM_BYTES = 40_960;
/**
 * Names have one row per word. Their pages are few and large, because a change of a name writes an item for each page
 * that it touches.
 */
const NAME_PAGE_ITEM_BYTES = 16_384;

function itemsBelow(hash: string, blobs: ReadonlyMap<string, Blob>): string[] {
  const blob = blobs.get(hash);
  if (blob === undefined) throw new Error(`item ${hash} was never written`);
  const content = decodeContent(blob);
  const below = content.kind === 'node' ? content.entries.flatMap((entry) => itemsBelow(entry.hash, blobs)) : [];
  return [hash, ...below];
}

describe('what is written', () => {
  it('is pages of at most 4,096 bytes, of names at most 16,384, and index nodes of at most five read units', async () => {
    const real = await loadRecords('test/fixtures/listings');
    for (const records of [
      clustered(1_500),
      clustered(200, 3),
      real,
      [...real, ...(await loadRecords('data/examples.json'))],
    ]) {
      const { blobs, dataset } = built(records);
      const names = new Set(itemsBelow(dataset.head.roots.names, blobs));
      for (const blob of blobs.values()) {
        const page = ['centers', 'pointers'].includes(kindOf(blob));
        const most = names.has(blob.hash) ? NAME_PAGE_ITEM_BYTES : PAGE_ITEM_BYTES;
        expect(itemBytes(blob)).toBeLessThanOrEqual(page ? most : NODE_ITEM_BYTES);
      }
    }
  });

  it('counts every center once in each index of centers', () => {
    const records = clustered(1_000);
    const { blobs, dataset } = built(records);
    for (const index of ['where', 'listing'] as const) {
      let [floor, ids, pages] = [[dataset.head.roots[index]], [] as string[], 0];
      while (floor.length > 0) {
        const below: string[] = [];
        for (const hash of floor) {
          const blob = blobs.get(hash);
          if (blob === undefined) throw new Error(`item ${hash} was never written`);
          const content = decodeContent(blob);
          if (content.kind === 'node') below.push(...content.entries.map((entry) => entry.hash));
          if (content.kind === 'centers') {
            pages += 1;
            ids.push(...content.rows.map(([id]) => id));
          }
        }
        floor = below;
      }
      expect(ids.sort()).toEqual(records.map(({ center }) => center.id).sort());
      expect(pages).toBe(dataset.pages[index]);
    }
  });
});
