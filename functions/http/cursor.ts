import { createHmac, createSecretKey, hash, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { roundedKm } from '../geo/distance.ts';
import type { Cursor } from '../search/question.ts';

const tokenSchema = z.tuple([
  z.iso.datetime(),
  z.string().regex(/^[A-Za-z0-9_-]{16}$/),
  z.string().regex(/^[A-Za-z0-9_-]{16}$/),
  z.union([z.tuple([z.number().nonnegative().max(21_000), z.string().min(1).max(200)]), z.string().min(1).max(1_000)]),
  z.string().regex(/^[A-Za-z0-9_-]{22}$/),
]);

/** Secrets that cursors are signed with, each 32 bytes as base64url. */
export interface CursorKeys {
  /** The key that signs new cursors. */
  readonly signing: string;
  /** All keys whose cursors are accepted, including the signing one. */
  readonly accepted: readonly string[];
}

let own: CursorKeys | null = null;

/** A key for this process only, different at each start: for tools on one machine and for tests. */
export function ownCursorKeys(): CursorKeys {
  if (own === null) {
    const key = randomBytes(32).toString('base64url');
    own = { signing: key, accepted: [key] };
  }
  return own;
}

/** Identifies a search across its pages: all its fields except the page size and the cursor. */
export function fingerprintOf(search: Readonly<Record<string, unknown>>): string {
  const { cursor: _, limit: __, ...lasting } = search;
  const sorted = Object.entries(lasting).sort(([a], [b]) => (a < b ? -1 : 1));
  return hash('sha256', JSON.stringify(sorted), 'base64url').slice(0, 16);
}

/**
 * Signs the position of the next page. A cursor names a version of the dataset, and only a version that was public may
 * be read: nobody can make a cursor for a version that was rejected, rolled back or withdrawn.
 */
export class SignedCursors {
  readonly #keys: CursorKeys;

  constructor(keys: CursorKeys) {
    this.#keys = keys;
  }

  readonly fingerprintOf = fingerprintOf;

  write({ version, after }: Cursor, fingerprint: string): string {
    const position = typeof after === 'string' ? after : [after.km, after.id];
    return tokenOf([version.publishedAt, version.version, fingerprint, position], this.#keys.signing);
  }

  /** Returns the cursor, or a message if the token is not a cursor of this search. */
  readonly readCursor = (token: string, fingerprint: string, byDistance: boolean): Cursor | string => {
    const malformed = 'is not a cursor; send the `next` of an answer as it was, or leave it out';
    const parsed = tokenSchema.safeParse(jsonOf(token));
    if (!parsed.success) return malformed;
    const [publishedAt, version, of, position] = parsed.data;
    // Signs the parsed content again and compares: the same content in another JSON spelling is refused.
    const content = [publishedAt, version, of, position] as const;
    if (!this.#keys.accepted.some((key) => isSame(tokenOf(content, key), token))) return malformed;
    const after = typeof position === 'string' ? position : { km: position[0], id: position[1] };
    if (of !== fingerprint || (typeof after === 'string') === byDistance)
      return 'belongs to another search; begin this one without it';
    // Rounds the distance, because older cursors have unrounded ones: they still continue from the same center.
    const compared = typeof after === 'string' ? after : { ...after, km: roundedKm(after.km) };
    return { version: { publishedAt, version }, after: compared };
  };
}

type Content = readonly [publishedAt: string, version: string, fingerprint: string, position: unknown];

/**
 * Signs content as a token. Another key gives another token.
 * @param key The key as base64url.
 */
export function tokenOf(content: Content, key: string): string {
  const signature = createHmac('sha256', secretOf(key))
    .update(JSON.stringify(content))
    .digest()
    .subarray(0, 16)
    .toString('base64url');
  return Buffer.from(JSON.stringify([...content, signature])).toString('base64url');
}

/** Keys prepared for signing: preparing one takes four times as long as signing a cursor with it. */
const prepared = new Map<string, KeyObject>();
/** More keys than are ever accepted at once. Beyond this number, the oldest is removed. */
const MOST_PREPARED = 8;

function secretOf(key: string): KeyObject {
  const known = prepared.get(key);
  if (known !== undefined) return known;
  const secret = createSecretKey(Buffer.from(key, 'base64url'));
  const [oldest] = prepared.keys();
  if (oldest !== undefined && prepared.size >= MOST_PREPARED) prepared.delete(oldest);
  prepared.set(key, secret);
  return secret;
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function jsonOf(token: string): unknown {
  if (!/^[A-Za-z0-9_-]+$/.test(token)) return undefined;
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString());
  } catch {
    return undefined;
  }
}
