import { unconfirmed } from '../domain/confirmation.ts';
import type { Offering } from '../domain/offering.ts';
import type { CenterRecord } from '../domain/record.ts';
import type { StoredConfirmation } from './stored-confirmation.ts';

export interface Applied {
  readonly records: readonly CenterRecord[];
  /** How many confirmations were put on an offering. */
  readonly applied: number;
  /** Confirmations of offerings that the records do not hold (any more). They stay in the table, for when they return. */
  readonly orphans: readonly StoredConfirmation[];
}

/** Puts what people found out onto imported records. It wins over what a file says: a re-import never erases it. */
export function applyConfirmations(
  records: readonly CenterRecord[],
  confirmations: readonly StoredConfirmation[],
): Applied {
  if (confirmations.length === 0) return { records, applied: 0, orphans: [] };
  const byOffering = new Map(confirmations.map((confirmation) => [confirmation.offering, confirmation]));
  const centers = new Set(confirmations.map(({ center }) => center));
  let applied = 0;
  const confirmedOffering = (center: string, offering: Offering): Offering => {
    const found = byOffering.get(offering.id);
    if (found === undefined || found.center !== center) return offering;
    byOffering.delete(offering.id);
    applied += 1;
    return { ...offering, confirmation: publicPart(found) };
  };
  const result = records.map((record) =>
    centers.has(record.center.id)
      ? { ...record, offerings: record.offerings.map((offering) => confirmedOffering(record.center.id, offering)) }
      : record,
  );
  return { records: result, applied, orphans: [...byOffering.values()] };
}

/** What the public may read of it: never who confirmed. */
function publicPart({ state, confirmedAt, expiresAt }: StoredConfirmation): Offering['confirmation'] {
  return state === 'unconfirmed' ? unconfirmed : { state, confirmedAt, expiresAt };
}
