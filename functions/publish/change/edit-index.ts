import type { Entry } from '../../dataset/directory.ts';
import { type ContentReader, read } from '../../dataset/read/content-reader.ts';
import { buildDirectory, emitNode, nodeEntry } from '../build/build-directory.ts';
import { buildPages } from '../build/build-index.ts';
import type { Draft } from './draft.ts';
import { type EditableIndex, type Edits, rowsOf } from './editable-index.ts';

/** New pages by the hash of the page that they replace, and the hashes of the nodes above the replaced pages. */
interface Edited {
  readonly pages: Map<string, readonly Entry[]>;
  readonly nodes: Set<string>;
}

/**
 * Changes rows of an index. Rewrites only their pages and the nodes above; if the number of pages changes, rebuilds the
 * whole directory, since its nodes may group differently. A page that became too large is cut as usual, an empty one is
 * removed, and two that would now fit in one stay two until the next whole publish.
 * @param root Null for an index that does not exist yet.
 * @returns the new root; the old one if there are no edits.
 */
export async function editIndex<Row>(
  root: string | null,
  index: EditableIndex<Row>,
  edits: Edits<Row>,
  draft: Draft,
): Promise<string | null> {
  if (edits.puts.size + edits.removes.size === 0) return root;
  const { emit } = draft;
  if (root === null || (await read(draft, root, 'node')).entries.length === 0) {
    return buildDirectory(pagesOf([...edits.puts.values()], index, '', emit), index.kind, emit);
  }
  const edited: Edited = { pages: new Map(), nodes: new Set() };
  await editPages(root, index, edits, edited, draft);
  if ([...edited.pages.values()].every(({ length }) => length === 1)) return rebuilt(root, index, edited, draft);
  const [first, ...others] = (await leavesBelow(root, draft)).flatMap((leaf) => edited.pages.get(leaf.hash) ?? [leaf]);
  const leaves = first === undefined ? [] : [{ ...first, firstKey: '' }, ...others];
  return buildDirectory(leaves, index.kind, emit);
}

async function editPages<Row>(
  hash: string,
  index: EditableIndex<Row>,
  edits: Edits<Row>,
  edited: Edited,
  draft: Draft,
): Promise<void> {
  edited.nodes.add(hash);
  const { entries } = await read(draft, hash, 'node');
  const shares = new Map<Entry | undefined, { puts: Map<string, Row>; removes: Set<string> }>();
  const shareOf = (key: string) => {
    const entry = entries[placeOf(key, entries)];
    const share = shares.get(entry) ?? { puts: new Map<string, Row>(), removes: new Set<string>() };
    shares.set(entry, share);
    return share;
  };
  for (const [key, row] of edits.puts) shareOf(key).puts.set(key, row);
  for (const key of edits.removes) shareOf(key).removes.add(key);
  for (const [entry, share] of shares) {
    if (entry === undefined) throw new RangeError('a node without entries');
    if (!entry.leaf) {
      await editPages(entry.hash, index, share, edited, draft);
      continue;
    }
    const rows = new Map((await index.read(entry.hash, draft)).map((row) => [index.keyOf(row), row]));
    for (const key of share.removes) rows.delete(key);
    for (const [key, row] of share.puts) rows.set(key, row);
    edited.pages.set(entry.hash, pagesOf([...rows.values()], index, entry.firstKey, draft.emit));
  }
}

/** Position of the entry whose range contains the key. */
const placeOf = (key: string, entries: readonly Entry[]): number =>
  Math.max(
    0,
    entries.findLastIndex(({ firstKey }) => firstKey <= key),
  );

function pagesOf<Row>(rows: readonly Row[], index: EditableIndex<Row>, startKey: string, emit: Draft['emit']): Entry[] {
  const sorted = rows.toSorted((a, b) => (index.keyOf(a) < index.keyOf(b) ? -1 : 1));
  return buildPages(rowsOf(sorted, index), index.kind, startKey, emit);
}

/** Rewrites the nodes above edited pages, where each page is replaced by exactly one. */
async function rebuilt<Row>(hash: string, index: EditableIndex<Row>, edited: Edited, draft: Draft): Promise<string> {
  const entries: Entry[] = [];
  for (const entry of (await read(draft, hash, 'node')).entries) {
    const [page] = edited.pages.get(entry.hash) ?? [];
    if (page !== undefined) entries.push(page);
    else if (!edited.nodes.has(entry.hash)) entries.push(entry);
    else {
      const below = await rebuilt(entry.hash, index, edited, draft);
      entries.push(nodeEntry(below, (await read(draft, below, 'node')).entries, index.kind.merge));
    }
  }
  return emitNode(entries, draft.emit);
}

/** The entries of all pages of an index, in order. */
async function leavesBelow(root: string, draft: Draft): Promise<Entry[]> {
  const { entries } = await read(draft, root, 'node');
  await draft.fetch(entries.flatMap(({ leaf, hash }) => (leaf ? [] : [hash])));
  const below: Entry[] = [];
  for (const entry of entries) below.push(...(entry.leaf ? [entry] : await leavesBelow(entry.hash, draft)));
  return below;
}

/**
 * First key with the prefix `start` in the pages of an index, skipping keys that `passes` accepts; null if there is no
 * such key. Descends the directory once or twice.
 */
export async function firstBeginning<Row>(
  start: string,
  root: string,
  index: EditableIndex<Row>,
  draft: ContentReader,
  passes: (key: string) => boolean = () => false,
): Promise<string | null> {
  const { entries } = await read(draft, root, 'node');
  for (const [at, entry] of entries.entries()) {
    // An entry's firstKey sorts after every earlier key, but need not be the key of a row.
    if (at < placeOf(start, entries)) continue;
    if (entry.firstKey > start && !entry.firstKey.startsWith(start) && at > placeOf(start, entries)) return null;
    const found = entry.leaf
      ? (await index.read(entry.hash, draft)).map(index.keyOf).find((key) => key >= start && !passes(key))
      : await firstBeginning(start, entry.hash, index, draft, passes);
    if (found !== undefined && found !== null) return found.startsWith(start) ? found : null;
  }
  return null;
}
