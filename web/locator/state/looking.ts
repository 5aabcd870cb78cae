import { addressText } from '../read/address.ts';
import type { Event, Next } from './events.ts';
import { narrowingOf, type State, shownResults } from './state.ts';

/** Number of centers that fit side by side in the comparison. */
export const mostCompared = 3;

/** Handles changes of the view: panels, the opened card, centers to compare. None of them needs another search. */
export function look(state: State, event: Event): Next {
  switch (event.type) {
    case 'panel':
      return event.panel === null
        ? [
            { ...state, panel: null },
            { do: 'focus', on: 'panel-button' },
          ]
        : [
            { ...state, panel: event.panel },
            { do: 'focus', on: 'panel' },
          ];
    case 'map':
      return [{ ...state, mapShown: event.shown }];
    case 'map-chosen': {
      const [next, ...effects] = opened(state, event.id);
      const card = shownResults(state).findIndex(({ center }) => center.id === event.id);
      return [next, ...effects, ...(card < 0 ? [] : [{ do: 'focus', on: { card } } as const])];
    }
    case 'opened':
      return opened(state, event.id);
    case 'pointed':
      return state.pointed === event.id ? [state] : [{ ...state, pointed: event.id }];
    case 'compared':
      return [compared(state, event.id)];
    case 'compare-cleared':
      return [{ ...state, compared: [], panel: null }];
    case 'details':
      return [{ ...state, details: { ...state.details, [event.id]: event.details } }];
    case 'share': {
      const center = centerOf(state, event.id);
      return center ? [state, { do: 'share', id: event.id, name: center.name }] : [state];
    }
    case 'copy-address': {
      const center = centerOf(state, event.id);
      return center ? [state, { do: 'copy', id: event.id, text: addressText(center.address) }] : [state];
    }
    case 'copied':
      return [{ ...state, copied: event.copied }];
    case 'print':
      return [state, { do: 'print' }];
    case 'called':
      return [state, { do: 'emit', name: 'call', detail: { own: event.own } }];
    case 'edit':
      return [state, { do: 'focus', on: 'box' }];
    default:
      return [state];
  }
}

function opened(state: State, id: string | null): Next {
  const next = { ...state, opened: id };
  const known = id === null ? undefined : state.details[id];
  if (id === null || (known !== undefined && known !== 'failed')) return [next];
  const level = narrowingOf(state).level?.[0] ?? null;
  return [
    { ...next, details: { ...state.details, [id]: 'loading' } },
    { do: 'details', id, level },
  ];
}

function centerOf(state: State, id: string) {
  return shownResults(state).find(({ center }) => center.id === id)?.center;
}

function compared(state: State, id: string): State {
  if (state.compared.includes(id)) {
    const left = state.compared.filter((one) => one !== id);
    return { ...state, compared: left, panel: left.length === 0 && state.panel === 'compare' ? null : state.panel };
  }
  const known = shownResults(state).some(({ center }) => center.id === id);
  return known && state.compared.length < mostCompared ? { ...state, compared: [...state.compared, id] } : state;
}
