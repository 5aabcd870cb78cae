import { ContentError, decodeContent } from '../search/content.ts';
import type { Head } from '../search/dataset.ts';
import { type DatasetReader, MissingContentError, newMeter } from '../search/dataset-reader.ts';

/** Every item of a dataset, found by reading its directories; pages themselves need not be read. */
export async function reachableFrom(head: Head, store: DatasetReader): Promise<Set<string>> {
  const reachable = new Set<string>([head.summary]);
  let floor = Object.values(head.roots);
  while (floor.length > 0) {
    for (const hash of floor) reachable.add(hash);
    const { bodies } = await store.read({ hashes: floor, head: false }, newMeter());
    const below: string[] = [];
    for (const [hash, body] of bodies) {
      const content = decodeContent({ hash, body });
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

/** The same; null where the dataset is damaged. */
export async function reachableOrNull(head: Head, store: DatasetReader): Promise<Set<string> | null> {
  try {
    return await reachableFrom(head, store);
  } catch (error) {
    if (error instanceof MissingContentError || error instanceof ContentError) return null;
    throw error;
  }
}
