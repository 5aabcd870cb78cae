import { emptyQuery, type Found, type Query } from '../engine/found.ts';
import type { Effect, Stepped } from './events.ts';
import { fieldsOf, rowsOf, type State } from './state.ts';
import { askedLevels } from './target.ts';

/** Runs a new search and closes the open center, because a new search usually means a new call. */
export function look(state: State, query: Query): Stepped {
  return {
    state: { ...state, query, tab: 'lookup', view: 'list', panel: null, line: null },
    effects: [{ type: 'look', query }, { type: 'forget-address' }],
  };
}

/**
 * Keeps the added filters while the agent edits the text. A different text means another call, so
 * the filters are cleared.
 */
export function typed(state: State, text: string): Stepped {
  const isEdit = shared(state.query.text, text) * 2 >= Math.max(state.query.text.length, text.length);
  return look(
    state,
    isEdit && text.trim() !== '' ? { ...state.query, text, asName: false, pages: 1 } : { ...emptyQuery, text },
  );
}

/** Counts the letters that two texts share at their beginning and end. */
function shared(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < most - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  return start + end;
}

/** Shows the results, with the first center in the pane so that the next key can record about it. */
export function found(state: State, answer: Found, ms: number): Stepped {
  const rows = answer.kind === 'rows' ? answer.rows : [];
  const isKept = state.isOpen && rows.some(({ center }) => center.id === state.chosen);
  const chosen = isKept ? state.chosen : (rows[0]?.center.id ?? null);
  const next: State = {
    ...{ ...state, found: answer, ms, chosen, isOpen: isKept },
    ...(isKept ? {} : { details: null, level: null, opened: null }),
    marked: state.marked.filter((id) => rows.some(({ center }) => center.id === id)),
  };
  return { state: next, effects: chosen === null ? [] : [opening(next, chosen)] };
}

/** Shows a center in the pane. @param isOpen True if the agent opened it, which also reads the private fields. */
export function show(state: State, id: string, isOpen: boolean): Stepped {
  // Computes the next levels only for a center that the agent opened: doing so on every key press would slow down
  // typing.
  const isSame = state.chosen === id && state.opened !== null && (state.isOpen || !isOpen);
  const next: State = {
    ...state,
    chosen: id,
    isOpen: isOpen || (isSame && state.isOpen),
    ...(isSame ? {} : { opened: null, details: null, level: null }),
  };
  // Reads the private fields once the center is known to exist.
  return isSame ? withDetails(next, id) : { state: next, effects: [opening(next, id)] };
}

/** Reads the open center's private fields, unless they are loaded or loading. */
export function withDetails(state: State, id: string): Stepped {
  if (!state.isOpen || state.details !== null || state.team.session.kind !== 'in') return { state, effects: [] };
  return { state: { ...state, details: 'loading' }, effects: [{ type: 'details', id }] };
}

/**
 * Opens a center. If the agent opened it, also computes the next levels: from the level that the agent switched to,
 * otherwise from the requested level, otherwise from the center's first.
 */
export function opening(state: State, id: string): Effect {
  const fields = fieldsOf(state);
  const own = rowsOf(state).find(({ center }) => center.id === id)?.offerings[0]?.level ?? null;
  const level = state.level ?? askedLevels(state)[0] ?? own;
  return {
    type: 'open',
    id,
    level: state.isOpen ? level : null,
    fields: Object.keys(fields).length === 0 ? null : fields,
  };
}

/** Moves the selection by a number of rows, at most to the first or last row. */
export function moved(state: State, by: number): Stepped {
  const rows = rowsOf(state);
  const at = rows.findIndex(({ center }) => center.id === state.chosen);
  const to = rows[Math.max(0, Math.min(rows.length - 1, at < 0 ? 0 : at + by))];
  if (to === undefined) return { state, effects: [] };
  const { state: next, effects } = show(state, to.center.id, true);
  return { state: next, effects: [...effects, { type: 'focus', on: 'rows' }] };
}
