import type { IndexRow } from '../../dataset/index-row.ts';
import { AFTER_ALL } from '../../dataset/keys.ts';
import type { SharedRows } from '../../dataset/lookup/lookup-index.ts';
import { read } from '../../dataset/read/content-reader.ts';
import { keyedEntries } from '../../dataset/read/key-range.ts';
import type { LookupTree } from '../../dataset/tree/lookup-trees.ts';
import type { CenterRecord } from '../../domain/record.ts';
import type { Draft } from './draft.ts';
import { editTree } from './edit-tree.ts';
import { editsBetween } from './edits.ts';

/** Edits the rows of one changed center in a lookup tree. @returns the new root */
export async function editLookups(
  root: string,
  tree: LookupTree,
  before: CenterRecord | null,
  after: CenterRecord | null,
  draft: Draft,
): Promise<string> {
  const edited = await editTree(
    root,
    tree,
    editsBetween(ownRows(before, tree), ownRows(after, tree), tree.keyOf),
    draft,
  );
  // A shared row is removed only if no other center needs it.
  const [old, now] = [sharedRows(before, tree), sharedRows(after, tree)];
  const lost: IndexRow[] = [];
  for (const { witness, rows } of old) {
    if (now.some((kept) => kept.witness === witness)) continue;
    if (!(await hasKey(witness, edited, draft))) lost.push(...rows);
  }
  const found = now.filter(({ witness }) => !old.some((known) => known.witness === witness));
  const shared = editsBetween(
    lost,
    found.flatMap(({ rows }) => rows),
    tree.keyOf,
  );
  return editTree(edited, tree, shared, draft);
}

const ownRows = (record: CenterRecord | null, { indexes }: LookupTree): readonly IndexRow[] =>
  record === null ? [] : indexes.flatMap((index) => index.rowsOf(record));

const sharedRows = (record: CenterRecord | null, { indexes }: LookupTree): readonly SharedRows[] =>
  record === null ? [] : indexes.flatMap((index) => index.sharedRowsOf?.(record) ?? []);

/** True if a key of the tree begins with this text. Usually reads one page, however many rows match. */
async function hasKey(beginning: string, root: string, draft: Draft): Promise<boolean> {
  const near = keyedEntries(await read(draft, root, 'node'), null).filter(
    ({ entry, endKey }) => entry.firstKey < beginning + AFTER_ALL && (endKey === null || endKey > beginning),
  );
  for (const { entry } of near) {
    const found = entry.leaf
      ? (await read(draft, entry.hash, 'pointers')).rows.some(([key]) => key.startsWith(beginning))
      : await hasKey(beginning, entry.hash, draft);
    if (found) return true;
  }
  return false;
}
