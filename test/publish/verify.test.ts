import { describe, expect, it } from 'vitest';
import { reachableFrom } from '../../functions/dataset/read/reachable.ts';
import { publish } from '../../functions/publish/publish.ts';
import { TableDamagedError, verifyTable } from '../../functions/publish/verify.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import type { DatasetStore } from '../../functions/store/store.ts';
import { NOW, records } from '../support/real-records.ts';

const some = records.slice(0, 5);

/** A table after a publish, and the hashes of all that its HEAD needs. */
async function published() {
  const store = memoryStore(() => NOW);
  await publish({ store, records: some, now: NOW });
  const head = (await store.readHead()) ?? expect.fail();
  return { store, hashes: [...(await reachableFrom(head, store))] };
}
/** Deletes an item as a hand or another program might. */
async function lose(hash: string, store: DatasetStore): Promise<void> {
  const { pages } = await store.pages(null);
  expect(await store.removePage(pages.find((page) => page.hash === hash) ?? expect.fail(hash))).toBe(true);
}

describe('a check of a table', () => {
  it('passes what a publish wrote', async () => {
    const { store, hashes } = await published();
    expect(await verifyTable(store)).toMatchObject({ versions: 1, pages: hashes.length });
  });

  it.each([true, false])('finds each item that HEAD lacks, with its record of the version: %s', async (isRecorded) => {
    const { hashes } = await published();
    expect(hashes.length).toBeGreaterThan(4);
    for (const missing of hashes) {
      const { store } = await published();
      if (!isRecorded) for (const { key } of await store.versions()) await store.removeVersion(key);
      expect((await verifyTable(store)).versions).toBe(isRecorded ? 1 : 0);
      await lose(missing, store);
      await expect(verifyTable(store), missing).rejects.toThrow(TableDamagedError);
    }
  });
});
