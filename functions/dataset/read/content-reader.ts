import type { ContentKind, Decoded } from '../content.ts';
import { ContentError } from '../content.ts';

/**
 * The content of one dataset, as a search reads it. `at` returns loaded items, and `fetch` loads more in one round
 * trip.
 */
export interface ContentReader {
  /** Content that is already in memory; undefined if it must be fetched. */
  at(hash: string): Decoded | undefined;
  /** Number of items that this request may still read. */
  readonly left: number;
  /**
   * Loads all given items in one round trip. Afterwards `at` returns each of them until the search ends.
   * @throws TooBroadError
   */
  fetch(hashes: readonly string[]): Promise<void>;
}

type Of<Kind extends ContentKind> = Extract<Decoded, { kind: Kind }>;

/** The content of the given kind; undefined if it is not loaded. @throws ContentError if it is of another kind */
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

/** The content of the given kind. Fetches it if it is not loaded. @throws ContentError if it is of another kind */
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
