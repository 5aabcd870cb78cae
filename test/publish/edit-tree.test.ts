import { describe, expect, it } from 'vitest';
import type { Blob } from '../../functions/dataset/content.ts';
import { decodeContent, lookupPageText } from '../../functions/dataset/content.ts';
import type { IndexRow } from '../../functions/dataset/index-row.ts';
import { whereOrder } from '../../functions/dataset/tree/key-order.ts';
import { names, records } from '../../functions/dataset/tree/lookup-trees.ts';
import type { Tree } from '../../functions/dataset/tree/tree.ts';
import { encodeGeohash } from '../../functions/geo/geohash.ts';
import { buildTree } from '../../functions/publish/build/build-tree.ts';
import { heldRows } from '../../functions/publish/build/keyed-rows.ts';
import { Draft } from '../../functions/publish/change/draft.ts';
import { editTree } from '../../functions/publish/change/edit-tree.ts';
import { memoryStore } from '../../functions/store/memory.ts';
import { pick, seeded } from '../support/random.ts';
import { sampled } from '../support/runs.ts';

/** Pages and nodes so small that a few hundred rows need four floors of nodes. */
const small = { pageBytes: 160, pageEntries: 6, nodeEntries: 4 };

/** Rows whose key is their whole text. */
const plain = {
  textOf: ([key]: IndexRow) => JSON.stringify([key]),
  pageText: (rows: readonly Buffer[]) => lookupPageText(rows.map(String)),
};

const letters = 'abcdxyz0éß語🙂';
const someWord = (random: () => number): string =>
  Array.from({ length: 1 + Math.floor(random() * 9) }, () => pick(random, [...letters])).join('');

const trees: readonly [string, Tree<IndexRow>, (random: () => number) => string][] = [
  ['words', { ...names, ...plain, ...small }, someWord],
  ['words of one letter over and over', { ...names, ...plain, ...small }, (random) => 'a'.repeat(1 + random() * 90)],
  [
    'organizations, which entries count',
    { ...records, ...plain, ...small },
    (random) => `o${'abc'.charAt(random() * 3)}${Math.floor(random() * 4)}\u0000${someWord(random)}`,
  ],
  [
    'places',
    { ...names, ...plain, ...small, order: whereOrder },
    (random) =>
      encodeGeohash({ lat: Math.floor(random() * 40) / 4, lng: Math.floor(random() * 40) / 4 }) + someWord(random),
  ],
];

function built(keys: Iterable<string>, tree: Tree<IndexRow>): { root: string; items: Map<string, Blob> } {
  const items = new Map<string, Blob>();
  const rows = [...keys].sort((a, b) => (a < b ? -1 : 1)).map((key): IndexRow => [key, key]);
  const { root } = buildTree(heldRows(rows, tree), tree, (blob) => items.set(blob.hash, blob));
  return { root, items };
}

describe('a tree that is edited', () => {
  it.each(trees)('%s: equals a build of its rows, item for item, after any edits', async (_, tree, keyOf) => {
    const random = seeded(11);
    const keys = new Set<string>();
    const store = memoryStore();
    let root: string | null = null;
    let deepest = 0;
    const compared = new Set(
      sampled(
        Array.from({ length: 240 }, (_step, at) => at),
        3,
      ),
    );
    for (let step = 0; step < 240; step += 1) {
      // The tree grows, shrinks to nothing, and grows again.
      const growing = step < 110 || step > 200 ? 0.85 : 0.1;
      const edits = new Map<string, IndexRow | null>();
      for (let n = 0; n <= random() * 3; n += 1) {
        const known = keys.size > 0 ? pick(random, [...keys]) : keyOf(random);
        const key = random() < growing ? keyOf(random) : known;
        edits.set(key, random() < growing ? [key, key] : null);
      }
      for (const [key, row] of edits) {
        if (row === null) keys.delete(key);
        else keys.add(key);
      }
      const draft = new Draft(store);
      root = await editTree(
        root,
        tree,
        [...edits].map(([key, row]) => ({ key, row })),
        draft,
      );
      await store.write([...draft.inUse([root]).values()]);
      if (!compared.has(step)) continue;
      const fresh = built(keys, tree);
      expect(root, `step ${step}, ${keys.size} rows`).toBe(fresh.root);
      expect((await store.present([...fresh.items.keys()])).size).toBe(fresh.items.size);
      deepest = Math.max(deepest, floorsOf(root, fresh.items));
    }
    expect(deepest).toBeGreaterThan(1);
  });

  it.each(trees)('%s: each entry begins after every earlier key, and not after its own first', (_, tree, keyOf) => {
    const random = seeded(5);
    const { root, items } = built(new Set(Array.from({ length: 400 }, () => keyOf(random))), tree);
    const keys: string[] = [];
    (function walk(hash: string, firstKey: string): void {
      const content = decodeContent(items.get(hash) as Blob);
      if (content.kind === 'node') for (const entry of content.entries) walk(entry.hash, entry.firstKey);
      else {
        const own = tree.rowsIn(content).map(tree.keyOf);
        expect(own[0] && firstKey <= own[0]).toBe(true);
        const last = keys.at(-1);
        expect(last === undefined || last < firstKey).toBe(true);
        keys.push(...own);
      }
    })(root, '');
    expect(keys).toEqual(keys.toSorted((a, b) => (a < b ? -1 : 1)));
    expect(keys.length).toBeGreaterThan(50);
  });
});

function floorsOf(root: string, items: ReadonlyMap<string, Blob>): number {
  const content = decodeContent(items.get(root) as Blob);
  const first = content.kind === 'node' ? content.entries[0] : undefined;
  return first === undefined ? 0 : 1 + floorsOf(first.hash, items);
}
