import type { StoredConfirmation } from '../../functions/store/stored-confirmation.ts';
import type { StoredCorrections } from '../../functions/store/stored-corrections.ts';
import type { StoredAct } from '../../functions/store/stored-facts.ts';
import { keyOfAct } from '../../functions/store/stored-facts.ts';
import type { SimulatedTable } from './table.ts';
import { type Seen, Violation, type Watch } from './watch.ts';

/** Records each change that was acknowledged to somebody. From then on readers must see that change or a later one. */
export class Ledger {
  /** By offering: its center, and the lowest revision that a publish may show. */
  readonly #confirmed = new Map<string, { readonly center: string; readonly revision: number }>();
  /** By center: the lowest revision of its corrections that a publish may show. */
  readonly #corrected = new Map<string, number>();
  readonly #acts = new Map<string, StoredAct>();
  readonly #watch: Watch;
  readonly #table: () => SimulatedTable;

  constructor(watch: Watch, table: () => SimulatedTable) {
    this.#watch = watch;
    this.#table = table;
  }

  confirmed({ center, offering, revision }: StoredConfirmation): void {
    const known = this.#confirmed.get(offering)?.revision ?? 0;
    this.#confirmed.set(offering, { center, revision: Math.max(known, revision) });
  }

  corrected({ center, revision }: StoredCorrections): void {
    this.#corrected.set(center, Math.max(this.#corrected.get(center) ?? 0, revision));
  }

  acted(acts: readonly StoredAct[]): void {
    for (const act of acts) this.#acts.set(keyOfAct(act), act);
  }

  /** Checks that a dataset has lost nothing that was acknowledged so far. */
  check({ head, records }: Seen): void {
    const byId = new Map(records.map((record) => [record.center.id, record]));
    for (const [id, { center, revision }] of this.#confirmed) {
      if (this.#watch.purging.has(center)) continue;
      const offering = byId.get(center)?.offerings.find((one) => one.id === id);
      if (offering === undefined) continue;
      const { state, confirmedAt, expiresAt } = offering.confirmation;
      const said = this.#confirmations(center, id).some(
        (one) =>
          one.revision >= revision &&
          one.state === state &&
          (state === 'unconfirmed' || (one.expiresAt === expiresAt && one.confirmedAt === confirmedAt)),
      );
      if (!said) {
        throw new Violation(
          `revision ${head.revision} lost what was confirmed of "${id}" (revision ${revision} or later): it says ${state}`,
        );
      }
    }
    for (const [center, revision] of this.#corrected) {
      const record = byId.get(center);
      if (record === undefined || this.#watch.purging.has(center)) continue;
      const phone = record.center.phones[0]?.number;
      const said = this.#corrections(center).some(
        (one) =>
          one.revision >= revision &&
          one.corrections.every(({ path, value }) => (path === 'closed' ? value !== true : phoneIn(value) === phone)),
      );
      if (!said) throw new Violation(`revision ${head.revision} lost a correction of "${center}"`);
    }
  }

  /** Checks that the history still has everything that was acknowledged. */
  checkHistory(): void {
    const gone = (center: string) => this.#watch.purging.has(center);
    for (const [id, { center, revision }] of this.#confirmed) {
      const revisions = this.#confirmations(center, id).map((one) => one.revision);
      for (let number = 1; number <= revision; number += 1)
        if (!gone(center) && !revisions.includes(number))
          throw new Violation(`revision ${number} of what was confirmed of "${id}" is not in its history`);
    }
    for (const act of this.#acts.values()) {
      const items = this.#table().partition(`CENTER#${act.center}`);
      const known = items.flatMap(({ act: one, facts }) => [
        ...(one === undefined ? [] : [one as StoredAct]),
        ...((facts as { acts?: StoredAct[] } | undefined)?.acts ?? []),
      ]);
      if (!gone(act.center) && !known.some((one) => keyOfAct(one) === keyOfAct(act)))
        throw new Violation(`an act on "${act.offering}" is not in its history`);
    }
  }

  #confirmations(center: string, offering: string): StoredConfirmation[] {
    return this.#table()
      .partition(`CENTER#${center}`)
      .flatMap(({ confirmation }) => (confirmation === undefined ? [] : [confirmation as StoredConfirmation]))
      .filter((one) => one.offering === offering);
  }

  #corrections(center: string): StoredCorrections[] {
    return this.#table()
      .partition(`CENTER#${center}`)
      .flatMap(({ override }) => (override === undefined ? [] : [override as StoredCorrections]));
  }
}

const phoneIn = (value: unknown): unknown =>
  Array.isArray(value) ? (value[0] as { number?: unknown } | undefined)?.number : value;
