import { isAscii } from 'node:buffer';
import { hash as sha256 } from 'node:crypto';
import { deflateRawSync, inflateRawSync, type ZlibOptions } from 'node:zlib';
import { CenterPage, isCenterPage } from './center-page.ts';
import { centerPageText, centerText } from './center-page-text.ts';
import { dictionary } from './dictionary.ts';
import { type IndexNode, type PackedNode, unpackNode } from './index-nodes.ts';
import { type IndexRow, type PackedIndexRow, unpackIndexRow } from './index-row.ts';
import type { PackedCenter } from './packed-center.ts';
import type { Summary } from './summary.ts';

/** Largest size of an item that costs half a read unit, in bytes, including its keys and attribute names. */
export const PAGE_ITEM_BYTES = 4096;
/** Bytes of an item without its body: pk (`PAGE#` and hash), sk (`-`), the attribute names, and the time of writing. */
const ITEM_OVERHEAD_BYTES = 64;
export const PAGE_BODY_BYTES = PAGE_ITEM_BYTES - ITEM_OVERHEAD_BYTES;

/** The kinds of content of an immutable item. */
export type Content =
  | { readonly kind: 'centers'; readonly rows: readonly PackedCenter[] }
  | { readonly kind: 'pointers'; readonly rows: readonly PackedIndexRow[] }
  | ({ readonly kind: 'node' } & PackedNode)
  | { readonly kind: 'summary'; readonly summary: Summary };
export type ContentKind = Content['kind'];

/** Decoded content, as it is cached in the container. */
export type Decoded =
  | CenterPage
  | { readonly kind: 'pointers'; readonly rows: readonly IndexRow[]; readonly bytes: number }
  | ({ readonly kind: 'node'; readonly bytes: number } & IndexNode)
  | { readonly kind: 'summary'; readonly summary: Summary; readonly bytes: number };

/** The content of an item does not match its key, or is not of the expected kind. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
}

export interface Blob {
  readonly hash: string;
  readonly body: Uint8Array;
}

/** An item as stored: its key, which is the hash of the uncompressed text, and its compressed body. */
export function encodeContent(content: Content): Blob {
  const text =
    content.kind === 'centers'
      ? centerPageText(content.rows.map((row) => Buffer.from(centerText(row))))
      : Buffer.from(JSON.stringify(content));
  return { hash: hashOf(text), body: compress(text) };
}

/**
 * Like {@link encodeContent}, for text that was already prepared. Returns null if the compressed body would be longer
 * than `most` bytes.
 */
export function encodePage(text: Buffer, most: number): Blob | null {
  try {
    const body = compress(text, { chunkSize: most, maxOutputLength: most });
    return { hash: hashOf(text), body };
  } catch (error) {
    if (error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return null;
    throw error;
  }
}

/** The text of a page of index rows, each as JSON. */
export function lookupPageText(rows: readonly string[]): Buffer {
  return Buffer.from(`{"kind":"pointers","rows":[${rows.join(',')}]}`);
}

function compress(text: Buffer, limits: ZlibOptions = {}): Uint8Array {
  // The text is copied, because zlib's result, like every small Buffer, keeps a shared block of up to 64 KB in memory.
  return new Uint8Array(deflateRawSync(text, { level: 9, dictionary, ...limits }));
}

/**
 * Decodes a stored item. The hash of its text must be its key, so it is byte for byte what a publisher validated and
 * wrote. Requests therefore need not check rows against a schema again.
 */
export function decodeContent({ hash, body }: Blob): Decoded {
  const bytesOfText = decompress(body, hash);
  if (hashOf(bytesOfText) !== hash) throw new ContentError(`item ${hash} does not hold what its key says`);
  return decodeText(bytesOfText);
}

/** Parses an item's text without checking its hash. @throws ContentError for an unknown kind. */
export function decodeText(bytesOfText: Buffer): Decoded {
  // Nearly every text is ASCII. Read as Latin-1, it needs no UTF-8 decoding.
  const text = bytesOfText.toString(isAscii(bytesOfText) ? 'latin1' : 'utf8');
  const bytes = bytesOfText.length;
  if (isCenterPage(text)) return new CenterPage(text, bytes);
  const content = JSON.parse(text) as Exclude<Content, { kind: 'centers' }>;
  switch (content.kind) {
    case 'node':
      return { kind: 'node', bytes, ...unpackNode(content) };
    case 'pointers':
      return { kind: 'pointers', bytes, rows: content.rows.map(unpackIndexRow) };
    case 'summary':
      return { ...content, bytes };
    default:
      throw new ContentError('an item is of a kind that this version cannot read');
  }
}

function decompress(body: Uint8Array, hash: string): Buffer {
  try {
    return inflateRawSync(body, { dictionary });
  } catch (cause) {
    throw new ContentError(`item ${hash} cannot be decompressed`, { cause });
  }
}

// The first 128 bits of the hash: enough for keys without collisions in one table, and short.
function hashOf(text: Buffer): string {
  return sha256('sha256', text, 'buffer').subarray(0, 16).toString('base64url');
}
