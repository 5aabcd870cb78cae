import type { Organization } from '../../domain/organization.ts';
import { recordNumber } from '../../domain/record-number.ts';
import type { IndexRow } from '../index-row.ts';
import { AFTER_SEPARATOR, KEY_SEPARATOR, whereKey } from '../keys.ts';
import { type PackedCenter, packed } from '../packed-center.ts';
import { centersAt } from '../read/centers-at.ts';
import type { ContentReader } from '../read/content-reader.ts';
import { rowsBetween } from '../read/index-rows.ts';
import { KeySet } from '../read/key-range.ts';
import type { LookupIndex, Roots } from './lookup-index.ts';
import { keysOfOrganization, organizationBySlug } from './organizations.ts';

export const mark = 'n';

/** Index of centers by number and id (domain/record-number.ts), and of organizations by number and slug. */
export const numbers: LookupIndex = {
  mark,
  rowsOf: (record) => [[mark + idKeyOf('center', record.center.id), whereKey(record)]],
  sharedRowsOf: ({ center: { organization } }) => [
    {
      witness: keysOfOrganization(organization.slug).from,
      rows: [[mark + idKeyOf('organization', organization.slug), organization.slug]],
    },
  ],
};

/**
 * The center with this id; null if the dataset does not have it. Reads two pages: that of the index row and that of the
 * center.
 */
export async function centerById(id: string, dataset: Roots, reader: ContentReader): Promise<PackedCenter | null> {
  const row = await rowOfId(id, dataset, reader);
  if (row === undefined || isFormer(row)) return null;
  const rows = await centersAt(new KeySet([row[1]]), dataset, reader);
  return rows.find((row) => row[packed.id] === id) ?? null;
}

/** The centers that have this number: usually one. */
export async function centersByNumber(number: string, dataset: Roots, reader: ContentReader): Promise<PackedCenter[]> {
  const rows = await rowsWithNumber(number, dataset, reader);
  const keys = rows
    .filter((row) => row[0] === mark + idKeyOf('center', endOf(row[0], number)) && !isFormer(row))
    .map(([, where]) => where);
  return keys.length === 0 ? [] : centersAt(new KeySet(keys), dataset, reader);
}

/** The organizations that have this number: usually one. */
export async function organizationsByNumber(
  number: string,
  dataset: Roots,
  reader: ContentReader,
): Promise<Organization[]> {
  const rows = await rowsWithNumber(number, dataset, reader);
  const slugs = rows.filter(([key, slug]) => key === mark + idKeyOf('organization', slug)).map(([, slug]) => slug);
  const found = await Promise.all(slugs.map((slug) => organizationBySlug(slug, dataset, reader)));
  return found.filter((organization) => organization !== null);
}

/** True for the row of a former id: in this index only such rows have a third member (former.ts). */
const isFormer = (row: IndexRow): boolean => row[2] !== undefined;

export async function rowOfId(id: string, { roots }: Roots, reader: ContentReader): Promise<IndexRow | undefined> {
  const key = mark + idKeyOf('center', id);
  const [row] = await rowsBetween(roots.records, key, key + KEY_SEPARATOR, reader);
  return row;
}

export const rowsWithNumber = (number: string, { roots }: Roots, reader: ContentReader) =>
  rowsBetween(roots.records, mark + number + KEY_SEPARATOR, mark + number + AFTER_SEPARATOR, reader);

const endOf = (key: string, number: string): string => key.slice(mark.length + number.length + 1);

/** Key of a center or organization: its number, then its id or slug. A key range finds it by its number alone. */
export function idKeyOf(kind: 'center' | 'organization', id: string): string {
  return recordNumber(kind, id) + KEY_SEPARATOR + id;
}
