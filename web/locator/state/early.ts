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

/** Classifies a text: true if it expresses danger to a life (functions/crisis). */
export type ReadsAsCrisis = (text: string) => boolean;

/**
 * Decides without a search if the box is empty or its text expresses a crisis. Null if there is something to search
 * for.
 * @param readsAsCrisis Null before its code is loaded.
 */
export function refusedOrCrisis(state: State, readsAsCrisis: ReadsAsCrisis | null): Next | null {
  const text = state.text.trim();
  if (text === '') return refuse(state, 'empty');
  return readsAsCrisis?.(text) ? showCrisis(begin(state, null), text, text) : null;
}

/**
 * Shows 988 and 911 above everything else, until the visitor leaves, even above later results.
 * @param again The words, if the visitor may still search for them; null if they were already sent.
 * @param label Replaces the text in the box, which somebody nearby could read.
 */
export function showCrisis(state: State, words: string, again: string | null, label = ''): Next {
  const language = languageOf(words);
  const next: State = { ...state, crisis: { language, words: again }, text: label, view: null, panel: null };
  return [next, { do: 'stop' }, { do: 'focus', on: 'crisis' }];
}

/**
 * Handles events before the engine is loaded: shows typed text, and 988 for a crisis. Null if the event must wait for
 * the engine.
 */
export function early(state: State, event: Event, readsAsCrisis: ReadsAsCrisis | null): Next | null {
  if (event.type === 'typed') return [{ ...begin(state, null), text: event.text, origin: null }];
  if (event.type === 'states') return [{ ...state, states: event.states }];
  if (event.type === 'suggestions-closed') return [state];
  if (event.type === 'settings') return [settled(state, event)];
  return event.type === 'submitted' && state.origin === null ? refusedOrCrisis(state, readsAsCrisis) : null;
}

/** Applies changed attributes of the element. If searches move between API and device, the earlier search ends. */
export function settled(before: State, { base, fixed, onlyDevice }: Extract<Event, { type: 'settings' }>): State {
  const state = onlyDevice === before.onlyDevice ? before : { ...begin(before, null), view: null };
  return { ...state, base, fixed, onlyDevice, chosen: { ...state.chosen, ...base } };
}
