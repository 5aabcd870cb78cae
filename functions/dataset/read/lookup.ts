import type { Organization } from '../../domain/organization.ts';
import { idKeyOf, KEY_SEPARATOR } from '../keys.ts';
import { type PackedCenter, packed } from '../packed-center.ts';
import { type ContentReader, heldAt, read } from './content-reader.ts';
import { type Indexes, rowsBetween } from './index-rows.ts';
import { type KeyedEntry, KeySet } from './key-range.ts';
import { leavesWhere } from './leaves.ts';

const AFTER_SEPARATOR = String.fromCharCode(KEY_SEPARATOR.charCodeAt(0) + 1);

/** One center by id; null if the dataset does not have it. Reads two pages: the index row's and the center's. */
export async function centerById(id: string, indexes: Indexes, reader: ContentReader): Promise<PackedCenter | null> {
  const key = idKeyOf('center', id);
  const [row] = await rowsBetween('id', key, key + KEY_SEPARATOR, indexes, reader);
  if (row === undefined) return null;
  const rows = await centersAt(new KeySet([row[1]]), indexes, reader);
  return rows.find((row) => row[packed.id] === id) ?? null;
}

/** The centers with this number (domain/record-number.ts): usually one. */
export async function centersByNumber(
  number: string,
  indexes: Indexes,
  reader: ContentReader,
): Promise<PackedCenter[]> {
  const rows = await rowsBetween('id', number + KEY_SEPARATOR, number + AFTER_SEPARATOR, indexes, reader);
  const centers = rows.filter(([key]) => key === idKeyOf('center', key.slice(number.length + 1)));
  return centers.length === 0 ? [] : centersAt(new KeySet(centers.map(([, where]) => where)), indexes, reader);
}

/** The organizations with this number: usually one. */
export async function organizationsByNumber(
  number: string,
  indexes: Indexes,
  reader: ContentReader,
): Promise<Organization[]> {
  const rows = await rowsBetween('id', number + KEY_SEPARATOR, number + AFTER_SEPARATOR, indexes, reader);
  const slugs = rows.filter(([key, slug]) => key === idKeyOf('organization', slug)).map(([, slug]) => slug);
  const found = await Promise.all(slugs.map((slug) => organizationBySlug(slug, indexes, reader)));
  return found.filter((organization) => organization !== null);
}

/** An organization, with the name that its first center gives; null if no center belongs to this slug. */
export async function organizationBySlug(
  slug: string,
  indexes: Indexes,
  reader: ContentReader,
): Promise<Organization | null> {
  const rows = await rowsBetween('organization', slug + KEY_SEPARATOR, slug + AFTER_SEPARATOR, indexes, reader);
  const name = rows.find(([, , name]) => name !== undefined)?.[2];
  return name === undefined ? null : { slug, name };
}

/** Keys in the index "where" of the centers that any of the organizations runs. */
export async function keysOfOrganizations(
  slugs: readonly string[],
  indexes: Indexes,
  reader: ContentReader,
): Promise<KeySet> {
  // Side by side, so that many slugs take no more round trips than one.
  const found = await Promise.all(
    slugs.map((slug) => rowsBetween('organization', slug + KEY_SEPARATOR, slug + AFTER_SEPARATOR, indexes, reader)),
  );
  return new KeySet(found.flat().map(([, key]) => key));
}

/** The centers with these keys. @param admits False for an entry under which no center is wanted. @throws TooBroadError if they are spread over too many pages. */
export async function centersAt(
  keys: KeySet,
  { roots }: Pick<Indexes, 'roots'>,
  reader: ContentReader,
  admits: (child: KeyedEntry) => boolean = () => true,
): Promise<PackedCenter[]> {
  const wanted = (child: KeyedEntry) => keys.countIn(child) > 0 && admits(child);
  const pages = await leavesWhere(await read(reader, roots.where, 'node'), wanted, reader);
  const rows: PackedCenter[] = [];
  for (const { entry } of pages) {
    for (const row of heldAt(reader, entry.hash, 'centers')?.rows ?? []) if (keys.hasId(row[packed.id])) rows.push(row);
  }
  return rows;
}
