import type { Entry } from '../dataset/directory.ts';
import type { Mask } from '../dataset/masks.ts';
import { type PackedCenter, type PackedOffering, packed } from '../dataset/packed-center.ts';
import { KEY_SEPARATOR } from '../dataset/pointer.ts';
import type { Organization } from '../domain/organization.ts';
import { isListed } from './match.ts';
import { MOST_PAGES, TooBroadError } from './query.ts';
import { type ContentReader, heldAt, read } from './reader.ts';

/** Some of a long list: how many to pass over, and how many to give. */
export interface Stretch {
  readonly skip: number;
  readonly limit: number;
}

/** An offering with the center that has it. */
export interface Offered {
  readonly row: PackedCenter;
  readonly offering: PackedOffering;
}

export interface Listed<Item> {
  /** Of the whole list. */
  readonly total: number;
  readonly items: readonly Item[];
}

/**
 * Offerings in the order "listing", those of one center as its record has them, without those that admissions denied.
 * The directory counts them, so the total is exact and what is passed over is not read.
 * @param levelMask Only offerings of these levels; 0 is all.
 * @param root Of the order "listing".
 */
export async function offeringsAlong(
  root: string,
  levelMask: Mask,
  stretch: Stretch,
  reader: ContentReader,
): Promise<Listed<Offered>> {
  const wanted = (level: number) => levelMask === 0 || (levelMask & (1 << level)) !== 0;
  const countOf = ({ levels }: Entry) =>
    levels.reduce((sum, level, index) => sum + (wanted(index) ? (level?.offerings ?? 0) : 0), 0);
  return along(root, stretch, reader, countOf, (hash) =>
    (heldAt(reader, hash, 'centers')?.rows ?? []).flatMap((row) =>
      row[packed.offerings]
        .filter((offering) => wanted(offering[1]) && isListed(row, offering))
        .map((offering) => ({ row, offering })),
    ),
  );
}

/** Organizations by slug. @param root Of the order "organization". */
export async function organizationsAlong(
  root: string,
  stretch: Stretch,
  reader: ContentReader,
): Promise<Listed<Organization>> {
  const countOf = ({ organizations = 0 }: Entry) => organizations;
  return along(root, stretch, reader, countOf, (hash) =>
    (heldAt(reader, hash, 'pointers')?.rows ?? []).flatMap(([key, , name]) =>
      name === undefined ? [] : [{ slug: key.slice(0, key.indexOf(KEY_SEPARATOR)), name }],
    ),
  );
}

/** Goes down only where the stretch lies: one round trip a floor of the directory, and one for the pages. */
async function along<Item>(
  root: string,
  { skip, limit }: Stretch,
  reader: ContentReader,
  countOf: (entry: Entry) => number,
  itemsOf: (hash: string) => readonly Item[],
): Promise<Listed<Item>> {
  const { entries } = await read(reader, root, 'node');
  const total = entries.reduce((sum, entry) => sum + countOf(entry), 0);
  let [floor, before] = inside(entries, 0);
  while (floor.some(({ leaf }) => !leaf)) {
    await fetchAll(floor, reader);
    const below: Entry[] = [];
    for (const entry of floor) below.push(...(entry.leaf ? [entry] : (await read(reader, entry.hash, 'node')).entries));
    [floor, before] = inside(below, before);
  }
  if (floor.length > MOST_PAGES) throw new TooBroadError(`more than ${MOST_PAGES} pages to read`);
  await fetchAll(floor, reader);
  const items = floor.flatMap(({ hash }) => itemsOf(hash)).slice(skip - before, skip - before + limit);
  return { total, items };

  /** Those of the entries that the stretch reaches into, and how many items stand before them. */
  function inside(all: readonly Entry[], start: number): [Entry[], number] {
    const reached: Entry[] = [];
    let [at, first] = [start, start];
    for (const entry of all) {
      const end = at + countOf(entry);
      if (end > skip && at < skip + limit && end > at) {
        if (reached.length === 0) first = at;
        reached.push(entry);
      }
      at = end;
    }
    return [reached, first];
  }
}

async function fetchAll(entries: readonly Entry[], reader: ContentReader): Promise<void> {
  const missing = entries.map(({ hash }) => hash).filter((hash) => reader.at(hash) === undefined);
  if (missing.length > 0) await reader.fetch(missing);
}
