import { type PackedCenter, packed } from '../dataset/packed-center.ts';
import { idKeyOf, KEY_SEPARATOR, type Pointer } from '../dataset/pointer.ts';
import type { Organization } from '../domain/organization.ts';
import { type KeyedEntry, KeySet, keyedEntries } from './key-range.ts';
import { MOST_PAGES, TooBroadError } from './query.ts';
import { type ContentReader, heldAt, read } from './reader.ts';

const AFTER_SEPARATOR = String.fromCharCode(KEY_SEPARATOR.charCodeAt(0) + 1);

/** Roots of the orders that a lookup goes through. */
export interface LookupRoots {
  readonly where: string;
  readonly id: string;
  readonly organization: string;
}

/** One center by id; null where the dataset has none. Two pages: the pointer's and the center's. */
export async function centerById(id: string, roots: LookupRoots, reader: ContentReader): Promise<PackedCenter | null> {
  const key = idKeyOf('center', id);
  const [pointer] = await pointersBetween(roots.id, key, key + KEY_SEPARATOR, reader);
  if (pointer === undefined) return null;
  const rows = await centersAt(new KeySet([pointer[1]]), roots.where, reader);
  return rows.find((row) => row[packed.id] === id) ?? null;
}

/** The centers with a number (domain/record-number.ts): one as a rule. */
export async function centersByNumber(
  number: string,
  roots: LookupRoots,
  reader: ContentReader,
): Promise<PackedCenter[]> {
  const pointers = await pointersBetween(roots.id, number + KEY_SEPARATOR, number + AFTER_SEPARATOR, reader);
  const centers = pointers.filter(([key]) => key === idKeyOf('center', key.slice(number.length + 1)));
  return centers.length === 0 ? [] : centersAt(new KeySet(centers.map(([, where]) => where)), roots.where, reader);
}

/** The organizations with a number: one as a rule. */
export async function organizationsByNumber(
  number: string,
  roots: LookupRoots,
  reader: ContentReader,
): Promise<Organization[]> {
  const pointers = await pointersBetween(roots.id, number + KEY_SEPARATOR, number + AFTER_SEPARATOR, reader);
  const slugs = pointers.filter(([key, slug]) => key === idKeyOf('organization', slug)).map(([, slug]) => slug);
  const found = await Promise.all(slugs.map((slug) => organizationBySlug(slug, roots, reader)));
  return found.filter((organization) => organization !== null);
}

/** An organization, as the first of its centers spells its name; null where none of that slug runs a center. */
export async function organizationBySlug(
  slug: string,
  roots: LookupRoots,
  reader: ContentReader,
): Promise<Organization | null> {
  const pointers = await pointersBetween(roots.organization, slug + KEY_SEPARATOR, slug + AFTER_SEPARATOR, reader);
  const name = pointers.find(([, , name]) => name !== undefined)?.[2];
  return name === undefined ? null : { slug, name };
}

/** Keys in the order "where" of the centers that any of the organizations runs. */
export async function keysOfOrganizations(
  slugs: readonly string[],
  roots: LookupRoots,
  reader: ContentReader,
): Promise<KeySet> {
  const keys: string[] = [];
  for (const slug of slugs) {
    const from = slug + KEY_SEPARATOR;
    const to = slug + AFTER_SEPARATOR;
    for (const [, key] of await pointersBetween(roots.organization, from, to, reader)) keys.push(key);
  }
  return new KeySet(keys);
}

/** The centers with these keys. @throws TooBroadError when they lie in more than {@link MOST_PAGES} pages. */
export async function centersAt(keys: KeySet, whereRoot: string, reader: ContentReader): Promise<PackedCenter[]> {
  const pages = await leavesWhere(whereRoot, (child) => keys.countIn(child) > 0, reader);
  const rows: PackedCenter[] = [];
  for (const { entry } of pages) {
    for (const row of heldAt(reader, entry.hash, 'centers')?.rows ?? []) if (keys.hasId(row[packed.id])) rows.push(row);
  }
  return rows;
}

/** Pointers of an order from `from` to below `to`. @throws TooBroadError */
export async function pointersBetween(
  root: string,
  from: string,
  to: string,
  reader: ContentReader,
): Promise<Pointer[]> {
  const pages = await leavesWhere(
    root,
    ({ entry, endKey }) => entry.firstKey < to && (endKey === null || endKey > from),
    reader,
  );
  return pages.flatMap(({ entry }) =>
    (heldAt(reader, entry.hash, 'pointers')?.rows ?? []).filter(([key]) => key >= from && key < to),
  );
}

/** The pages below a root that a predicate admits, all of them fetched: one round trip a floor of the directory. */
async function leavesWhere(
  root: string,
  admits: (child: KeyedEntry) => boolean,
  reader: ContentReader,
): Promise<KeyedEntry[]> {
  const leaves: KeyedEntry[] = [];
  let floor = keyedEntries(await read(reader, root, 'node'), null).filter(admits);
  while (floor.length > 0) {
    if (leaves.length + floor.length > MOST_PAGES) throw new TooBroadError(`more than ${MOST_PAGES} pages to read`);
    const missing = floor.map(({ entry }) => entry.hash).filter((hash) => reader.at(hash) === undefined);
    if (missing.length > 0) await reader.fetch(missing);
    const below: KeyedEntry[] = [];
    for (const child of floor) {
      if (child.entry.leaf) leaves.push(child);
      else below.push(...keyedEntries(await read(reader, child.entry.hash, 'node'), child.endKey).filter(admits));
    }
    floor = below;
  }
  return leaves;
}
