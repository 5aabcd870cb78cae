import type { Entry } from '../../dataset/index-nodes.ts';
import { read } from '../../dataset/read/content-reader.ts';
import { boundaryAt, cutOf, firstDifference, hasBit } from '../../dataset/tree/key-order.ts';
import type { Tree } from '../../dataset/tree/tree.ts';
import { buildIndex, firstCut, mostEntries, nodeEntry, nodesAbove } from '../build/build-index.ts';
import { buildPages, mostPageText, textBytes } from '../build/build-tree.ts';
import { heldRows } from '../build/keyed-rows.ts';
import type { Draft } from './draft.ts';
import type { Edit } from './edits.ts';

/** Length of the shortest row of any tree, `["a"]`, in bytes. */
const LEAST_ROW_BYTES = 5;

/**
 * Changes rows of a tree. The result is item for item the tree that a build from all changed rows would give. Reads
 * only the changed pages, a few of their neighbors and the nodes above them.
 * @param root Null for a tree that does not exist yet.
 * @returns the new root; the old one if there are no edits.
 */
export async function editTree<Row>(
  root: string | null,
  tree: Tree<Row>,
  edits: readonly Edit<Row>[],
  draft: Draft,
): Promise<string> {
  if (root !== null && edits.length === 0) return root;
  const entries = root === null ? [] : (await read(draft, root, 'node')).entries;
  const edited = await new TreeEditor(tree, draft).run(entries, '', edits);
  const [top] = edited;
  if (top === undefined || top.leaf || edited.length > 1) return buildIndex(edited, tree, draft.emit);
  return lowestRoot(top.hash, draft);
}

/** A floor is all nodes of one depth. If a floor fits one node, no floor is needed above it. */
async function lowestRoot(hash: string, draft: Draft): Promise<string> {
  const [first, ...others] = (await read(draft, hash, 'node')).entries;
  return first?.leaf === false && others.length === 0 ? lowestRoot(first.hash, draft) : hash;
}

/**
 * Edits the runs of a tree. A run is all rows or entries between two neighboring cuts, on one floor of the index. If it
 * is too large, it is cut where its keys first differ. A run whose rows fit one page is one page, and a run whose
 * entries fit one node is one node.
 */
class TreeEditor<Row> {
  readonly #tree: Tree<Row>;
  readonly #draft: Draft;
  /** Text length in bytes of each page that was read, by hash. */
  readonly #bytes = new Map<string, number>();

  constructor(tree: Tree<Row>, draft: Draft) {
    this.#tree = tree;
    this.#draft = draft;
  }

