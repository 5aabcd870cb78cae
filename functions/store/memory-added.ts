import { type AddedStore, type ConfirmationStore, type CorrectionStore, inOrder } from './store.ts';
import { ConfirmationChangedError, type StoredConfirmation } from './stored-confirmation.ts';
import { CorrectionsChangedError, type StoredCorrections } from './stored-corrections.ts';
import type { StoredFacts } from './stored-facts.ts';

/**
 * Confirmations, corrections and their history, stored in memory.
 * @param allFacts Every fact that agents recorded.
 */
export function memoryAdded(
  allFacts: () => readonly StoredFacts[],
): ConfirmationStore & CorrectionStore & AddedStore & { eraseAdded(center: string): number } {
  const confirmations = new Map<string, StoredConfirmation>();
  const events: StoredConfirmation[] = [];
  /** Each center's corrections, the latest last. */
  const corrections = new Map<string, readonly StoredCorrections[]>();
  return {
    eraseAdded(center) {
      const own = [...confirmations].filter(([, one]) => one.center === center);
      for (const [key] of own) confirmations.delete(key);
      const past = events.filter((event) => event.center === center).length;
      events.splice(0, events.length, ...events.filter((event) => event.center !== center));
      const corrected = corrections.get(center)?.length ?? 0;
      corrections.delete(center);
      return own.length + past + corrected;
    },
    async confirmations(center) {
      return [...confirmations.values()].filter((one) => one.center === center);
    },
    async added() {
      return {
        confirmations: [...confirmations.values()],
        corrections: [...corrections.values()].flatMap((all) => all.slice(-1)),
        facts: allFacts(),
      };
    },
    async putConfirmation(next, previous) {
      const known = confirmations.get(next.offering)?.revision ?? null;
      if (known !== (previous?.revision ?? null)) throw new ConfirmationChangedError(next.offering);
      confirmations.set(next.offering, next);
      events.push(next);
    },
    async history(center) {
      return inOrder(events.filter((event) => event.center === center));
    },
    async corrections(center) {
      return corrections.get(center)?.at(-1) ?? null;
    },
    async putCorrections(next, previous) {
      const known = corrections.get(next.center) ?? [];
      if ((known.at(-1)?.revision ?? null) !== (previous?.revision ?? null))
        throw new CorrectionsChangedError(next.center);
      corrections.set(next.center, [...known, next]);
    },
    async correctionHistory(center) {
      return [...(corrections.get(center) ?? [])];
    },
  };
}
