import type { DatasetStore } from '../../store/store.ts';
import { ConfirmationChangedError } from '../../store/stored-confirmation.ts';
import { CorrectionsChangedError } from '../../store/stored-corrections.ts';
import { FactsChangedError } from '../../store/stored-facts.ts';
import type { Carried } from './carry-renamed.ts';

/**
 * Somebody added something to a center while its items were being moved to its new id. The caller must read everything
 * again and retry.
 */
export class CarryRacedError extends Error {
  override readonly name = 'CarryRacedError';
}

/**
 * Stores the items that {@link Carried} moves, so that later changes of the centers build on them. Repeating it after a
 * failure changes nothing that was stored before.
 * @throws CarryRacedError
 */
export async function storeCarried({ moves }: Pick<Carried, 'moves'>, store: DatasetStore): Promise<void> {
  try {
    for (const { next, previous } of moves.confirmations) await store.putConfirmation(next, previous);
    for (const { next, previous } of moves.corrections) await store.putCorrections(next, previous);
    for (const { next, previous } of moves.facts) await store.putFacts(next, previous);
  } catch (error) {
    const raced = [ConfirmationChangedError, CorrectionsChangedError, FactsChangedError];
    if (!raced.some((kind) => error instanceof kind)) throw error;
    throw new CarryRacedError('somebody added to a renamed center meanwhile: publish again', { cause: error });
  }
}
