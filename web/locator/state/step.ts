import type { Narrowing } from '../read/answer.ts';
import { begin, refuse, settled } from './early.ts';
import type { Effect, Event, Next } from './events.ts';
import * as look from './looking.ts';
import * as renewing from './renewing.ts';
import * as searching from './searching.ts';
import { type State, startState } from './state.ts';
import * as typing from './typing.ts';

/**
 * The only reducer: returns the finder's state after an event, with the effects to run. Pure. Only the latest action
 * counts, so results of earlier ones change nothing.
 */
export function step(state: State, event: Event): Next {
  switch (event.type) {
    case 'typed':
      return typing.typed(state, event.text);
    case 'suggested':
      return typing.suggested(state, event);
    case 'marked':
      return [{ ...state, suggestions: { ...state.suggestions, active: event.index } }];
    case 'suggestion-taken':
      return typing.taken(state, event.index);
    case 'suggestions-closed':
      return [typing.closed(state)];
    case 'submitted':
      return searching.search(state);
    case 'retry':
      return again(state);
    case 'locate':
      return searching.locate(state);
    case 'located':
      if (event.turn !== state.act.turn) return [state];
      return searching.searchFrom({ ...state, text: '' }, { kind: 'device', point: event.point });
    case 'unlocated':
      return event.turn === state.act.turn ? refuse(state, event.why) : [state];
    case 'place-taken':
      return searching.searchFrom({ ...state, text: event.label }, { kind: 'place', near: event.label });
    case 'state-taken':
      return searching.searchFrom({ ...state, text: event.label }, { kind: 'state', state: event.code });
    case 'answered':
      return searching.answered(state, event);
    case 'instead':
      return [event.turn === state.act.turn ? { ...state, act: { ...state.act, instead: true } } : state];
    case 'failed':
      return searching.failed(state, event);
    case 'slow':
      return event.turn === state.act.turn && state.act.kind !== null
        ? [{ ...state, act: { ...state.act, slow: true } }]
        : [state];
    case 'ticked':
      return event.turn === state.act.turn && state.wait > 0
        ? [{ ...state, wait: state.wait - 1 }, ...(state.wait > 1 ? [{ do: 'tick', turn: event.turn } as const] : [])]
        : [state];
    case 'more':
      return searching.more(state);
    case 'anyway':
      return searching.showAnyway(state);
    case 'crisis-search':
      return state.crisis?.words == null ? [state] : searching.searchWords(state, state.crisis.words);
    case 'chosen': {
      const next = changed(state, { [event.field]: event.value });
      return event.stay || !hasSearched(state) ? [next] : searching.search(next);
    }
    case 'panel-done':
      return hasSearched(state)
        ? searching.search({ ...state, panel: null })
        : [
            { ...state, panel: null },
            { do: 'focus', on: 'panel-button' },
          ];
    case 'changed':
      return searching.search({ ...changed(state, event.change), panel: null });
    case 'removed':
      return removed(state, event.field);
    case 'cleared': {
      const next: State = { ...state, chosen: {}, read: {} };
      return hasSearched(state) ? searching.search(next) : [next];
    }
    case 'vocabulary':
      return [{ ...state, vocabulary: event.vocabulary }];
    case 'states':
      return [{ ...state, states: event.states }];
    case 'settings':
      return [settled(state, event)];
    case 'device':
      return renewing.told(state, event.told);
    case 'renewed':
      return renewing.renewed(state, event);
    case 'download-allowed': {
      const [next, ...effects] = again(state);
      return [next, { do: 'allow-download' }, ...effects];
    }
    case 'restored':
      return restored(state, event.kept);
    case 'forget':
      return forgotten(state);
    default:
      return look.look(state, event);
  }
}

/** Repeats the last search. */
function again(state: State): Next {
  return state.act.words === null || state.origin !== null
    ? searching.search(state)
    : searching.searchWords(state, state.act.words);
}

/** True if there was a search that must be repeated when a filter changes. */
function hasSearched({ view, act, origin, text }: State): boolean {
  if (act.kind === 'search' || view?.kind === 'answer') return true;
  return view !== null && (origin !== null || text.trim() !== '');
}

/** Applies changed filters as if the visitor had chosen them. Null removes a filter. */
function changed(state: State, change: Readonly<Record<string, unknown>>): State {
  const read: Record<string, Narrowing[string]> = { ...state.read };
  const chosen: Record<string, Narrowing[string]> = { ...state.chosen };
  for (const [field, value] of Object.entries(change)) {
    delete read[field];
    if (value === null || (Array.isArray(value) && value.length === 0)) delete chosen[field];
    else chosen[field] = value as NonNullable<Narrowing[string]>;
  }
  return { ...state, read: read as Narrowing, chosen: chosen as Narrowing };
}

function removed(state: State, field: string): Next {
  if (field !== 'place') return searching.search(changed(state, { [field]: null }));
  const next = begin({ ...state, origin: null, text: '', view: { kind: 'where' }, opened: null }, null);
  return [next, { do: 'stop' }, { do: 'focus', on: 'heading' }];
}

function restored(state: State, { text, origin, chosen, read }: Extract<Event, { type: 'restored' }>['kept']): Next {
  return searching.search({ ...state, text, origin, chosen, read });
}

/**
 * Deletes everything about searches. Keeps the host's settings, the API's data, and the listings, because none of them
 * depends on a search.
 */
function forgotten({ base, fixed, onlyDevice, device, vocabulary, states, act, suggestions }: State): Next {
  const fresh = startState(base, fixed, onlyDevice);
  const stop: Effect = { do: 'stop' };
  return [
    {
      ...fresh,
      device,
      vocabulary,
      states,
      act: { ...fresh.act, turn: act.turn + 1 },
      suggestions: { ...fresh.suggestions, turn: suggestions.turn + 1 },
    },
    stop,
  ];
}
