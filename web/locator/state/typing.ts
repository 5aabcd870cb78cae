import { readsAsCrisis } from '../../../functions/crisis/crisis.ts';
import { mayNamePlace, placeIn } from '../read/typed.ts';
import { begin } from './early.ts';
import type { Event, Next } from './events.ts';
import type { State } from './state.ts';

/**
 * The box was edited: only the typed text counts now, and no late location or answer. A request for suggestions
 * contains the text, so none is sent for words of a crisis, nor for a text that cannot be a place name.
 */
export function typed(state: State, text: string): Next {
  const ended = begin({ ...state, text, origin: null }, null);
  const { suggestions } = ended;
  const { place } = placeIn(text);
  // The old list stays until the new one is loaded, but Enter must not choose a place that was marked for other words.
  const open = state.suggestions.open;
  if (!mayNamePlace(place, suggestions.deadEnd) || readsAsCrisis(text)) return [ended, { do: 'stop' }];
  const next = { ...ended, suggestions: { ...suggestions, open } };
  return [next, { do: 'stop' }, { do: 'suggest', turn: suggestions.turn, text: place }];
}

export function suggested(state: State, { turn, labels }: Extract<Event, { type: 'suggested' }>): Next {
  const { suggestions } = state;
  if (turn !== suggestions.turn) return [state];
  const deadEnd = labels.length === 0 ? placeIn(state.text).place : null;
  return [{ ...state, suggestions: { ...suggestions, labels, open: labels.length > 0, active: -1, deadEnd } }];
}

/** An option was chosen: its place is in the box after the words that were there, to be searched or edited. */
export function taken(state: State, index: number): Next {
  const label = state.suggestions.labels[index];
  if (label === undefined) return [state];
  return [closed({ ...state, text: placeIn(state.text).before + label, origin: null })];
}

export function closed(state: State): State {
  const { suggestions } = state;
  return { ...state, suggestions: { ...suggestions, turn: suggestions.turn + 1, open: false, active: -1 } };
}
