import { emptyQuery } from '../engine/found.ts';
import type { Act } from '../ports.ts';
import type { Effect, Event, Stepped } from './events.ts';
import { linesOf } from './intake-line.ts';
import { arrived, namesOf, record, sent, undo } from './recording.ts';
import { found, look, moved, opening, show, typed, withDetails } from './searching.ts';
import { MOST_MARKED, rowsOf, type Says, type State } from './state.ts';
import { levelsOf, targetOf } from './target.ts';

/** The only function that changes the console's state. Pure. */
export function step(state: State, event: Event): Stepped {
  const only = (next: Partial<State>, ...effects: Effect[]): Stepped => ({ state: { ...state, ...next }, effects });
  const say = (says: Says): Stepped => only({ line: { says, undo: null } });
  const { query } = state;
  switch (event.type) {
    case 'typed':
      return typed(state, event.text);
    case 'found':
      return found(state, event.found, event.ms);
    case 'drop':
      return look(state, dropped(state, event.drops));
    case 'add': {
      const { added } = query;
      const drops = query.dropped.filter((one) => one !== event.field && one !== `${event.field}:${event.value}`);
      const values = [...(added[event.field] ?? []).filter((one) => one !== event.value), event.value];
      return withFocus(look(state, { ...query, dropped: drops, added: { ...added, [event.field]: values } }), 'rows');
    }
    case 'change':
      return event.to === null
        ? look(state, dropped(state, event.field))
        : look(state, { ...query, added: { ...query.added, [event.field]: [event.to] } });
    case 'place':
      return withFocus(look(state, { ...query, added: { ...query.added, near: [event.label] } }), 'rows');
    case 'as-name':
      return look(state, { ...emptyQuery, text: query.text, asName: !query.asName });
    case 'unknown':
      return look(state, { ...query, withUnknown: !query.withUnknown, pages: 1 });
    case 'more':
      return look(state, { ...query, pages: query.pages + 1 });
    case 'box':
      return only({ tab: 'lookup', panel: null }, { type: 'focus', on: 'box' });
    case 'rows': {
      if (state.chosen === null) return only({}, { type: 'focus', on: 'rows' });
      return withFocus(show(state, state.chosen, true), 'rows');
    }
    case 'move':
      return moved(state, event.by);
    case 'choose': {
      if (state.found.kind === 'which') {
        const label = state.found.places[event.at];
        return label === undefined ? only({}) : step(state, { type: 'place', label });
      }
      const row = rowsOf(state)[event.at];
      return row === undefined ? only({}) : withFocus(show(state, row.center.id, true), 'rows');
    }
    case 'open':
      return show({ ...state, tab: 'lookup', view: 'list', panel: null }, event.id, true);
    case 'opened': {
      if (event.id !== state.chosen) return only({});
      if (event.opened === null)
        return only({ chosen: null, opened: null, line: { says: { kind: 'no-center' }, undo: null } });
      return withDetails({ ...state, opened: event.opened }, event.id);
    }
    case 'details':
      return event.id === state.chosen ? only({ details: event.details }) : only({});
    case 'level': {
      const next = { ...state, level: event.level };
      return { state: next, effects: state.chosen === null ? [] : [opening(next, state.chosen)] };
    }
    case 'next-level': {
      const able = levelsOf(state);
      const at = able.indexOf(targetOf(state)?.level ?? '');
      const level = able[(at + 1) % able.length];
      return level === undefined ? only({}) : step(state, { type: 'level', level });
    }
    case 'step': {
      const to = state.opened?.[event.to] ?? null;
      return to === null ? only({}) : show({ ...state, level: to.level }, to.center.id, true);
    }
    case 'paths': {
      if (state.found.kind !== 'rows' || state.found.from === null) return only({});
      const { from, fields } = state.found;
      const { levels } = event;
      const isShown = state.panel?.kind === 'paths' ? state.panel.found : null;
      return only(
        { panel: { kind: 'paths', levels, found: isShown } },
        { type: 'paths', levels, from, fields, withUnknown: query.withUnknown },
      );
    }
    case 'paths-found':
      return state.panel?.kind === 'paths' ? only({ panel: { ...state.panel, found: event.found } }) : only({});
    case 'mark':
      return marked(state, event.id ?? state.chosen);
    case 'compare':
      return state.marked.length < 2
        ? only({})
        : only({ view: 'compare', map: false }, { type: 'focus', on: 'compare' });
    case 'list':
      return only({ view: 'list' }, { type: 'focus', on: 'rows' });
    case 'map':
      return only({ map: !state.map, view: 'list' });
    case 'close':
      return only({ isOpen: false, details: null }, { type: 'focus', on: 'rows' });
    case 'tab':
      return only({ tab: event.tab, panel: null });
    case 'panel':
      return only({ panel: event.panel }, ...(event.panel === null ? [{ type: 'focus', on: 'back' } as const] : []));
    case 'confirm':
      return record(state, { level: 'yes' }, event.at);
    case 'deny':
      return state.panel?.kind === 'deny'
        ? record(state, { level: 'no' }, event.at)
        : targetOf(state) === null
          ? say({ kind: 'no-target' })
          : only({ panel: { kind: 'deny' } });
    case 'intake': {
      const { state: intake, until } = event;
      return record(state, { intake: until === null ? { state: intake } : { state: intake, until } }, event.at);
    }
    case 'answer':
      return record(state, { [event.key]: event.value }, event.at);
    case 'undo':
      return undo(state);
    case 'sent':
      return answered(state, event);
    case 'decide':
      return only({}, { type: 'decide', id: event.id, keep: event.keep });
    case 'dismiss':
      return only({}, { type: 'dismiss', id: event.id });
    case 'enter':
      return called(state);
    case 'summary':
      return only({}, ...(state.opened === null ? [] : [{ type: 'copy-summary' } as const]));
    case 'link':
      return only(
        {},
        ...(state.chosen === null ? [] : [{ type: 'copy-link', id: state.chosen, for: event.for } as const]),
      );
    case 'copied':
      return say(event.done ? { kind: 'copied', what: event.what, text: event.text } : { kind: 'copy-refused' });
    case 'hide-line':
      return only({ line: null });
    case 'settings':
      return only({ settings: event.settings }, { type: 'keep-settings', settings: event.settings });
    case 'listings':
      return listed(state, event);
    case 'team':
      return joined(state, event.team);
    case 'failed':
      return say({ kind: 'refused', detail: event.detail });
    case 'again':
      return only({}, { type: 'again' });
    case 'sign-in':
      return only({}, { type: 'sign-in' });
    case 'sign-out':
      return only({}, { type: 'sign-out' });
  }
}

