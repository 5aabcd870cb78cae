import type { CenterRecord } from '../../domain/record.ts';
import type { Added } from '../../store/store.ts';
import type { StoredConfirmation } from '../../store/stored-confirmation.ts';
import type { StoredOverride } from '../../store/stored-override.ts';
import { applyConfirmations, ConfirmationsToApply } from './apply-confirmations.ts';
import { OverridesToApply, type Remark } from './apply-overrides.ts';

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
