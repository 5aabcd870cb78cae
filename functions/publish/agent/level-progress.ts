import type { CenterRecord } from '../../domain/record.ts';
import type { DatasetStore } from '../../store/store.ts';
import type { Progress, StoredFacts } from '../../store/stored-facts.ts';
import { centerWithCorrections } from '../correct.ts';
import { recordWith } from '../publish-centers.ts';

/**
 * How new facts change the numbers of unknown and of confirmed levels in the center's state. Undefined if they change
 * neither.
 * @param known The center's facts before.
 * @param recordedAt Time in UTC. The change counts for its day.
 */
export type ProgressOf = (known: readonly StoredFacts[], next: StoredFacts, recordedAt: string) => Progress | undefined;

/** Reads everything that decides a center's counts, except its facts. */
export async function levelProgress(center: string, store: DatasetStore): Promise<ProgressOf> {
  const [{ imported, corrections }, confirmations] = await Promise.all([
    centerWithCorrections(center, store),
    store.confirmations(center),
  ]);
  if (imported === null) return () => undefined;
  const countsOf = (facts: readonly StoredFacts[]) =>
    countsOfRecord(recordWith(imported, { confirmations, corrections, facts }));
  return (known, next, recordedAt) => {
    const before = countsOf(known);
    const after = countsOf([...known.filter(({ offering }) => offering !== next.offering), next]);
    const [unknown, confirmed] = [after.unknown - before.unknown, after.confirmed - before.confirmed];
    if (unknown === 0 && confirmed === 0) return undefined;
    return { day: recordedAt.slice(0, 10), state: imported.center.address.state, unknown, confirmed };
  };
}

function countsOfRecord(record: CenterRecord | null) {
  const states = record?.offerings.map(({ confirmation }) => confirmation.state) ?? [];
  const count = (wanted: string) => states.filter((state) => state === wanted).length;
  return {
    unknown: count('unconfirmed') + (record?.center.unknownLevels.length ?? 0),
    confirmed: count('confirmed'),
  };
}
