import { MissingContentError } from '../dataset/dataset-reader.ts';
import type { Head } from '../dataset/head.ts';
import { headSchema } from '../dataset/head.ts';
import type { AgentStore } from './agent-store.ts';
import { memoryAdded } from './memory-added.ts';
import { memoryAgent } from './memory-agent.ts';
import { digestOfCenter, Purged } from './purged.ts';
import {
  type AuditEntry,
  auditEntryOf,
  type DatasetStore,
  HeadMovedError,
  newestFirst,
  TRUSTED_AGE_SECONDS,
  type VersionRecord,
} from './store.ts';
import type { StoredCursorKeys } from './stored-cursor-keys.ts';

/** DynamoDB charges an eventually consistent read half a unit per 4 KiB, rounded up. */
const UNIT_BYTES = 4096;
const ITEM_OVERHEAD_BYTES = 64;
const HEAD_UNITS = 0.5;
const MOST_KEYS_A_GET = 100;

interface Item {
  readonly body: Uint8Array;
  readonly writtenAt: number;
}

/**
 * A store in memory with the same contract, for the command line and tests. Counts costs as DynamoDB would.
 * @param now Milliseconds since 1970.
 */
export function memoryStore(now: () => number = Date.now): DatasetStore & AgentStore & { readonly size: () => number } {
  const items = new Map<string, Item>();
  const versions = new Map<string, VersionRecord & { head: Head }>();
  const audit = new Map<string, AuditEntry>();
  /** Digests of ids that must not be published again, by the digest of the withdrawn center. */
  const purged = new Map<string, Set<string>>();
  let cursorKeys: StoredCursorKeys | null = null;
  const { allFacts, eraseAgent, ...agent } = memoryAgent();
  const { eraseAdded, ...added } = memoryAdded(allFacts);
  let current: Head | null = null;
  const seconds = () => Math.floor(now() / 1000);
  const keyOf = ({ publishedAt, version }: { publishedAt: string; version: string }) => `${publishedAt}#${version}`;
  return {
    ...agent,
    ...added,
    size: () => items.size,
    async read({ hashes, head }, meter) {
      const missing = hashes.filter((hash) => !items.has(hash));
      meter.roundTrips += 1;
      meter.requests += Math.ceil((new Set(hashes).size + (head ? 1 : 0)) / MOST_KEYS_A_GET);
      if (head) meter.readUnits += HEAD_UNITS;
      if (head && current !== null) meter.items += 1;
      if (missing.length > 0) throw new MissingContentError(missing);
      const found = new Map<string, Uint8Array>();
      for (const hash of new Set(hashes)) {
        const body = items.get(hash)?.body;
        if (body === undefined) continue;
        found.set(hash, body);
        meter.items += 1;
        meter.bytes += body.length;
        meter.readUnits += Math.ceil((body.length + ITEM_OVERHEAD_BYTES) / UNIT_BYTES) / 2;
      }
      return { bodies: found, head: head ? current : undefined };
    },
    async readVersion(key, meter) {
      meter.roundTrips += 1;
      meter.requests += 1;
      meter.readUnits += HEAD_UNITS;
      return versions.get(keyOf(key))?.head ?? null;
    },
    async readHead() {
      return current;
    },
    async readStanding() {
      return current === null ? null : { ...current, head: current };
    },
    async present(hashes) {
      const young = (hash: string) => seconds() - (items.get(hash)?.writtenAt ?? -Infinity) < TRUSTED_AGE_SECONDS;
      return new Set(hashes.filter(young));
    },
    async write(blobs) {
      for (const { hash, body } of blobs) items.set(hash, { body, writtenAt: seconds() });
    },
    async moveHead(to, from, restores, origin) {
      if ((current?.revision ?? null) !== (from?.revision ?? null)) {
        throw new HeadMovedError('another publisher moved the dataset first');
      }
      current = headSchema.parse(to);
      const key = { publishedAt: to.publishedAt, version: to.version };
      versions.set(keyOf(to), {
        key,
        head: current,
        published: true,
        restores: restores ?? null,
        ...(origin && { origin }),
      });
    },
    async versions() {
      return newestFirst([...versions.values()]);
    },
    async removeVersion(key) {
      return versions.delete(keyOf(key));
    },
    async archive(record) {
      const entry = auditEntryOf(record);
      if (entry !== null) audit.set(keyOf(entry), entry);
    },
    async archived() {
      return [...audit.values()].sort((one, other) => (one.publishedAt < other.publishedAt ? -1 : 1));
    },
    async cursorKeys() {
      return cursorKeys;
    },
    async putCursorKeys(next, previous) {
      if (cursorKeys?.since !== previous?.since) return false;
      cursorKeys = next;
      return true;
    },
    async purged() {
      return new Purged([...purged.values()].flatMap((ids) => [...ids]));
    },
    async markPurged(id, center) {
      const digest = digestOfCenter(center);
      purged.set(digest, (purged.get(digest) ?? new Set()).add(digestOfCenter(id)));
    },
    async unmarkPurged(center) {
      const digest = digestOfCenter(center);
      const freed = purged.get(digest)?.size ?? 0;
      purged.delete(digest);
      return freed;
    },
    async eraseCenter(center) {
      return eraseAdded(center) + eraseAgent(center);
    },
    async replaceVersion(old, next) {
      if (next.head === null || !versions.delete(keyOf(old))) return false;
      versions.set(keyOf(next.key), { ...next, head: next.head });
      return true;
    },
    async pages() {
      return { pages: [...items].map(([hash, { writtenAt }]) => ({ hash, writtenAt })), next: null };
    },
    async removePage({ hash, writtenAt }) {
      return items.get(hash)?.writtenAt === writtenAt && items.delete(hash);
    },
  };
}
