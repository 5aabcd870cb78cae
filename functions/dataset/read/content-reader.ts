import type { ContentKind, Decoded } from '../content.ts';
import { ContentError } from '../content.ts';

/** Content of one dataset, as a search sees it: `at` returns loaded items, `fetch` loads more in one round trip. */
export interface ContentReader {
  /** Decoded content that needs no round trip. */
  at(hash: string): Decoded | undefined;
  /** Number of further items that the request may read. */
  readonly left: number;
  /**
   * Loads all these items in one round trip; `at` then returns each until the search ends.
   * @throws TooBroadError
   */
  fetch(hashes: readonly string[]): Promise<void>;
}

type Of<Kind extends ContentKind> = Extract<Decoded, { kind: Kind }>;

/** Loaded content of the given kind; undefined if it is not loaded. @throws ContentError if it is of another kind. */
export function heldAt<Kind extends ContentKind>(
  reader: ContentReader,
  hash: string,
  kind: Kind,
): Of<Kind> | undefined {
  const content = reader.at(hash);
  if (content !== undefined && content.kind !== kind) {
    throw new ContentError(`item ${hash} holds ${content.kind}, not ${kind}`);
  }
  return content as Of<Kind> | undefined;
}

/** Content of the given kind, fetched if it is not loaded. @throws ContentError if it is of another kind. */
export async function read<Kind extends ContentKind>(
  reader: ContentReader,
  hash: string,
  kind: Kind,
): Promise<Of<Kind>> {
  const held = heldAt(reader, hash, kind);
  if (held !== undefined) return held;
  await reader.fetch([hash]);
  const fetched = heldAt(reader, hash, kind);
  if (fetched === undefined) throw new ContentError(`item ${hash} was fetched and is not there`);
  return fetched;
}
