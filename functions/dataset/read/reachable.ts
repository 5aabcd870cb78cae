import { type Blob, ContentError, decodeContent } from '../content.ts';
import { type DatasetReader, MissingContentError, newMeter } from '../dataset-reader.ts';
import type { Head } from '../head.ts';

const ITEMS_A_READ = 100;

/**
 * Reads items in groups, because the store limits the time of one read to what a search needs. A whole dataset takes
 * longer.
 */
export async function* readInGroups(hashes: readonly string[], store: DatasetReader): AsyncGenerator<Blob> {
  for (let from = 0; from < hashes.length; from += ITEMS_A_READ) {
    const group = hashes.slice(from, from + ITEMS_A_READ);
    const { bodies } = await store.read({ hashes: group, head: false }, newMeter());
    for (const [hash, body] of bodies) yield { hash, body };
  }
}

/** Hashes of all items of a dataset. Reads the index nodes of the dataset, but not its pages. */
export async function reachableFrom(head: Head, store: DatasetReader): Promise<Set<string>> {
  const reachable = new Set<string>([head.summary]);
  let floor = [...Object.values(head.roots), ...(head.beneath === undefined ? [] : [head.beneath])];
  while (floor.length > 0) {
    for (const hash of floor) reachable.add(hash);
    const below: string[] = [];
    for await (const blob of readInGroups(floor, store)) {
      const content = decodeContent(blob);
      if (content.kind !== 'node') continue;
      for (const entry of content.entries) {
        if (entry.leaf) reachable.add(entry.hash);
        else below.push(entry.hash);
      }
    }
    floor = below;
  }
  return reachable;
}

/** Like reachableFrom, but null if an item is missing or damaged. */
export async function reachableOrNull(head: Head, store: DatasetReader): Promise<Set<string> | null> {
  try {
    return await reachableFrom(head, store);
  } catch (error) {
    if (error instanceof MissingContentError || error instanceof ContentError) return null;
    throw error;
  }
}
