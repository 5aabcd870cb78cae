import type { Confirmation } from './confirmation-schema.ts';

export type ConfirmationState = Confirmation['state'] | 'stale';

export const unconfirmed: Confirmation = { state: 'unconfirmed', confirmedAt: null, expiresAt: null };

/**
 * The state of a confirmation at a time: `stale` once it has expired.
 * @param now Milliseconds since 1970.
 */
export function confirmationState(confirmation: Confirmation, now: number): ConfirmationState {
  const { state, expiresAt } = confirmation;
  return state === 'confirmed' && expiresAt !== null && Date.parse(expiresAt) <= now ? 'stale' : state;
}
