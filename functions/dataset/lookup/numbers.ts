import type { FormerId, FormerReason } from '../../domain/former-id.ts';
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

const mark = 'n';

/** Centers by number and id (domain/record-number.ts), organizations by number and slug. */
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
 * The row of an id that names no center now. It has the key that the center had, so that whoever looks the id up finds
 * it on the page that was read anyway. It has no geohash, and so points at no center.
 */
export const formerRow = ({ id, reason, since, now }: FormerId): IndexRow => [
  mark + idKeyOf('center', id),
  id,
  [reason, since, ...(now === null ? [] : [now])].join(' '),
];

function formerOf([, id, text]: IndexRow): FormerId | null {
  if (text === undefined) return null;
  const [reason, since = '', now = null] = text.split(' ');
  return { id, reason: reason as FormerReason, since, now };
}

/** What became of an id that was published once; null for one that never was, and for a center's. Reads one page. */
export async function formerById(id: string, dataset: Roots, reader: ContentReader): Promise<FormerId | null> {
  const row = await rowOfId(id, dataset, reader);
  return row === undefined ? null : formerOf(row);
}

/** Former ids with this number: usually none or one. */
export async function formersByNumber(number: string, dataset: Roots, reader: ContentReader): Promise<FormerId[]> {
  const rows = await rowsWithNumber(number, dataset, reader);
  return rows.map(formerOf).filter((former) => former !== null);
}

/** One center by id; null if the dataset does not have it. Reads two pages: the index row's and the center's. */
export async function centerById(id: string, dataset: Roots, reader: ContentReader): Promise<PackedCenter | null> {
  const row = await rowOfId(id, dataset, reader);
  if (row === undefined || formerOf(row) !== null) return null;
  const rows = await centersAt(new KeySet([row[1]]), dataset, reader);
  return rows.find((row) => row[packed.id] === id) ?? null;
}

/** The centers with this number: usually one. */
export async function centersByNumber(number: string, dataset: Roots, reader: ContentReader): Promise<PackedCenter[]> {
  const rows = await rowsWithNumber(number, dataset, reader);
  const keys = rows
    .filter((row) => row[0] === mark + idKeyOf('center', endOf(row[0], number)) && formerOf(row) === null)
    .map(([, where]) => where);
  return keys.length === 0 ? [] : centersAt(new KeySet(keys), dataset, reader);
}

/** The organizations with this number: usually one. */
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

async function rowOfId(id: string, { roots }: Roots, reader: ContentReader): Promise<IndexRow | undefined> {
  const key = mark + idKeyOf('center', id);
  const [row] = await rowsBetween(roots.records, key, key + KEY_SEPARATOR, reader);
  return row;
}

const rowsWithNumber = (number: string, { roots }: Roots, reader: ContentReader) =>
  rowsBetween(roots.records, mark + number + KEY_SEPARATOR, mark + number + AFTER_SEPARATOR, reader);

const endOf = (key: string, number: string): string => key.slice(mark.length + number.length + 1);

/** Number, then id or slug: a record is found by its number alone or by its id. */
function idKeyOf(kind: 'center' | 'organization', id: string): string {
  return recordNumber(kind, id) + KEY_SEPARATOR + id;
}
