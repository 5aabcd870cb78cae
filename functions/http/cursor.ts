import { hash } from 'node:crypto';
import * as z from 'zod';
import { roundedKm } from '../geo/distance.ts';
import type { Cursor } from '../search/question.ts';

const tokenSchema = z.tuple([
  z.iso.datetime(),
  z.string().regex(/^[A-Za-z0-9_-]{16}$/),
  z.string().regex(/^[A-Za-z0-9_-]{16}$/),
  z.union([z.tuple([z.number().nonnegative().max(21_000), z.string().min(1).max(200)]), z.string().min(1).max(1_000)]),
]);

/** The search as its pages share it: everything but the page's size and the cursor itself. */
export function fingerprintOf(search: Readonly<Record<string, unknown>>): string {
  const { cursor: _, limit: __, ...lasting } = search;
  const sorted = Object.entries(lasting).sort(([a], [b]) => (a < b ? -1 : 1));
  return hash('sha256', JSON.stringify(sorted), 'base64url').slice(0, 16);
}

export function writeCursor({ version, after }: Cursor, fingerprint: string): string {
  const position = typeof after === 'string' ? after : [after.km, after.id];
  return Buffer.from(JSON.stringify([version.publishedAt, version.version, fingerprint, position])).toString(
    'base64url',
  );
}

/** The cursor, or why it is none of this search. */
export function readCursor(token: string, fingerprint: string, byDistance: boolean): Cursor | string {
  const malformed = 'is not a cursor; send the `next` of an answer as it was, or leave it out';
  const parsed = tokenSchema.safeParse(jsonOf(token));
  if (!parsed.success) return malformed;
  const [publishedAt, version, of, position] = parsed.data;
  const after = typeof position === 'string' ? position : { km: position[0], id: position[1] };
  // Only the one way of writing it is accepted, so that a token has no second form.
  if (writeCursor({ version: { publishedAt, version }, after }, of) !== token) return malformed;
  if (of !== fingerprint || (typeof after === 'string') === byDistance)
    return 'belongs to another search; begin this one without it';
  // A cursor that was written before distances were compared in steps leads on from the same center.
  const compared = typeof after === 'string' ? after : { ...after, km: roundedKm(after.km) };
  return { version: { publishedAt, version }, after: compared };
}

function jsonOf(token: string): unknown {
  if (!/^[A-Za-z0-9_-]+$/.test(token)) return undefined;
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString());
  } catch {
    return undefined;
  }
}
