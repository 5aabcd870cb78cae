import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterEach, describe, expect, it } from 'vitest';
import { type Blob, encodeContent } from '../../functions/dataset/content.ts';
import { MissingContentError, newMeter } from '../../functions/dataset/dataset-reader.ts';
import { DATASET_FORMAT, type Head } from '../../functions/dataset/head.ts';
import { dynamoStore } from '../../functions/store/dynamo.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import { type DatasetStore, HeadMovedError, type PageMark, type StoredPage } from '../../functions/store/store.ts';
import { ConfirmationChangedError, type StoredConfirmation } from '../../functions/store/stored-confirmation.ts';
import { SimulatedTable } from '../simulate/table.ts';
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
  roots: { where: hash, listing: hash, records: hash, names: hash },
});

const word = (revision: number, other: Partial<StoredConfirmation> = {}): StoredConfirmation => ({
  center: 'mesa',
  offering: 'mesa-iop',
  state: 'confirmed',
  confirmedAt: '2026-11-01T00:00:00.000Z',
  expiresAt: '2027-01-30T00:00:00.000Z',
  by: 'kim',
  at: `2026-11-01T00:0${revision - 1}:00.000Z`,
  revision,
  ...other,
});

async function everyPage(store: DatasetStore): Promise<StoredPage[]> {
  const found: StoredPage[] = [];
  for (let from: PageMark | null = null; ; ) {
    const { pages, next } = await store.pages(from);
    found.push(...pages);
    if (next === null) return found;
    from = next;
  }
}

