import { applyConfirmations, ConfirmationsToApply } from '../confirmations/apply.ts';
import type { StoredConfirmation } from '../confirmations/stored-confirmation.ts';
import type { Blob } from '../dataset/content.ts';
import { packCenter, packed } from '../dataset/packed-center.ts';
import type { CenterRecord } from '../domain/record.ts';
import { OverridesToApply, type Remark } from '../overrides/apply.ts';
import type { StoredOverride } from '../overrides/stored-override.ts';
import type { Added } from '../store/store.ts';
import { buildOrder } from './build-order.ts';
import { beneathOrder, rowsOf } from './order-rows.ts';

/** Puts everything that people added onto imported records, one by one: corrections first, then confirmations. */
export class AddedToApply {
  readonly #added: Added;
  readonly #overrides: OverridesToApply;
  readonly #confirmations: ConfirmationsToApply;

  constructor(added: Added) {
    this.#added = added;
    this.#overrides = new OverridesToApply(added.overrides);
    this.#confirmations = new ConfirmationsToApply(added.confirmations);
  }

  onto(records: Iterable<CenterRecord>): Generator<CenterRecord> {
    return this.#confirmations.onto(this.#overrides.onto(records));
  }

  /** How many confirmations were put on an offering so far. */
  get confirmations(): number {
    return this.#confirmations.applied;
  }

  /** Confirmations of offerings that no record so far holds. A closed center's are not lost, only shut. */
  get orphans(): readonly StoredConfirmation[] {
    return this.#confirmations.orphans.filter(({ center }) => !this.closed.has(center));
  }

  /** Corrections of centers that no record so far holds. */
  get orphanOverrides(): readonly StoredOverride[] {
    return this.#overrides.orphans;
  }

  get closed(): ReadonlySet<string> {
    return this.#overrides.closed;
  }

  get remarks(): readonly Remark[] {
    return this.#overrides.remarks;
  }

  /** The imported records of the centers that corrections lie over, with what is confirmed of them. */
  get beneath(): readonly CenterRecord[] {
    return applyConfirmations(this.#overrides.beneath, this.#added.confirmations);
  }
}

/** Cuts the imported records that corrections lie over into pages; null where there are none. */
export function beneathRoot(beneath: readonly CenterRecord[], emit: (blob: Blob) => void): string | null {
  if (beneath.length === 0) return null;
  const rows = beneath.map(packCenter).sort((a, b) => (a[packed.id] < b[packed.id] ? -1 : 1));
  return buildOrder(rowsOf(rows, beneathOrder), beneathOrder.kind, emit).root;
}