  /**
   * Edits one run.
   * @param startKey firstKey of the result's first entry.
   * @returns the run's new entries, on the same floor
   */
  async run(entries: readonly Entry[], startKey: string, edits: readonly Edit<Row>[]): Promise<readonly Entry[]> {
    if (edits.length === 0) return this.#startedAt(entries, startKey);
    const [only] = entries;
    if (only === undefined || only.leaf) {
      const rows = await this.#rowsOfSmall(entries, edits);
      if (rows !== null) return this.#pages(rows, startKey);
    } else if (entries.length === 1) {
      const below = await this.run(await this.#below(only), startKey, edits);
      return nodesAbove(below, this.#tree, this.#draft.emit);
    }
    const small = await this.#smallRunOfNodes(entries, startKey, edits);
    if (small !== null) return small;
    const cut = firstCut(entries, this.#tree);
    const boundary = entries[cut]?.firstKey ?? '';
    const outside = await this.#outside(entries, boundary, startKey, edits);
    if (outside !== null) return outside;
    const left = edits.filter(({ key }) => key < boundary);
    const right = edits.filter(({ key }) => key >= boundary);
    return this.#joined(
      await this.run(entries.slice(0, cut), startKey, left),
      await this.run(entries.slice(cut), boundary, right),
      startKey,
    );
  }

  /**
   * Cuts the tree at a new key first, if that key differs from all keys of the run in an earlier bit than the run's
   * first cut. @returns null if no new key does.
   */
  async #outside(
    entries: readonly Entry[],
    boundary: string,
    startKey: string,
    edits: readonly Edit<Row>[],
  ): Promise<readonly Entry[] | null> {
    const { bitsOf, keyOf } = this.#tree.order;
    const inside = bitsOf(boundary);
    const puts = edits.flatMap(({ key, row }) => (row === null ? [] : [{ key, row, bits: bitsOf(key) }]));
    const differences = puts.map(({ bits }) =>
      bits.startsWith(inside) ? cutOf(inside) : firstDifference(bits, inside),
    );
    const bit = Math.min(cutOf(inside), ...differences);
    if (bit === cutOf(inside)) return null;
    const beyond = puts.filter((_, at) => differences[at] === bit);
    const keys = new Set(beyond.map(({ key }) => key));
    const others = edits.filter(({ key }) => !keys.has(key));
    const right = beyond.find(({ bits }) => hasBit(bits, bit));
    const cut = keyOf(boundaryAt(right?.bits ?? inside, bit));
    const [runKey, beyondKey] = right === undefined ? [cut, startKey] : [startKey, cut];
    const run = await this.run(entries, runKey, others);
    const rows = beyond.map(({ row }) => row);
    const added = await this.#lifted(this.#pages(rows, beyondKey), entries);
    return right === undefined ? this.#joined(added, run, startKey) : this.#joined(run, added, startKey);
  }

  /** Joins two runs into one. If they are two nodes and their entries fit one node, they become one node. */
  async #joined(left: readonly Entry[], right: readonly Entry[], startKey: string): Promise<readonly Entry[]> {
    if (left.length === 0) return this.#startedAt(right, startKey);
    const [one, other] = [left[0], right[0]];
    if (left.length === 1 && right.length === 1 && one?.leaf === false && other !== undefined) {
      const entries = await this.#joined(await this.#below(one), await this.#below(other), startKey);
      if (entries.length <= mostEntries(entries, this.#tree)) return nodesAbove(entries, this.#tree, this.#draft.emit);
    }
    return [...left, ...right];
  }

  /**
   * Edits a run of nodes whose rows may fit one page. Returns null, the usual case, if the run has too many rows for
   * one page.
   */
  async #smallRunOfNodes(
    entries: readonly Entry[],
    startKey: string,
    edits: readonly Edit<Row>[],
  ): Promise<readonly Entry[] | null> {
    const count = entries.reduce((sum, entry) => sum + entry.count, 0) - edits.length;
    if (entries[0]?.leaf !== false || count * textBytes(LEAST_ROW_BYTES) > mostPageText(this.#tree)) return null;
    const rows = await this.#rowsOfSmall(await this.#pagesBelow(entries), edits);
    return rows === null ? null : this.#lifted(this.#pages(rows, startKey), entries);
  }

  /** All rows of a run of pages after the edits; null if they are certainly too many for one page. */
  async #rowsOfSmall(entries: readonly Entry[], edits: readonly Edit<Row>[]): Promise<Row[] | null> {
    const placed = edits.map((edit) => ({ edit, at: placeOf(edit.key, entries) }));
    const from = placed[0]?.at ?? 0;
    // Begins with an edited page and continues with the nearest ones. These must be read anyway for the smaller runs
    // around the edit, if the rows turn out to be too many.
    const outward = [...entries.keys()].sort((a, b) => Math.abs(a - from) - Math.abs(b - from));
    const rows: Row[] = [];
    let bytes = 0;
    for (const at of entries.length === 0 ? [0] : outward) {
      const own = placed.filter((one) => one.at === at).map(({ edit }) => edit);
      const edited = await this.#editedRows(entries[at], own);
      rows.push(...edited);
      bytes += this.#bytesOf(edited, own.length === 0 ? entries[at] : undefined);
      if (entries.length > 1 && bytes > mostPageText(this.#tree)) return null;
    }
    return rows;
  }

  /**
   * Length of the rows as text, in bytes.
   * @param page The page that contains exactly these rows, if there is one.
   */
  #bytesOf(rows: readonly Row[], page: Entry | undefined): number {
    const known = page && this.#bytes.get(page.hash);
    if (known !== undefined) return known;
    const bytes = rows.reduce((sum, row) => sum + textBytes(Buffer.byteLength(this.#tree.textOf(row))), 0);
    if (page !== undefined) this.#bytes.set(page.hash, bytes);
    return bytes;
  }

  async #editedRows(entry: Entry | undefined, edits: readonly Edit<Row>[]): Promise<readonly Row[]> {
    const rows = entry === undefined ? [] : await this.#rowsOf(entry);
    if (edits.length === 0) return rows;
    const edited = new Map(rows.map((row) => [this.#tree.keyOf(row), row]));
    for (const { key, row } of edits) {
      if (row === null) edited.delete(key);
      else edited.set(key, row);
    }
    return [...edited.values()];
  }

  #pages(rows: readonly Row[], startKey: string): Entry[] {
    const { keyOf } = this.#tree;
    const sorted = rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    return buildPages(heldRows(sorted, this.#tree), this.#tree, startKey, this.#draft.emit);
  }

  /**
   * Replaces the firstKey of the first entry. The page's summary is made again, because it may depend on the firstKey.
   */
  async #startedAt(entries: readonly Entry[], startKey: string): Promise<readonly Entry[]> {
    const [first, ...others] = entries;
    if (first === undefined || first.firstKey === startKey) return entries;
    if (!first.leaf) {
      const below = await this.#startedAt(await this.#below(first), startKey);
      return [nodeEntry(below, this.#tree, this.#draft.emit), ...others];
    }
    const { pageText, textOf, describe } = this.#tree;
    const text = pageText((await this.#rowsOf(first)).map((row) => Buffer.from(textOf(row))));
    const { hash, leaf, count } = first;
    return [{ hash, leaf, count, firstKey: startKey, ...describe(text, startKey) }, ...others];
  }

  /** Wraps pages in nodes, until they are on the same floor as the other entries. */
  async #lifted(pages: readonly Entry[], [other]: readonly Entry[]): Promise<readonly Entry[]> {
    if (other === undefined || other.leaf) return pages;
    return nodesAbove(await this.#lifted(pages, await this.#below(other)), this.#tree, this.#draft.emit);
  }

  async #pagesBelow(entries: readonly Entry[]): Promise<readonly Entry[]> {
    const below = await Promise.all(
      entries.map(async (entry) => (entry.leaf ? [entry] : this.#pagesBelow(await this.#below(entry)))),
    );
    return below.flat();
  }

  async #below({ hash }: Entry): Promise<readonly Entry[]> {
    return (await read(this.#draft, hash, 'node')).entries;
  }

  async #rowsOf({ hash }: Entry): Promise<readonly Row[]> {
    if (this.#draft.at(hash) === undefined) await this.#draft.fetch([hash]);
    const page = this.#draft.at(hash);
    if (page === undefined) throw new RangeError(`page ${hash} was fetched and is not there`);
    return this.#tree.rowsIn(page);
  }
}

/** Position of the entry whose range contains the key. */
const placeOf = (key: string, entries: readonly Entry[]): number =>
  Math.max(
    0,
    entries.findLastIndex(({ firstKey }) => firstKey <= key),
  );
