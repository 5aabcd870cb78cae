import type { Entry } from '../../dataset/directory.ts';
import { type ContentReader, read } from '../../dataset/read/content-reader.ts';
import { buildDirectory, emitNode, nodeEntry } from '../build/build-directory.ts';
import { buildPages } from '../build/build-index.ts';
import type { Draft } from './draft.ts';
import { type EditableIndex, type Edits, rowsOf } from './editable-index.ts';

/** The pages that stand in the place of others, by those others' hashes, and the nodes above them. */
interface Edited {
  readonly pages: Map<string, readonly Entry[]>;
  readonly nodes: Set<string>;
}

/**
 * Changes rows of an index: only their pages and the nodes above are made anew, and all of the directory where a page
 * more or less may group its nodes otherwise. A page that no longer fits is cut as ever; one that is empty goes; two
 * that would fit one page stay two until the next whole publish.
 * @param root Null for an index that is not there yet.
 * @returns the new root; the old one where there is nothing to do.
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

/** Where a key belongs. */
const placeOf = (key: string, entries: readonly Entry[]): number =>
  Math.max(
    0,
    entries.findLastIndex(({ firstKey }) => firstKey <= key),
  );

function pagesOf<Row>(rows: readonly Row[], index: EditableIndex<Row>, startKey: string, emit: Draft['emit']): Entry[] {
  const sorted = rows.toSorted((a, b) => (index.keyOf(a) < index.keyOf(b) ? -1 : 1));
  return buildPages(rowsOf(sorted, index), index.kind, startKey, emit);
}

/** The nodes above edited pages, each page in the place of one. */
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

/** The first key of an index's pages that begins so, but for those passed over; null where none does. Down the directory once or twice. */
export async function firstBeginning<Row>(
  start: string,
  root: string,
  index: EditableIndex<Row>,
  draft: ContentReader,
  passes: (key: string) => boolean = () => false,
): Promise<string | null> {
  const { entries } = await read(draft, root, 'node');
  for (const [at, entry] of entries.entries()) {
    // An entry begins with a key that no key before it reaches, which need not be the key of a row.
    if (at < placeOf(start, entries)) continue;
    if (entry.firstKey > start && !entry.firstKey.startsWith(start) && at > placeOf(start, entries)) return null;
    const found = entry.leaf
      ? (await index.read(entry.hash, draft)).map(index.keyOf).find((key) => key >= start && !passes(key))
      : await firstBeginning(start, entry.hash, index, draft, passes);
    if (found !== undefined && found !== null) return found.startsWith(start) ? found : null;
  }
  return null;
}
