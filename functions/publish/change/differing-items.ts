import { type Blob, ContentError, decodeContent } from '../../dataset/content.ts';

/** Reads items by hash. */
export type ReadItems = (hashes: readonly string[]) => AsyncIterable<Blob>;

/** One version of an index: its root, and a way to read its items. */
export interface IndexItems {
  readonly root: string;
  readonly read: ReadItems;
}

/** Hashes of items that only one of two versions of an index has. */
export interface OwnItems {
  readonly nodes: readonly string[];
  readonly pages: readonly string[];
}

/** Hashes of each of two versions. */
type Sides = readonly [string[], string[]];

/**
 * Items that two versions of an index do not share. Equal items have equal hashes, so it descends only where nodes
 * differ, and the work is proportional to the difference. Null if one version has more than `most` items that the
 * other lacks.
 */
export async function differingItems(
  one: IndexItems,
  other: IndexItems,
  most: number,
): Promise<readonly [OwnItems, OwnItems] | null> {
  let floors: Sides = [[one.root], [other.root]];
  const nodes: Sides = [[], []];
  const pages: Sides = [[], []];
  while (floors[0].length + floors[1].length > 0) {
    const own = unshared(floors);
    const below: Sides = [[], []];
    for (const [side, index] of [one, other].entries()) {
      const at = side as 0 | 1;
      nodes[at].push(...own[at]);
      if (nodes[at].length > most) return null;
      for await (const blob of index.read(own[at])) {
        const content = decodeContent(blob);
        if (content.kind !== 'node') throw new ContentError(`item ${blob.hash} holds ${content.kind}, not node`);
        for (const { hash, leaf } of content.entries) (leaf ? pages : below)[at].push(hash);
      }
    }
    floors = below;
  }
  const own = unshared(pages);
  if (Math.max(own[0].length, own[1].length) > most) return null;
  return [
    { nodes: nodes[0], pages: own[0] },
    { nodes: nodes[1], pages: own[1] },
  ];
}

function unshared([one, other]: Sides): Sides {
  const [ones, others] = [new Set(one), new Set(other)];
  return [one.filter((hash) => !others.has(hash)), other.filter((hash) => !ones.has(hash))];
}
