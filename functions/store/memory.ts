import type { Head } from '../search/dataset.ts';
import { headSchema } from '../search/dataset.ts';
import { MissingContentError } from '../search/dataset-reader.ts';
import { type DatasetStore, HeadMovedError } from './store.ts';

/** What DynamoDB charges for: half a unit for each begun 4 KiB of an eventually consistent read. */
const UNIT_BYTES = 4096;
const ITEM_OVERHEAD_BYTES = 64;
const HEAD_UNITS = 0.5;

/** The store in memory: for the command line, and the same contract without a table. Costs are counted as DynamoDB's. */
export function memoryStore(): DatasetStore & { readonly size: () => number } {
  const bodies = new Map<string, Uint8Array>();
  const versions = new Map<string, Head>();
  let current: Head | null = null;
  return {
    size: () => bodies.size,
    async read({ hashes, head }, meter) {
      const missing = hashes.filter((hash) => !bodies.has(hash));
      meter.roundTrips += 1;
      meter.requests += 1;
      if (head) meter.readUnits += HEAD_UNITS;
      if (missing.length > 0) throw new MissingContentError(missing);
      const found = new Map<string, Uint8Array>();
      for (const hash of hashes) {
        const body = bodies.get(hash);
        if (body === undefined) continue;
        found.set(hash, body);
        meter.items += 1;
        meter.bytes += body.length;
        meter.readUnits += Math.ceil((body.length + ITEM_OVERHEAD_BYTES) / UNIT_BYTES) / 2;
      }
      return { bodies: found, head: head ? current : undefined };
    },
    async readVersion({ publishedAt, version }, meter) {
      meter.roundTrips += 1;
      meter.requests += 1;
      meter.readUnits += HEAD_UNITS;
      return versions.get(`${publishedAt}#${version}`) ?? null;
    },
    async readHead() {
      return current;
    },
    async present(hashes) {
      return new Set(hashes.filter((hash) => bodies.has(hash)));
    },
    async write(blobs) {
      for (const { hash, body } of blobs) bodies.set(hash, body);
    },
    async moveHead(to, from) {
      if ((current?.revision ?? null) !== (from?.revision ?? null)) {
        throw new HeadMovedError('another publisher moved the dataset first');
      }
      current = headSchema.parse(to);
      versions.set(`${to.publishedAt}#${to.version}`, current);
    },
  };
}
