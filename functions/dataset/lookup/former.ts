import type { FormerId, FormerReason } from '../../domain/former-id.ts';
import type { IndexRow } from '../index-row.ts';
import { endOfKey } from '../keys.ts';
import type { ContentReader } from '../read/content-reader.ts';
import type { Roots } from './lookup-index.ts';
import { idKeyOf, mark, rowOfId, rowsWithNumber } from './numbers.ts';

/**
 * The index row of an id that no longer names a center. Its key is the one that the center had, so a lookup of the id
 * finds it without reading another page. It contains no geohash, because it refers to no center.
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

/**
 * The reason why a published id no longer names a center. Null for an id that was never published, or that still names
 * a center. Reads one page.
 */
export async function formerById(id: string, dataset: Roots, reader: ContentReader): Promise<FormerId | null> {
  const row = await rowOfId(id, dataset, reader);
  return row === undefined ? null : formerOf(row);
}

/** The former ids that have this number: usually zero or one. */
export async function formersByNumber(number: string, dataset: Roots, reader: ContentReader): Promise<FormerId[]> {
  const rows = await rowsWithNumber(number, dataset, reader);
  return rows.map(formerOf).filter((former) => former !== null);
}

/** The former id that a row is about; null if the row is about anything else. */
export const formerIn = (row: IndexRow): FormerId | null => (centerIdIn(row) === null ? null : formerOf(row));

/** The id or former id of a center that a row is about; null if the row is about anything else. */
export function centerIdIn([key]: IndexRow): string | null {
  if (!key.startsWith(mark)) return null;
  const id = endOfKey(key);
  return key === mark + idKeyOf('center', id) ? id : null;
}
