import { unconfirmed } from '../../domain/confirmation.ts';
import type { Offering } from '../../domain/offering.ts';
import type { CenterRecord } from '../../domain/record.ts';
import type { StoredConfirmation } from '../../store/stored-confirmation.ts';

/**
 * Puts what people found out onto imported records. It wins over what a file says: a re-import never erases it.
 * Records are gone through one by one, so that a million need not be there twice.
 */
export class ConfirmationsToApply {
  readonly #left: Map<string, StoredConfirmation>;
  readonly #centers: ReadonlySet<string>;
  #applied = 0;

  constructor(confirmations: readonly StoredConfirmation[]) {
    this.#left = new Map(confirmations.map((confirmation) => [confirmation.offering, confirmation]));
    this.#centers = new Set(confirmations.map(({ center }) => center));
  }

  /** How many were put on an offering so far. */
  get applied(): number {
    return this.#applied;
  }

  /** Those of offerings that no record so far holds. They stay in the table, for when these return. */
  get orphans(): readonly StoredConfirmation[] {
    return [...this.#left.values()];
  }

  *onto(records: Iterable<CenterRecord>): Generator<CenterRecord> {
    for (const record of records) yield this.#onto(record);
  }

  #onto(record: CenterRecord): CenterRecord {
    const { id } = record.center;
    if (!this.#centers.has(id)) return record;
    return { ...record, offerings: record.offerings.map((offering) => this.#confirmed(id, offering)) };
  }

  #confirmed(center: string, offering: Offering): Offering {
    const found = this.#left.get(offering.id);
    if (found === undefined || found.center !== center) return offering;
    this.#left.delete(offering.id);
    this.#applied += 1;
    return { ...offering, confirmation: publicPart(found) };
  }
}

/** The records with the confirmations put on. */
export function applyConfirmations(
  records: Iterable<CenterRecord>,
  confirmations: readonly StoredConfirmation[],
): CenterRecord[] {
  return [...new ConfirmationsToApply(confirmations).onto(records)];
}

/** What the public may read of it: never who confirmed. */
function publicPart({ state, confirmedAt, expiresAt }: StoredConfirmation): Offering['confirmation'] {
  return state === 'unconfirmed' ? unconfirmed : { state, confirmedAt, expiresAt };
}
