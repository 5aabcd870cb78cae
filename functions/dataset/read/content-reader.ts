import type { ContentKind, Decoded } from '../content.ts';
import { ContentError } from '../content.ts';

/** Content of one dataset, as a search sees it: what is at hand, and a way to get more at the price of a round trip. */
export interface ContentReader {
  /** Decoded content that needs no round trip. */
  at(hash: string): Decoded | undefined;
  /** How many items the request may look at beyond those it has. */
  readonly left: number;
  /** One round trip for all; afterwards `at` has each of them until the search ends. @throws TooBroadError */
  fetch(hashes: readonly string[]): Promise<void>;
}

type Of<Kind extends ContentKind> = Extract<Decoded, { kind: Kind }>;

/** Content that must be of one kind; undefined where it is not at hand. */
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

/** The same, fetched where it is not at hand. */
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