function withFocus({ state, effects }: Stepped, on: 'rows' | 'box'): Stepped {
  return { state, effects: [...effects, { type: 'focus', on }] };
}

/** Removes a part of the search, from its text or from the added filters. */
function dropped({ query }: State, drops: string): State['query'] {
  const colon = drops.indexOf(':');
  const [field, value] = colon < 0 ? [drops, null] : [drops.slice(0, colon), drops.slice(colon + 1)];
  const { [field]: own = [], ...others } = query.added;
  const left = value === null ? [] : own.filter((one) => one !== value);
  return {
    ...query,
    added: left.length === 0 ? others : { ...others, [field]: left },
    dropped: [...query.dropped.filter((one) => one !== drops), drops],
    pages: 1,
  };
}

function marked(state: State, id: string | null): Stepped {
  const name = rowsOf(state).find(({ center }) => center.id === id)?.center.name;
  if (id === null || name === undefined) return { state, effects: [] };
  const isMarked = state.marked.includes(id);
  if (!isMarked && state.marked.length === MOST_MARKED)
    return { state: { ...state, line: { says: { kind: 'most-marked' }, undo: null } }, effects: [] };
  const next = isMarked ? state.marked.filter((one) => one !== id) : [...state.marked, id];
  const says = { kind: 'marked', name, count: next.length } as const;
  const view = next.length < 2 ? 'list' : state.view;
  return { state: { ...state, marked: next, view, line: { says, undo: null } }, effects: [] };
}

/** Handles Enter. On an open center it dials or copies the first number; otherwise it opens the chosen center. */
function called(state: State): Stepped {
  const { chosen, opened, details, isOpen, settings } = state;
  if (chosen === null || opened === null) return { state, effects: [] };
  if (!isOpen) return show(state, chosen, true);
  const [line] = linesOf(opened.center, details);
  if (line === undefined) return { state, effects: [] };
  return {
    state,
    effects: [
      settings.enter === 'dial'
        ? { type: 'dial', href: line.href }
        : { type: 'copy', what: 'number', text: line.display },
    ],
  };
}

/**
 * Handles the result of an act. If U was pressed in the meantime, undoes the act at once, unless it changed nothing.
 */
function answered(state: State, { sent: given, undone }: Extract<Event, { type: 'sent' }>): Stepped {
  const { act, outcome } = given;
  const before = undone === null ? arrived(state, given) : { state, undone: false };
  const next = sent(before.state, given, undone, namesOf);
  const again = outcome.kind === 'recorded' && next.details === 'loading' ? readAnew(next, act) : [];
  if (!before.undone || !next.undos.includes(act)) return { state: next, effects: again };
  const taken = undo({ ...next, pending: [], undos: [...next.undos.filter((one) => one !== act), act] });
  return { state: { ...taken.state, pending: next.pending }, effects: [...again, ...taken.effects] };
}

/** Repeats the search in new listings, so that the screen shows what they say. */
function listed(state: State, { listings, isNew }: Extract<Event, { type: 'listings' }>): Stepped {
  const next = { ...state, listings: { ...state.listings, ...listings } };
  if (!isNew) return { state: next, effects: [] };
  const effects: Effect[] = state.query === emptyQuery ? [] : [{ type: 'look', query: state.query }];
  if (state.query === emptyQuery && state.chosen !== null) effects.push(opening(next, state.chosen));
  return { state: next, effects };
}

/** Handles a change of sign-in or of acts. Reads the open center's private fields as soon as somebody may see them. */
function joined(state: State, team: State['team']): Stepped {
  const next = { ...state, team };
  const isIn = team.session.kind === 'in';
  if (!isIn && state.team.session.kind === 'in') return { state: { ...next, details: null }, effects: [] };
  if (!isIn || state.opened === null) return { state: next, effects: [] };
  const asked = withDetails(isBack(state, team) ? { ...next, details: null } : next, state.opened.center.id);
  // An act that had waited is recorded now, so the version of its center on screen is out of date.
  const settled = team.settled.find((one) => one.outcome.kind === 'recorded' && !state.team.settled.includes(one));
  if (asked.effects.length > 0 || settled === undefined) return asked;
  return { state: next, effects: readAnew(next, settled.act) };
}

/** Reads the center again: a read that was under way when the act was recorded may return the earlier version. */
const readAnew = ({ chosen, isOpen }: State, { center }: Act): readonly Effect[] =>
  isOpen && chosen === center ? [{ type: 'details', id: center }] : [];

const isBack = ({ details, team: before }: State, { offlineSince }: State['team']): boolean =>
  details === 'failed' && before.offlineSince !== null && offlineSince === null;
