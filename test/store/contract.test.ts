import { afterEach, describe, expect, it } from 'vitest';
import { type Blob, encodeContent } from '../../functions/search/content.ts';
import { DATASET_FORMAT, type Head } from '../../functions/search/dataset.ts';
import { MissingContentError, newMeter } from '../../functions/search/dataset-reader.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import { type DatasetStore, HeadMovedError } from '../../functions/store/store.ts';
import { engineStore } from '../support/engine-store.ts';

interface Opened {
  readonly store: DatasetStore;
  close(): Promise<void>;
}

const blobs = (count: number): Blob[] =>
  Array.from({ length: count }, (_, n) => encodeContent({ kind: 'pointers', rows: [[`key-${n}`, 'where']] }));

const headOf = (revision: number, hash: string): Head => ({
  format: DATASET_FORMAT,
  revision,
  version: `v${revision}`,
  publishedAt: '2026-11-01T00:00:00.000Z',
  centers: 1,
  summary: hash,
  roots: { where: hash, listing: hash, id: hash, organization: hash, word: hash, spelling: hash },
});

/** What every store must do, whatever is behind it. */
export function storeContract(name: string, open: () => Promise<Opened>): void {
  describe(`store contract: ${name}`, () => {
    let opened: Opened | undefined;
    const start = async () => {
      opened = await open();
      return opened.store;
    };
    afterEach(async () => {
      await opened?.close();
      opened = undefined;
    });

    it('has no pointer before the first publish', async () => {
      const store = await start();
      expect(await store.readHead()).toBeNull();
      expect((await store.read({ hashes: [], head: true }, newMeter())).head).toBeNull();
    });

    it('gives back every body, byte for byte, in one round trip, also more than one request can hold', async () => {
      const store = await start();
      const written = blobs(130);
      await store.write(written);
      const meter = newMeter();
      const { bodies, head } = await store.read({ hashes: written.map(({ hash }) => hash), head: false }, meter);
      expect(bodies.size).toBe(130);
      for (const { hash, body } of written) expect(Buffer.from(bodies.get(hash) ?? [])).toEqual(Buffer.from(body));
      expect(head).toBeUndefined();
      expect(meter).toMatchObject({ roundTrips: 1, items: 130, readUnits: 65 });
    });

    it('takes the pointer along with the pages', async () => {
      const store = await start();
      const [blob] = blobs(1);
      if (blob === undefined) throw new Error('no blob');
      await store.write([blob]);
      await store.moveHead(headOf(1, blob.hash), null);
      const meter = newMeter();
      const answer = await store.read({ hashes: [blob.hash], head: true }, meter);
      expect(answer.head).toEqual(headOf(1, blob.hash));
      expect(answer.bodies.size).toBe(1);
      expect(meter).toMatchObject({ roundTrips: 1, requests: 1, readUnits: 1 });
    });

    it('keeps what the pointer was for every version, and has null for one that never was', async () => {
      const store = await start();
      const hash = blobs(1)[0]?.hash ?? '';
      const [first, second] = [headOf(1, hash), { ...headOf(2, hash), publishedAt: '2026-11-02T00:00:00.000Z' }];
      await store.moveHead(first, null);
      await store.moveHead(second, first);
      expect(await store.readVersion(first, newMeter())).toEqual(first);
      expect(await store.readVersion(second, newMeter())).toEqual(second);
      expect(await store.readVersion({ ...first, version: 'never' }, newMeter())).toBeNull();
    });

    it('throws for an item that is not there, and never leaves it out', async () => {
      const store = await start();
      const [there, gone] = blobs(2);
      if (there === undefined || gone === undefined) throw new Error('no blobs');
      await store.write([there]);
      const reading = store.read({ hashes: [there.hash, gone.hash], head: false }, newMeter());
      await expect(reading).rejects.toThrow(MissingContentError);
      await expect(reading).rejects.toMatchObject({ hashes: [gone.hash] });
    });

    it('knows which items stand already', async () => {
      const store = await start();
      const all = blobs(110);
      await store.write(all.slice(0, 105));
      const present = await store.present(all.map(({ hash }) => hash));
      expect(present.size).toBe(105);
    });

    it('moves the pointer for one of two publishers and tells the other', async () => {
      const store = await start();
      const hash = blobs(1)[0]?.hash ?? '';
      await store.moveHead(headOf(1, hash), null);
      await expect(store.moveHead(headOf(1, hash), null)).rejects.toThrow(HeadMovedError);
      const seen = await store.readHead();
      const results = await Promise.allSettled([
        store.moveHead({ ...headOf(2, hash), version: 'a' }, seen),
        store.moveHead({ ...headOf(2, hash), version: 'b' }, seen),
      ]);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect((await store.readHead())?.revision).toBe(2);
    });
  });
}

storeContract('memory', async () => ({ store: memoryStore(), close: async () => {} }));
storeContract(process.env.DYNAMODB_ENDPOINT === undefined ? 'DynamoDB, embedded engine' : 'DynamoDB', () =>
  engineStore(),
);
