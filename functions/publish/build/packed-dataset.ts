import { centerText } from '../../dataset/center-page-text.ts';
import { listingKey, whereKey } from '../../dataset/keys.ts';
import { formerRow } from '../../dataset/lookup/former.ts';
import { type PackedCenter, packCenter } from '../../dataset/packed-center.ts';
import { lookupTrees } from '../../dataset/tree/lookup-trees.ts';
import type { Tree } from '../../dataset/tree/tree.ts';
import type { FormerId } from '../../domain/former-id.ts';
import type { CenterRecord } from '../../domain/record.ts';
import { type KeyedRows, sortedPositions } from './keyed-rows.ts';
import { LookupRows } from './lookup-rows.ts';
import { RowTexts } from './row-texts.ts';
import { DatasetCounts } from './summarize-dataset.ts';

/**
 * The centers of a dataset while it is built, as packed text and keys. All trees are built from these, so a record can
 * be dropped once it was added. Centers are numbered in the order in which they are added.
 */
export class PackedDataset {
  readonly counts = new DatasetCounts();
  readonly lookups = {
    records: new LookupRows(lookupTrees.records),
    names: new LookupRows(lookupTrees.names),
  } satisfies Record<keyof typeof lookupTrees, LookupRows>;
  readonly #rows = new RowTexts();
  readonly #ids: string[] = [];
  readonly #keys = { where: [] as string[], listing: [] as string[] };

  get count(): number {
    return this.#ids.length;
  }

  add(record: CenterRecord): void {
    this.#rows.push(centerText(packCenter(record)));
    this.#ids.push(record.center.id);
    this.#keys.where.push(whereKey(record));
    this.#keys.listing.push(listingKey(record));
    for (const rows of Object.values(this.lookups)) rows.add(record);
    this.counts.add(record);
  }

  /**
   * The ids of the added centers.
   * @throws RangeError naming a center that was added twice.
   */
  ids(): ReadonlySet<string> {
    const ids = new Set(this.#ids);
    if (ids.size === this.count) return ids;
    const seen = new Set<string>();
    for (const id of this.#ids) {
      if (seen.has(id)) throw new RangeError(`center "${id}" appears twice`);
      seen.add(id);
    }
    return ids;
  }

  /** Adds the rows of former ids. @throws RangeError naming an id that belongs to a center */
  addFormer(former: readonly FormerId[], ids: ReadonlySet<string>): void {
    const twice = former.find(({ id }) => ids.has(id));
    if (twice !== undefined) throw new RangeError(`"${twice.id}" is both a former id and the id of a center`);
    this.lookups.records.addRows(former.map(formerRow));
  }

  /** The centers in the order of a tree. */
  centersBy(tree: 'where' | 'listing', { pageText }: Tree<PackedCenter>): KeyedRows {
    const keys = this.#keys[tree];
    const order = sortedPositions(keys);
    const rowAt = (position: number): Buffer => this.#rows.at(order[position] ?? -1);
    return {
      count: this.count,
      keyAt: (position) => keys[order[position] ?? -1] ?? '',
      bytesAt: (position) => rowAt(position).length,
      pageText: (from, to) => pageText(Array.from({ length: to - from }, (_, offset) => rowAt(from + offset))),
    };
  }
}
