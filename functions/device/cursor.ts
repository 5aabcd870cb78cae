import type { Cursors } from '../faces/v1/parameters/meaning.ts';
import { Problem } from '../http/problem.ts';
import type { Position } from '../search/question.ts';

/**
 * Reads and writes the cursors of a device. A cursor says where the next page begins, and which search of which dataset
 * it belongs to.
 */
export interface DeviceCursors extends Cursors {
  write(after: Position, fingerprint: string): string;
}

const MALFORMED = 'is not a cursor; send the `next` of an answer as it was, or leave it out';

/** @param version Version of the dataset on the device. A cursor of another version is refused. */
export function deviceCursors(version: { readonly version: string; readonly publishedAt: string }): DeviceCursors {
  const write = (after: Position, fingerprint: string): string =>
    encoded(JSON.stringify([version.version, fingerprint, typeof after === 'string' ? after : [after.km, after.id]]));
  return {
    write,
    fingerprintOf: (search) => {
      const { cursor: _, limit: __, ...lasting } = search;
      return digest(JSON.stringify(Object.entries(lasting).sort(([a], [b]) => (a < b ? -1 : 1))));
    },
    readCursor: (token, fingerprint, byDistance) => {
      const [of, search, position] = parsed(token);
      const after = positionOf(position);
      if (typeof of !== 'string' || typeof search !== 'string' || after === null) return MALFORMED;
      if (of !== version.version) throw replaced();
      // A token must be exactly what `write` would produce, so that no cursor has two spellings.
      if (write(after, search) !== token) return MALFORMED;
      if (search !== fingerprint || (typeof after === 'string') === byDistance)
        return 'belongs to another search; begin this one without it';
      return { version, after };
    },
  };
}

const replaced = (): Problem =>
  new Problem(
    410,
    'cursor-gone',
    'These pages are no longer kept',
    'The listings on this device were replaced by newer ones. Begin the search again without the cursor.',
    { errors: [{ parameter: 'cursor', message: 'is of earlier listings; begin the search again without it' }] },
  );

function positionOf(value: unknown): Position | null {
  if (typeof value === 'string') return value === '' ? null : value;
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [km, id] = value as readonly unknown[];
  return typeof km === 'number' && km >= 0 && typeof id === 'string' && id !== '' ? { km, id } : null;
}

/** The text's UTF-8 bytes in base64url. */
function encoded(text: string): string {
  const letters = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function parsed(token: string): readonly unknown[] {
  if (!/^[A-Za-z0-9_-]+$/.test(token)) return [];
  try {
    const letters = atob(token.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return Array.isArray(value) && value.length === 3 ? value : [];
  } catch {
    return [];
  }
}

/**
 * A short digest that tells searches apart (FNV-1a, twice 32 bits). It need not resist forgery: a cursor reveals
 * nothing that the search itself would not.
 */
function digest(text: string): string {
  let [one, other] = [0x811c9dc5, 0xc9dc5118];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ (unit + at), 0x01000193);
  }
  return [one, other].map((half) => (half >>> 0).toString(36)).join('-');
}
