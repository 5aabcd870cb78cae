import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DatasetReader, MissingContentError, newMeter } from '../../functions/dataset/dataset-reader.ts';
import type { Head } from '../../functions/dataset/head.ts';
import { firstNotBelow } from '../../functions/domain/sorted.ts';
import { memoryStore } from '../../functions/store/memory.ts';

const HASH_BYTES = 16;
/** Size of an index entry: hash, offset in the file of bodies, length. */
const ENTRY_BYTES = HASH_BYTES + 6 + 4;
const ITEMS_A_READ = 100;

/** Stores the items of a dataset in files, for a process that must not have all of them in memory. */
export interface ItemFiles {
  readonly folder: string;
  remove(): void;
}

export async function writeItemFiles(store: DatasetReader, head: Head, hashes: Iterable<string>): Promise<ItemFiles> {
  const folder = mkdtempSync(join(tmpdir(), 'locator-items-'));
  const bodies = openSync(join(folder, 'bodies'), 'w');
  const sorted = [...hashes].map(bytesOf).sort(Buffer.compare);
  const index = Buffer.alloc(sorted.length * ENTRY_BYTES);
  let offset = 0;
  for (let from = 0; from < sorted.length; from += ITEMS_A_READ) {
    const group = sorted.slice(from, from + ITEMS_A_READ).map((hash) => hash.toString('base64url'));
    const answer = await store.read({ hashes: group, head: false }, newMeter());
    for (const [at, hash] of group.entries()) {
      const body = answer.bodies.get(hash);
      if (body === undefined) throw new MissingContentError([hash]);
      writeSync(bodies, body);
      const entry = index.subarray((from + at) * ENTRY_BYTES);
      bytesOf(hash).copy(entry);
      entry.writeUIntBE(offset, HASH_BYTES, 6);
      entry.writeUInt32BE(body.length, HASH_BYTES + 6);
      offset += body.length;
    }
  }
  closeSync(bodies);
  writeFileSync(join(folder, 'index'), index);
  writeFileSync(join(folder, 'head.json'), JSON.stringify(head));
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

/**
 * Reads items from their files. Only the index stays in memory: 26 bytes per item. Counts costs as the store in memory
 * does.
 */
export async function itemFileReader(folder: string): Promise<DatasetReader> {
  const bodies = openSync(join(folder, 'bodies'), 'r');
  const index = readFileSync(join(folder, 'index'));
  const head = JSON.parse(readFileSync(join(folder, 'head.json'), 'utf8')) as Head;
  const bodyOf = (hash: string): Uint8Array => {
    const entry = entryOf(index, bytesOf(hash));
    if (entry === null) throw new MissingContentError([hash]);
    const body = new Uint8Array(entry.readUInt32BE(HASH_BYTES + 6));
    readSync(bodies, body, 0, body.length, entry.readUIntBE(HASH_BYTES, 6));
    return body;
  };
  return {
    async read(request, meter) {
      const counting = memoryStore();
      await counting.write(request.hashes.map((hash) => ({ hash, body: bodyOf(hash) })));
      await counting.moveHead(head, null);
      return counting.read(request, meter);
    },
    readVersion: async () => head,
  };
}

const bytesOf = (hash: string): Buffer => Buffer.from(hash, 'base64url');

function entryOf(index: Buffer, hash: Buffer): Buffer | null {
  const entryAt = (at: number): Buffer => index.subarray(at * ENTRY_BYTES, (at + 1) * ENTRY_BYTES);
  const order = (at: number): number => entryAt(at).compare(hash, 0, HASH_BYTES, 0, HASH_BYTES);
  const count = index.length / ENTRY_BYTES;
  const found = firstNotBelow(count, (at) => order(at) < 0);
  return found < count && order(found) === 0 ? entryAt(found) : null;
}
