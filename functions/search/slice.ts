import { isKeptToDui } from '../dataset/facts.ts';
import type { LevelSummary } from '../dataset/index-nodes.ts';
import type { Roots } from '../dataset/lookup/lookup-index.ts';
import { organizationsOn } from '../dataset/lookup/organizations.ts';
import type { Mask } from '../dataset/masks.ts';
import { factsOf, type PackedCenter, type PackedOffering, packed } from '../dataset/packed-center.ts';
import { type ContentReader, heldAt, read } from '../dataset/read/content-reader.ts';
import { type KeyedEntry, keyedEntries } from '../dataset/read/key-range.ts';
import { MOST_PAGES, TooBroadError } from '../dataset/read/too-broad.ts';
import type { Organization } from '../domain/organization.ts';
import { isListed } from './match.ts';

/** Which part of a long list to return: the number of items to skip, and the maximum number to return. */
export interface SliceBounds {
  readonly skip: number;
  readonly limit: number;
}

/** An offering with the center that has it. */
export interface Offered {
  readonly row: PackedCenter;
  readonly offering: PackedOffering;
}

export interface Slice<Item> {
  /** Number of items in the whole list. */
  readonly total: number;
  readonly items: readonly Item[];
}

/**
 * A slice of all offerings except those that admissions denied. Centers are in the order of the index "listing", the
 * offerings of a center in the order of its record. The index has the number of offerings under each entry, so the
 * total is exact, and skipped pages are not read.
 * @param levelMask Only offerings of these levels, and none that only serve DUI clients; 0 means all offerings.
 * @param root Hash of the root of the index "listing".
 */
export async function offeringsAlong(
  root: string,
  levelMask: Mask,
  bounds: SliceBounds,
  reader: ContentReader,
): Promise<Slice<Offered>> {
  const wanted = (level: number) => levelMask === 0 || (levelMask & (1 << level)) !== 0;
  const shown = (level: LevelSummary) => (levelMask === 0 ? level.offerings : level.offerings - level.keptToDui);
  const countOf = ({ entry: { levels } }: KeyedEntry) =>
    levels.reduce((sum, level, index) => sum + (wanted(index) && level !== null ? shown(level) : 0), 0);
  const top = keyedEntries(await read(reader, root, 'node'), null);
  return along(top, bounds, reader, countOf, ({ entry }) =>
    (heldAt(reader, entry.hash, 'centers')?.rows ?? []).flatMap((row) =>
      row[packed.offerings]
        .filter((offering) => wanted(offering[1]) && isListed(row, offering))
        .filter((offering) => levelMask === 0 || !isKeptToDui(factsOf(row, offering)))
        .map((offering) => ({ row, offering })),
    ),
  );
}

/** A slice of all organizations, by slug. The tree "records" has the number of organizations under each entry. */
export async function organizationsAlong(
  { roots }: Roots,
  bounds: SliceBounds,
  reader: ContentReader,
): Promise<Slice<Organization>> {
  const top = keyedEntries(await read(reader, roots.records, 'node'), null);
  const countOf = ({ entry }: KeyedEntry): number => entry.organizations ?? 0;
  return along(top, bounds, reader, countOf, ({ entry }) =>
    organizationsOn(heldAt(reader, entry.hash, 'pointers')?.rows ?? [], entry.firstKey),
  );
}

/**
 * Reads only the nodes and pages that overlap the slice: one round trip for each layer of the index tree, and one for
 * the pages.
 */
async function along<Item>(
  top: readonly KeyedEntry[],
  { skip, limit }: SliceBounds,
  reader: ContentReader,
  countOf: (child: KeyedEntry) => number,
  itemsOf: (page: KeyedEntry) => readonly Item[],
): Promise<Slice<Item>> {
  const total = top.reduce((sum, child) => sum + countOf(child), 0);
  let [floor, before] = inside(top, 0);
  while (floor.some(({ entry }) => !entry.leaf)) {
    await fetchAll(floor, reader);
    const below: KeyedEntry[] = [];
    for (const child of floor) {
      if (child.entry.leaf) below.push(child);
      else below.push(...keyedEntries(await read(reader, child.entry.hash, 'node'), child.endKey));
    }
    [floor, before] = inside(below, before);
  }
  if (floor.length > MOST_PAGES) throw new TooBroadError(`more than ${MOST_PAGES} pages to read`);
  await fetchAll(floor, reader);
  const items = floor.flatMap(itemsOf).slice(skip - before, skip - before + limit);
  return { total, items };

  /** The entries that overlap the slice, and the number of items in the list before them. */
  function inside(all: readonly KeyedEntry[], start: number): [KeyedEntry[], number] {
    const reached: KeyedEntry[] = [];
    let [at, first] = [start, start];
    for (const child of all) {
      const end = at + countOf(child);
      if (end > skip && at < skip + limit && end > at) {
        if (reached.length === 0) first = at;
        reached.push(child);
      }
      at = end;
    }
    return [reached, first];
  }
}

async function fetchAll(children: readonly KeyedEntry[], reader: ContentReader): Promise<void> {
  const missing = children.map(({ entry }) => entry.hash).filter((hash) => reader.at(hash) === undefined);
  if (missing.length > 0) await reader.fetch(missing);
}
