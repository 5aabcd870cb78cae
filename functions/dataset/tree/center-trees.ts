import type { CenterRecord } from '../../domain/record.ts';
import { boxOf, roundedOut, unionOf } from '../../geo/box.ts';
import { centerPageText, centerText } from '../center-page-text.ts';
import { ContentError, type Decoded, decodeText } from '../content.ts';
import type { Entry } from '../index-nodes.ts';
import { listingKey, whereKey } from '../keys.ts';
import { type PackedCenter, packed, unpackCenter } from '../packed-center.ts';
import { spotsOf } from '../spots.ts';
import { mergeSummaries, summarizeRows } from '../summarize.ts';
import { plainOrder, whereOrder } from './key-order.ts';
import { halfUnitPages, type Tree, undescribed } from './tree.ts';

const distinct = (codes: readonly string[]): string[] => [...new Set(codes)].sort();

/** Properties that all trees of whole centers have in common. */
const centers = {
  ...halfUnitPages,
  textOf: centerText,
  pageText: centerPageText,
  rowsIn: (page: Decoded): readonly PackedCenter[] => {
    if (page.kind !== 'centers') throw new ContentError(`a page of ${page.kind}, not of centers`);
    return page.rows;
  },
};

/** Tree of centers by state, city, name and id, for searches with `state`. */
export const listing: Tree<PackedCenter> = {
  ...centers,
  order: plainOrder,
  keyOf: keyedBy(listingKey),
  pageEntries: 320,
  nodeEntries: 320,
  describe: (text) => {
    const rows = centers.rowsIn(decodeText(text));
    const box = boxOf(rows.map((row) => ({ lat: row[packed.lat], lng: row[packed.lng] })));
    return {
      box: roundedOut(box),
      states: distinct(rows.map((row) => row[packed.state])),
      levels: summarizeRows(rows),
    };
  },
  merge: (entries: readonly Entry[]) => ({
    box: unionOf(entries.flatMap(({ box }) => (box === null ? [] : [box]))),
    states: distinct(entries.flatMap(({ states }) => states)),
    levels: mergeSummaries(entries.map(({ levels }) => levels)),
  }),
};

/**
 * Tree of centers by geohash and id, for every search from a point. Entries of its pages also have each center's point
 * and levels.
 */
export const where: Tree<PackedCenter> = {
  ...listing,
  order: whereOrder,
  keyOf: keyedBy(whereKey),
  // A node of this tree has fewer entries, because they are longer. A new container then reads a node with at most ten
  // read units.
  pageEntries: 240,
  nodeEntries: 400,
  describe: (text, firstKey) => {
    const described = listing.describe(text, firstKey);
    const rows = centers.rowsIn(decodeText(text));
    const spots = described.box === null ? null : spotsOf(rows, described.box);
    return spots === null ? described : { ...described, spots };
  },
};

/** Tree of the imported records of corrected centers, by id. Only publishers read it. */
export const imported: Tree<PackedCenter> = {
  ...centers,
  ...undescribed,
  order: plainOrder,
  keyOf: (row) => row[packed.id],
  pageEntries: 512,
  nodeEntries: 512,
};

function keyedBy(key: (record: CenterRecord) => string): (row: PackedCenter) => string {
  return (row) => key({ center: unpackCenter(row), offerings: [] });
}