/** The contract of every store. */
function storeContract(name: string, open: () => Promise<Opened>): void {
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

    it('has no HEAD before the first publish', async () => {
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
      const bytes = written.reduce((sum, { body }) => sum + body.length, 0);
      expect(meter).toEqual({ roundTrips: 1, requests: 2, items: 130, readUnits: 65, bytes });
    });

    it('takes HEAD along with the pages', async () => {
      const store = await start();
      const [blob] = blobs(1);
      if (blob === undefined) throw new Error('no blob');
      await store.write([blob]);
      await store.moveHead(headOf(1, blob.hash), null);
      const meter = newMeter();
      const answer = await store.read({ hashes: [blob.hash], head: true }, meter);
      expect(answer.head).toEqual(headOf(1, blob.hash));
      expect(answer.bodies.size).toBe(1);
      expect(meter).toEqual({ roundTrips: 1, requests: 1, items: 2, readUnits: 1, bytes: blob.body.length });
    });

    it('keeps what HEAD was for every version, and has null for one that never was', async () => {
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

    it('moves HEAD for one of two publishers and tells the other', async () => {
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

    it('lists versions newest first, and says which of them readers saw', async () => {
      const store = await start();
      const hash = blobs(1)[0]?.hash ?? '';
      expect(await store.versions()).toEqual([]);
      const first = headOf(1, hash);
      const second = { ...headOf(2, hash), publishedAt: '2026-11-02T00:00:00.000Z' };
      const loser = { ...headOf(2, hash), version: 'loser' };
      const third = { ...headOf(3, hash), version: 'v1', publishedAt: '2026-11-03T00:00:00.000Z' };
      await store.moveHead(first, null);
      await store.moveHead(second, first);
      await expect(store.moveHead(loser, first)).rejects.toThrow(HeadMovedError);
      await store.moveHead(third, second, 1);
      const seen = (await store.versions()).filter(({ head, published }) => published || head?.revision === 3);
      expect(seen.map(({ head, restores }) => [head, restores])).toEqual([
        [third, 1],
        [second, null],
        [first, null],
      ]);
      expect(seen[1]?.key).toEqual({ publishedAt: second.publishedAt, version: second.version });
    });

    it('removes a version’s record, also one that is not there', async () => {
      const store = await start();
      const head = headOf(1, blobs(1)[0]?.hash ?? '');
      await store.moveHead(head, null);
      await store.removeVersion(head);
      await store.removeVersion(head);
      expect(await store.versions()).toEqual([]);
      expect(await store.readVersion(head, newMeter())).toBeNull();
      expect(await store.readHead()).toEqual(head);
    });

    it('walks every page once with the time it was written, and nothing else of the table', async () => {
      const store = await start();
      const written = blobs(110);
      await store.write(written);
      await store.moveHead(headOf(1, written[0]?.hash ?? ''), null);
      await store.putConfirmation(word(1), null);
      const found = await everyPage(store);
      expect(found.map(({ hash }) => hash).sort()).toEqual(written.map(({ hash }) => hash).sort());
      for (const { writtenAt } of found) expect(Math.abs(writtenAt - Date.now() / 1000)).toBeLessThan(600);
    });

    it('removes a page only as it was seen', async () => {
      const store = await start();
      const [one, other] = blobs(2);
      if (one === undefined || other === undefined) throw new Error('no blobs');
      await store.write([one, other]);
      const pages = await everyPage(store);
      const seen = pages.find(({ hash }) => hash === one.hash);
      if (seen === undefined) throw new Error('the page is not there');
      expect(await store.removePage({ ...seen, writtenAt: seen.writtenAt - 1 })).toBe(false);
      expect((await store.read({ hashes: [one.hash], head: false }, newMeter())).bodies.size).toBe(1);
      expect(await store.removePage(seen)).toBe(true);
      expect(await store.removePage(seen)).toBe(false);
      expect((await everyPage(store)).map(({ hash }) => hash)).toEqual([other.hash]);
      expect((await store.present([one.hash, other.hash])).size).toBe(1);
    });

    it('keeps one confirmation an offering, and all that were ever set', async () => {
      const store = await start();
      expect(await store.confirmations('mesa')).toEqual([]);
      await store.putConfirmation(word(1), null);
      await store.putConfirmation(word(1, { offering: 'mesa-php', at: '2026-11-01T00:00:30.000Z' }), null);
      await store.putConfirmation(word(1, { center: 'salem', offering: 'salem-iop' }), null);
      await store.putConfirmation(word(2, { state: 'denied', expiresAt: null }), word(1));
      expect((await store.confirmations('mesa')).map(({ offering, revision }) => [offering, revision]).sort()).toEqual([
        ['mesa-iop', 2],
        ['mesa-php', 1],
      ]);
      expect((await store.added()).confirmations).toHaveLength(3);
      expect((await store.history('mesa')).map(({ offering, state }) => [offering, state])).toEqual([
        ['mesa-iop', 'confirmed'],
        ['mesa-php', 'confirmed'],
        ['mesa-iop', 'denied'],
      ]);
      expect((await store.history('mesa'))[0]).toEqual(word(1));
      expect(await store.history('nobody')).toEqual([]);
    });

    it('keeps no word of a center that is erased, and says which ones were purged', async () => {
      const store = await start();
      await store.putConfirmation(word(1), null);
      await store.putConfirmation(word(2), word(1));
      await store.putConfirmation(word(1, { center: 'salem', offering: 'salem-iop' }), null);
      await store.markPurged('mesa', 'mesa');
      await store.markPurged('mesa-before', 'mesa');
      await store.markPurged('mesa-before', 'mesa');
      await store.markPurged('tempe', 'tempe');
      expect(await store.eraseCenter('mesa')).toBeGreaterThan(0);
      expect(await store.eraseCenter('mesa')).toBe(0);
      expect([await store.confirmations('mesa'), await store.history('mesa')]).toEqual([[], []]);
      expect(await store.confirmations('salem')).toHaveLength(1);
      expect((await store.purged()).has('mesa')).toBe(true);
      expect((await store.purged()).has('salem')).toBe(false);
      expect((await store.purged()).has('mesa-before')).toBe(true);
      expect(await store.unmarkPurged('mesa')).toBe(2);
      expect(await store.unmarkPurged('mesa')).toBe(0);
      const left = await store.purged();
      expect(['mesa', 'mesa-before', 'tempe'].map((id) => left.has(id))).toEqual([false, false, true]);
    });

    it('puts another dataset in the place of a version, and neither where the version is gone', async () => {
      const store = await start();
      const hash = blobs(1)[0]?.hash ?? '';
      const [first, second] = [headOf(1, hash), { ...headOf(2, hash), publishedAt: '2026-11-02T00:00:00.000Z' }];
      const origin = { what: 'publish', by: 'kim' } as const;
      await store.moveHead(first, null, undefined, origin);
      await store.moveHead(second, first);
      const [, old] = await store.versions();
      if (old === undefined) throw new Error('no version before');
      const head = { ...first, version: 'without' };
      const next = { ...old, key: { publishedAt: first.publishedAt, version: 'without' }, head };
      expect(await store.replaceVersion(old.key, next)).toBe(true);
      expect((await store.versions()).map((one) => one.head?.version)).toEqual(['v2', 'without']);
      expect((await store.versions())[1]).toMatchObject({ origin, published: true, head });
      expect(await store.readVersion(old.key, newMeter())).toBeNull();
      const other = { ...next, key: { ...next.key, version: 'other' }, head: { ...head, version: 'other' } };
      expect(await store.replaceVersion(old.key, other)).toBe(false);
      expect((await store.versions()).map((one) => one.head?.version)).toEqual(['v2', 'without']);
    });

    it('keeps who moved HEAD after the version is removed, each once', async () => {
      const store = await start();
      const head = headOf(1, blobs(1)[0]?.hash ?? '');
      await store.moveHead(head, null, undefined, { what: 'upload', by: 'file' });
      const [record] = await store.versions();
      if (record === undefined) throw new Error('no version');
      await store.archive(record);
      await store.archive(record);
      await store.removeVersion(record.key);
      const { publishedAt, version, revision, centers } = head;
      const origin = { what: 'upload', by: 'file' };
      expect(await store.archived()).toEqual([{ publishedAt, version, revision, centers, origin }]);
    });

    it('tells whoever saw an older confirmation, and writes nothing of theirs', async () => {
      const store = await start();
      await store.putConfirmation(word(1), null);
      await expect(store.putConfirmation(word(1, { by: 'late' }), null)).rejects.toThrow(ConfirmationChangedError);
      await store.putConfirmation(word(2), word(1));
      const late = store.putConfirmation(word(2, { by: 'late' }), word(1));
      await expect(late).rejects.toThrow(ConfirmationChangedError);
      expect((await store.history('mesa')).map(({ by }) => by)).toEqual(['kim', 'kim']);
      expect(await store.confirmations('mesa')).toEqual([word(2)]);
    });
  });
}

storeContract('memory', async () => ({ store: memoryStore(), close: async () => {} }));
storeContract(process.env.DYNAMODB_ENDPOINT === undefined ? 'DynamoDB, embedded engine' : 'DynamoDB', () =>
  engineStore(),
);
storeContract('simulated table', async () => {
  const table = new SimulatedTable();
  // A table that is always consistent and complete; its answers end a page after nineteen items.
  const send = async (command: object) => table.execute(command, { random: () => 0.3, now: Date.now() });
  const client = { send } as unknown as DynamoDBDocumentClient;
  return { store: dynamoStore({ client, tableName: 'simulated' }), close: async () => {} };
});
