import { AFTER_ALL, AFTER_SEPARATOR, KEY_SEPARATOR } from '../dataset/keys.ts';
import { type PackedCenter, packed } from '../dataset/packed-center.ts';
import { type ContentReader, heldAt, read } from '../dataset/read/content-reader.ts';
import { leavesWhere } from '../dataset/read/leaves.ts';
import type { State } from '../domain/state.ts';

/**
 * Every center of a state, by city, name and id. If `initial` is given, only centers in cities that begin with it.
 * @param root Hash of the root of the index "listing".
 * @throws TooBroadError if the centers are on too many pages.
 */
export async function rowsOfState(
  root: string,
  state: State,
  initial: string | null,
  reader: ContentReader,
): Promise<readonly PackedCenter[]> {
  const from = state + KEY_SEPARATOR + (initial ?? '');
  const to = initial === null ? state + AFTER_SEPARATOR : from + AFTER_ALL;
  const pages = await leavesWhere(
    await read(reader, root, 'node'),
    ({ entry, endKey }) => entry.firstKey < to && (endKey === null || endKey > from),
    reader,
  );
  const begins = (row: PackedCenter) => initial === null || row[packed.city].toLowerCase().startsWith(initial);
  return pages.flatMap(({ entry }) =>
    (heldAt(reader, entry.hash, 'centers')?.rows ?? []).filter((row) => row[packed.state] === state && begins(row)),
  );
}
