import { readsAsCrisis } from '../../../functions/crisis/crisis.ts';
import { mayNamePlace, placeIn } from '../read/typed.ts';
import { begin } from './early.ts';
import type { Event, Next } from './events.ts';
import type { State } from './state.ts';

/**
 * Handles typing in the box. From now on only the typed text counts; a location or answer that still arrives is
 * ignored. Suggestions are not requested for a crisis text or for a text that cannot be a place name, because the
 * request contains the text.
 */
export function typed(state: State, text: string): Next {
  const ended = begin({ ...state, text, origin: null }, null);
  const { suggestions } = ended;
  const { place } = placeIn(text);
  // The old suggestions stay visible until new ones arrive. None is marked anymore, so that Enter cannot choose a place
  // for other words.
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

/**
 * Puts a chosen suggestion into the box, after the words that precede the place. The visitor can then search or edit
 * the text.
 */
export function taken(state: State, index: number): Next {
  const label = state.suggestions.labels[index];
  if (label === undefined) return [state];
  return [closed({ ...state, text: placeIn(state.text).before + label, origin: null })];
}

export function closed(state: State): State {
  const { suggestions } = state;
  return { ...state, suggestions: { ...suggestions, turn: suggestions.turn + 1, open: false, active: -1 } };
}
