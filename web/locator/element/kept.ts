import type { Kept } from '../state/events.ts';
import type { State } from '../state/state.ts';

const name = 'programLocator';

/**
 * Keeps the search in `history.state`, next to the host's own data; null deletes it. Only if the host asks for it, and
 * never a device's location: browsers write this to their session files.
 */
export function keep(state: State | null): void {
  const { [name]: _, ...others } = (history.state ?? {}) as Record<string, unknown>;
  const origin = state?.origin ?? null;
  if (state === null || origin?.kind === 'device' || state.crisis !== null) {
    history.replaceState(Object.keys(others).length === 0 ? null : others, '');
    return;
  }
  const { text, chosen, read } = state;
  const one: Kept = { text, origin, chosen, read };
  history.replaceState({ ...others, [name]: one }, '');
}

/** The kept search; null for anything else. */
export function kept(state: unknown): Kept | null {
  const one = (state as Record<string, Kept | undefined> | null)?.[name];
  return one !== undefined && typeof one.text === 'string' && (one.origin !== null || one.text !== '') ? one : null;
}
