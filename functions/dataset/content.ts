import { isAscii } from 'node:buffer';
import { hash as sha256 } from 'node:crypto';
import { deflateRawSync, inflateRawSync, type ZlibOptions } from 'node:zlib';
import { CenterPage, centerPageText, centerText, isCenterPage } from './center-page.ts';
import { type Changes, type PackedChanges, unpackChanges } from './changes.ts';
import { dictionary } from './dictionary.ts';
import { type DirectoryNode, type PackedNode, unpackNode } from './directory.ts';
import { type IndexRow, type PackedIndexRow, unpackIndexRow } from './index-row.ts';
import type { PackedCenter } from './packed-center.ts';
import type { Summary } from './summary.ts';

/** An item of this many bytes, keys and attribute names included, costs half a read unit. */
export const PAGE_ITEM_BYTES = 4096;
/** pk `PAGE#` and hash, sk `-`, body name, written-at name and number: what an item holds beside its body. */
const ITEM_OVERHEAD_BYTES = 64;
export const PAGE_BODY_BYTES = PAGE_ITEM_BYTES - ITEM_OVERHEAD_BYTES;
/** Room for recent changes, which whoever looks up a name or an id reads along with the pages: one read unit. */
export const CHANGES_BODY_BYTES = 2 * PAGE_ITEM_BYTES - ITEM_OVERHEAD_BYTES;

/** What an immutable item may hold. */
export type Content =
  | { readonly kind: 'centers'; readonly rows: readonly PackedCenter[] }
  | { readonly kind: 'pointers'; readonly rows: readonly PackedIndexRow[] }
  | ({ readonly kind: 'node' } & PackedNode)
  | { readonly kind: 'changes'; readonly changes: PackedChanges }
  | { readonly kind: 'summary'; readonly summary: Summary };
export type ContentKind = Content['kind'];

/** Decoded content, as the container keeps it. */
export type Decoded =
  | CenterPage
  | { readonly kind: 'pointers'; readonly rows: readonly IndexRow[]; readonly bytes: number }
  | ({ readonly kind: 'node'; readonly bytes: number } & DirectoryNode)
  | { readonly kind: 'changes'; readonly changes: Changes; readonly bytes: number }
  | { readonly kind: 'summary'; readonly summary: Summary; readonly bytes: number };

/** Content that is not what its key says, or of a kind that was not asked for. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
}

export interface Blob {
  readonly hash: string;
  readonly body: Uint8Array;
}

/** The item's key (the hash of the uncompressed text) and its compressed body. */
export function encodeContent(content: Content): Blob {
  const text =
    content.kind === 'centers'
      ? centerPageText(content.rows.map((row) => Buffer.from(centerText(row))))
      : Buffer.from(JSON.stringify(content));
  return { hash: hashOf(text), body: compress(text) };
}

/** The same of content that is text already and must fit a page; null, and sooner, where it does not. */
export function encodePage(text: Buffer): Blob | null {
  try {
    const body = compress(text, { chunkSize: PAGE_BODY_BYTES, maxOutputLength: PAGE_BODY_BYTES });
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
  // Copied into memory of its own: what zlib returns, like every small Buffer, keeps a block of up to 64 KB alive.
  return new Uint8Array(deflateRawSync(text, { level: 9, dictionary, ...limits }));
}

/**
 * Opens a stored item. That the text hashes to its key proves that it is, to the byte, what a publisher
 * validated and wrote, which is why rows are not parsed against a schema a second time on the hot path.
 */
export function decodeContent({ hash, body }: Blob): Decoded {
  const bytesOfText = decompress(body, hash);
  if (hashOf(bytesOfText) !== hash) throw new ContentError(`item ${hash} does not hold what its key says`);
  return decodeText(bytesOfText);
}

/** Opens the text of an item that is known to be what was written. @throws ContentError */
export function decodeText(bytesOfText: Buffer): Decoded {
  // Nearly every text is ASCII, which needs no decoding.
  const text = bytesOfText.toString(isAscii(bytesOfText) ? 'latin1' : 'utf8');
  const bytes = bytesOfText.length;
  if (isCenterPage(text)) return new CenterPage(text, bytes);
  const content = JSON.parse(text) as Exclude<Content, { kind: 'centers' }>;
  switch (content.kind) {
    case 'node':
      return { kind: 'node', bytes, ...unpackNode(content) };
    case 'pointers':
      return { kind: 'pointers', bytes, rows: content.rows.map(unpackIndexRow) };
    case 'changes':
      return { kind: 'changes', bytes, changes: unpackChanges(content.changes) };
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

// 128 bits: two items of one table do not collide, and the key stays short.
function hashOf(text: Buffer): string {
  return sha256('sha256', text, 'buffer').subarray(0, 16).toString('base64url');
}
