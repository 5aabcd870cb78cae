import { centerById, centersByNumber } from '../dataset/lookup/numbers.ts';
import type { PackedCenter } from '../dataset/packed-center.ts';
import type { CompiledFilter } from './filter.ts';
import { resultOf, type Wanted } from './match.ts';
import type { Match } from './query.ts';
import type { RecordKey } from './question.ts';
import type { Session } from './session.ts';

/** Finds centers by id or number, in the order of the keys. Leaves out keys that the dataset does not have. */
export async function centersByKeys(keys: readonly RecordKey[], session: Session): Promise<readonly PackedCenter[]> {
  const { head } = session;
  const found = await Promise.all(
    keys.map((key) =>
      'number' in key
        ? centersByNumber(key.number, head, session)
        : centerById(key.id, head, session).then((row) => (row === null ? [] : [row])),
    ),
  );
  return found.flat();
}

/** Keeps only the centers that the search wants, as results without distances. */
export function matching(rows: readonly PackedCenter[], filter: CompiledFilter, wanted: Wanted): readonly Match[] {
  return rows.flatMap((row): Match[] => {
    const result = resultOf(row, filter, wanted);
    return result === null ? [] : [{ ...result, distanceKm: null, farthestKm: null }];
  });
}
