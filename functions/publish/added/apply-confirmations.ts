import { unconfirmed } from '../../domain/confirmation.ts';
import { isDeniedByProvider } from '../../domain/from-provider.ts';
import type { Offering } from '../../domain/offering.ts';
import type { CenterRecord } from '../../domain/record.ts';
import type { StoredConfirmation } from '../../store/stored-confirmation.ts';

/**
 * Applies confirmations to imported records. They override what a file says, so a later import does not erase them.
 * Records are processed one at a time, so that a million records are not in memory twice.
 */
export class ConfirmationsToApply {
  readonly #left: Map<string, StoredConfirmation>;
  readonly #centers: ReadonlySet<string>;
  #applied = 0;

  constructor(confirmations: readonly StoredConfirmation[]) {
    this.#left = new Map(confirmations.map((confirmation) => [confirmation.offering, confirmation]));
    this.#centers = new Set(confirmations.map(({ center }) => center));
  }

  /** Number of confirmations applied so far. */
  get applied(): number {
    return this.#applied;
  }

  /**
   * Confirmations of offerings that are in none of the records processed so far. They stay in the table in case the
   * offerings return.
   */
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
    // In the state `unconfirmed`, the person withdrew the confirmation. The provider's denial is then valid again.
    if (found.state === 'unconfirmed' && isDeniedByProvider(offering)) return offering;
    return { ...offering, confirmation: publicPart(found) };
  }
}

/** Applies confirmations to the records of some centers. */
export function applyConfirmations(
  records: Iterable<CenterRecord>,
  confirmations: readonly StoredConfirmation[],
): CenterRecord[] {
  return [...new ConfirmationsToApply(confirmations).onto(records)];
}

/** True if a person confirmed, denied or withdrew an offering that its provider denies. */
export function isOverDenial({ offerings }: CenterRecord, confirmations: readonly StoredConfirmation[]): boolean {
  return offerings.some(
    (offering) => isDeniedByProvider(offering) && confirmations.some(({ offering: id }) => id === offering.id),
  );
}

/**
 * The imported records to keep for later edits. They include confirmations, except those that override a provider's
 * denial: if such a confirmation is withdrawn, the denial must be valid again.
 */
export function confirmedBeneath(
  records: readonly CenterRecord[],
  confirmations: readonly StoredConfirmation[],
): CenterRecord[] {
  const denied = new Set(records.flatMap(({ offerings }) => offerings.filter(isDeniedByProvider).map(({ id }) => id)));
  return applyConfirmations(
    records,
    confirmations.filter(({ offering }) => !denied.has(offering)),
  );
}

/** The public part of a confirmation. It never says who confirmed. */
function publicPart({ state, confirmedAt, expiresAt }: StoredConfirmation): Offering['confirmation'] {
  return state === 'unconfirmed' ? unconfirmed : { state, confirmedAt, expiresAt };
}
