import type { FormerId } from '../../domain/former-id.ts';
import type { CenterRecord } from '../../domain/record.ts';
import { Purged } from '../../store/purged.ts';
import type { Added } from '../../store/store.ts';
import type { StoredConfirmation } from '../../store/stored-confirmation.ts';
import type { StoredCorrections } from '../../store/stored-corrections.ts';
import type { StoredFacts } from '../../store/stored-facts.ts';
import { ConfirmationsToApply, confirmedBeneath, isOverDenial } from './apply-confirmations.ts';
import { CorrectionsToApply, type Remark } from './apply-corrections.ts';
import { applyFacts, isInEffect } from './apply-facts.ts';
import { heedPeople } from './provider-word.ts';

/**
 * Applies everything that people added to imported records, one record at a time: first corrections, then
 * confirmations, then facts that agents recorded.
 */
export class AddedToApply {
  readonly #added: Added;
  readonly #corrections: CorrectionsToApply;
  readonly #confirmations: ConfirmationsToApply;
  readonly #facts: ReadonlyMap<string, readonly StoredFacts[]>;
  readonly #confirmationsOf: ReadonlyMap<string, readonly StoredConfirmation[]>;
  /**
   * Imported records of centers that have no corrections, but facts, or confirmations that override a provider's
   * denial.
   */
  readonly #beneathFacts: CenterRecord[] = [];

  /** Number of records that were left out because their centers were withdrawn. */
  withdrawn = 0;
  readonly #purged: Purged;

  /** @param purged Centers that were withdrawn; their records are left out. */
  constructor(added: Added, purged: Purged = new Purged()) {
    this.#added = added;
    this.#purged = purged;
    this.#corrections = new CorrectionsToApply(added.corrections);
    this.#confirmations = new ConfirmationsToApply(added.confirmations);
    this.#confirmationsOf = Map.groupBy(added.confirmations, ({ center }) => center);
    this.#facts = Map.groupBy(added.facts.filter(isInEffect), ({ center }) => center);
  }

  *onto(records: Iterable<CenterRecord>): Generator<CenterRecord> {
    for (const record of this.#confirmations.onto(this.#corrections.onto(this.#noting(records)))) {
      const { id } = record.center;
      const [facts = [], corrections = []] = [this.#facts.get(id), this.#corrections.applied.get(id)];
      const told = facts.length === 0 ? record : applyFacts(record, facts, corrections);
      yield heedPeople(told, { confirmations: this.#confirmationsOf.get(id) ?? [], facts, corrections });
    }
  }

  *#noting(records: Iterable<CenterRecord>): Generator<CenterRecord> {
    const corrected = new Set(
      this.#added.corrections.filter(({ corrections }) => corrections.length > 0).map(centerOf),
    );
    for (const record of records) {
      const { id } = record.center;
      if (this.#purged.has(id)) {
        this.withdrawn += 1;
        continue;
      }
      const isBeneath = this.#facts.has(id) || isOverDenial(record, this.#confirmationsOf.get(id) ?? []);
      if (isBeneath && !corrected.has(id)) this.#beneathFacts.push(record);
      yield record;
    }
  }

  /** Number of confirmations applied so far. */
  get confirmations(): number {
    return this.#confirmations.applied;
  }

  /**
   * Confirmations of offerings that are in none of the records processed so far. If the center is closed, its
   * confirmations are kept, but have no effect.
   */
  get orphans(): readonly StoredConfirmation[] {
    return this.#confirmations.orphans.filter(({ center }) => !this.closed.has(center));
  }

  /** Corrections of centers that are in none of the records processed so far. */
  get orphanCorrections(): readonly StoredCorrections[] {
    return this.#corrections.orphans;
  }

  get closed(): ReadonlyMap<string, FormerId> {
    return this.#corrections.closed;
  }

  get remarks(): readonly Remark[] {
    return this.#corrections.remarks;
  }

  /** Number of centers with corrections in effect. */
  get corrected(): number {
    return this.#corrections.beneath.length;
  }

  /** The imported records of centers that corrections or facts change. They include confirmations. */
  get beneath(): readonly CenterRecord[] {
    return confirmedBeneath([...this.#corrections.beneath, ...this.#beneathFacts], this.#added.confirmations);
  }
}

const centerOf = ({ center }: StoredCorrections): string => center;
