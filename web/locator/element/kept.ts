import type { Kept } from '../state/events.ts';
import type { State } from '../state/state.ts';

const name = 'programLocator';

/**
 * Keeps the search in `history.state`, next to the host's own data; null deletes it. Called only if the host sets
 * `history`. A device's location is never kept, because browsers write this data to their session files.
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

/** Reads the kept search from `history.state`. Null if it holds none. */
export function kept(state: unknown): Kept | null {
  const one = (state as Record<string, Kept | undefined> | null)?.[name];
  return one !== undefined && typeof one.text === 'string' && (one.origin !== null || one.text !== '') ? one : null;
}
