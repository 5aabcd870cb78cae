import { languageOf } from '../read/spanish.ts';
import type { Event, Next } from './events.ts';
import type { Act, State } from './state.ts';

/**
 * Starts an act: the previous one ends, and its late results are ignored. A search forgets the words of a crisis that were
 * kept to be searched anyway.
 */
export function begin(state: State, kind: Act['kind'], also: Partial<Act> = {}): State {
  const { turn } = state.act;
  const act: Act = {
    kind,
    slow: false,
    fields: null,
    words: null,
    notes: [],
    anyway: false,
    instead: false,
    ...also,
    turn: turn + 1,
  };
  const suggestions = { ...state.suggestions, turn: state.suggestions.turn + 1, open: false, active: -1 };
  const crisis = kind === 'search' && state.crisis !== null ? { ...state.crisis, words: null } : state.crisis;
  return { ...state, act, suggestions, crisis, refused: null, added: null, moreFailed: false, wait: 0 };
}

export function refuse(state: State, refused: NonNullable<State['refused']>): Next {
  const next = begin({ ...state, panel: null }, null);
  return [{ ...next, refused }, { do: 'stop' }, { do: 'focus', on: 'box' }];
}

/** Reads whether a text speaks of danger to a life (functions/crisis). */
export type ReadsAsCrisis = (text: string) => boolean;

/**
 * The outcomes that the box alone decides: nothing typed, or a crisis. Null if there is something to search.
 * @param readsAsCrisis Null before its code is loaded.
 */
export function refusedOrCrisis(state: State, readsAsCrisis: ReadsAsCrisis | null): Next | null {
  const text = state.text.trim();
  if (text === '') return refuse(state, 'empty');
  return readsAsCrisis?.(text) ? showCrisis(begin(state, null), text, text) : null;
}

/**
 * 988 and 911 before everything else. They stay until the visitor leaves, even above later results.
 * @param again Words to search for anyway; null if they were sent.
 * @param label Replaces the sentence in the box, which a bystander could read.
 */
export function showCrisis(state: State, words: string, again: string | null, label = ''): Next {
  const language = languageOf(words);
  const next: State = { ...state, crisis: { language, words: again }, text: label, view: null, panel: null };
  return [next, { do: 'stop' }, { do: 'focus', on: 'crisis' }];
}

/**
 * The finder's reaction before the rest of it is loaded: shows typed text, and 988 for a crisis. Null for an event that
 * must wait.
 */
export function early(state: State, event: Event, readsAsCrisis: ReadsAsCrisis | null): Next | null {
  if (event.type === 'typed') return [{ ...begin(state, null), text: event.text, origin: null }];
  if (event.type === 'states') return [{ ...state, states: event.states }];
  if (event.type === 'suggestions-closed') return [state];
  if (event.type === 'settings') return [settled(state, event)];
  return event.type === 'submitted' && state.origin === null ? refusedOrCrisis(state, readsAsCrisis) : null;
}

/**
 * Applies changed attributes of the host element. If the search moves between API and device, the earlier search ends.
 */
export function settled(before: State, { base, fixed, onlyDevice }: Extract<Event, { type: 'settings' }>): State {
  const state = onlyDevice === before.onlyDevice ? before : { ...begin(before, null), view: null };
  return { ...state, base, fixed, onlyDevice, chosen: { ...state.chosen, ...base } };
}
