import {
  type ChangedRow,
  ChangedRows,
  type Changes,
  eachLookupIndex,
  type LookupIndex,
  lookupIndexes,
  noChanges,
} from '../../dataset/changes.ts';
import type { Head } from '../../dataset/head.ts';
import type { IndexRow } from '../../dataset/index-row.ts';
import { KEY_SEPARATOR } from '../../dataset/keys.ts';
import { read } from '../../dataset/read/content-reader.ts';
import { type Indexes, rowsOfPages } from '../../dataset/read/index-rows.ts';
import { type ChangesOptions, changedRow, changesItem, isEmpty } from './changes-item.ts';
import type { Draft } from './draft.ts';
import { editIndex, firstBeginning } from './edit-index.ts';
import { type Edits, indexes } from './editable-index.ts';

type Roots = Pick<Head['roots'], LookupIndex>;

/** The lookup indexes while some of their rows change. Pages stay the same; rows that differ are kept as changes. */
export class LookupDraft {
  /** The rows that differ from the pages now. */
  readonly changes: Changes;
  readonly #roots: Roots;
  readonly #draft: Draft;
  readonly #lists: Readonly<Record<LookupIndex, ChangedRow[]>>;

  private constructor(roots: Roots, changes: Changes, draft: Draft) {
    this.#roots = eachLookupIndex((index) => roots[index]);
    this.#draft = draft;
    this.#lists = eachLookupIndex((index) => [...changes[index].list]);
    this.changes = eachLookupIndex((index) => new ChangedRows(this.#lists[index]));
  }

  static async of({ roots, changes }: Indexes, draft: Draft): Promise<LookupDraft> {
    const known = typeof changes === 'string' ? (await read(draft, changes, 'changes')).changes : changes;
    return new LookupDraft(roots, known ?? noChanges, draft);
  }

  /** Changes rows of an index. A row that equals its page again is no longer kept as a change. */
  async edit(index: LookupIndex, { puts, removes }: Edits<IndexRow>): Promise<void> {
    const rows = [...puts, ...[...removes].map((key): [string, null] => [key, null])];
    await read(this.#draft, this.#roots[index], 'node');
    const pages = await Promise.all(
      rows.map(([key]) => rowsOfPages(this.#roots[index], key, key + KEY_SEPARATOR, this.#draft)),
    );
    for (const [at, [key, row]] of rows.entries()) this.#set(index, key, row, pages[at]?.[0] ?? null);
  }

  /** First key of an index with the prefix `start`; null if there is no such key. */
  async firstBeginning(index: LookupIndex, start: string): Promise<string | null> {
    const changed = this.changes[index];
    const laidOver = changed.list.slice(changed.placeOf(start)).find(({ row }) => row !== null)?.key;
    const inPages = await firstBeginning(start, this.#roots[index], indexes[index], this.#draft, (key) =>
      changed.lacks(key),
    );
    if (laidOver?.startsWith(start) !== true) return inPages;
    return inPages !== null && inPages < laidOver ? inPages : laidOver;
  }

  /** The indexes to publish: with an item of changes or, if that would be too large, with new pages. */
  async settled(options: ChangesOptions): Promise<{ readonly roots: Roots; readonly changes: string | null }> {
    if (isEmpty(this.changes)) return { roots: this.#roots, changes: null };
    const item = changesItem(this.changes, options);
    if (item !== null) {
      this.#draft.emit(item);
      return { roots: this.#roots, changes: item.hash };
    }
    const roots = { ...this.#roots };
    for (const index of lookupIndexes) {
      roots[index] = (await editIndex(roots[index], indexes[index], this.#edits(index), this.#draft)) ?? roots[index];
    }
    return { roots, changes: null };
  }

  #set(index: LookupIndex, key: string, row: IndexRow | null, inPages: IndexRow | null): void {
    const list = this.#lists[index];
    const at = this.changes[index].placeOf(key);
    const known = list[at]?.key === key ? 1 : 0;
    const changed = changedRow(index, key, row, inPages);
    list.splice(at, known, ...(changed === null ? [] : [changed]));
  }

  #edits(index: LookupIndex): Edits<IndexRow> {
    const list = this.#lists[index];
    return {
      puts: new Map(list.flatMap(({ key, row }): [string, IndexRow][] => (row === null ? [] : [[key, row]]))),
      removes: new Set(list.filter(({ row }) => row === null).map(({ key }) => key)),
    };
  }
}
