import { readsAsCrisis } from '../../../functions/crisis/crisis.ts';
import type { Answer, Narrowing } from '../read/answer.ts';
import { mayRetry } from '../read/problem.ts';
import { longestText, startOf } from '../read/typed.ts';
import { readUnderstood, type Understood } from '../read/understood.ts';
import { begin, refuse, refusedOrCrisis, showCrisis } from './early.ts';
import type { Event, Next } from './events.ts';
import { firstPage, firstRequest, nextPage, nextRequest } from './pages.ts';
import { withCurrent } from './renewing.ts';
import { type Note, narrowingOf, type Origin, type Problem, type Source, type State } from './state.ts';

type Of<Type extends Event['type']> = Extract<Event, { readonly type: Type }>;

/**
 * Searches with the box and the filters, unless the words express a crisis: then 988 and 911 are shown, and nothing is
 * sent.
 */
export function search(state: State, notes: readonly Note[] = [], anyway = false): Next {
  if (state.origin !== null) return searchFrom(state, state.origin, notes, anyway);
  const decided = refusedOrCrisis(state, readsAsCrisis);
  if (decided !== null) return decided;
  const start = startOf(state.text.trim(), state.suggestions.labels);
  if ('q' in start) return searchWords(state, start.q);
  return searchFrom(state, { kind: 'place', near: start.near }, notes, anyway);
}

export function searchFrom(state: State, origin: Origin, notes: readonly Note[] = [], anyway = false): Next {
  const fields = firstRequest(origin, { ...narrowingOf(state), ...state.fixed }, state.onlyDevice);
  const next = begin({ ...state, origin, panel: keptPanel(state) }, 'search', { fields, notes, anyway });
  return [next, { do: 'search', turn: next.act.turn, fields }, emitSearch(state)];
}

/** Sends typed words to the API, which interprets them. */
export function searchWords(state: State, words: string): Next {
  if (words.length > longestText) return refuse(state, 'long');
  const fields = firstRequest({ q: words }, { ...state.chosen, ...state.fixed });
  const next = begin({ ...state, panel: keptPanel(state) }, 'search', { fields, words });
  return [next, { do: 'search', turn: next.act.turn, fields }, emitSearch(state)];
}

/** After a new search only the panel of filters stays open, if it is next to the list. */
function keptPanel({ panel }: State): State['panel'] {
  return panel === 'filters' ? panel : null;
}

function emitSearch(state: State) {
  return { do: 'emit', name: 'search', detail: { levels: narrowingOf(state).level ?? [] } } as const;
}

export function locate(state: State): Next {
  const next = begin(state, 'locate');
  return [next, { do: 'locate', turn: next.act.turn }];
}

export function answered(state: State, event: Of<'answered'>): Next {
  const { turn, answer } = event;
  if (turn !== state.act.turn) return [state];
  return withCurrent(state.act.kind === 'more' ? moreAnswered(state, answer, event.from) : firstAnswered(state, event));
}

function firstAnswered(state: State, { answer, from = 'api' }: Of<'answered'>): Next {
  const { fields, words, anyway } = state.act;
  if (fields === null) return [state];
  const instead = from === 'device' && !state.onlyDevice;
  const notes: readonly Note[] = instead ? [...state.act.notes, { kind: 'taken-over' }] : state.act.notes;
  const understood = readUnderstood(answer.query);
  const { crisis = false } = answer;
  let next = state;
  if (words !== null) {
    next = { ...next, origin: understood.where };
    // A text that only names a place changes only the place; other filters stay.
    if (Object.keys(state.read).length > 0 && saysPlaceOnly(understood, { ...state.chosen, ...state.fixed })) {
      return search(next, ignoredNote(understood.ignored));
    }
    next = fill(next, understood);
  }
  const point = next.origin?.kind === 'device' ? next.origin.point : null;
  // Pages follow the original request, not the fields that its words were understood as.
  const found = firstPage(fields, answer, point, narrowingOf(next), from);
  const told = crisis ? notes : [...notes, ...ignoredNote(understood.ignored)];
  const ids = new Set(found.results.map(({ center }) => center.id));
  const compared = next.compared.filter((id) => ids.has(id));
  const shown = finish({ ...next, opened: null, compared, view: { kind: 'answer', found, notes: told, anyway } });
  const emit = { do: 'emit', name: 'results', detail: { count: found.results.length, more: found.more } } as const;
  if (crisis) {
    const [panel, ...effects] = showCrisis(shown, words ?? next.text, null, answer.origin.label);
    return [{ ...panel, view: shown.view }, ...effects, emit];
  }
  return [shown, ...(next.panel === 'filters' ? [] : [{ do: 'focus', on: 'heading' } as const]), emit];
}

function moreAnswered(state: State, answer: Answer | null, source?: Source): Next {
  if (state.view?.kind !== 'answer') return [finish(state)];
  const { found } = state.view;
  const page = { ...nextPage(found, answer), from: source ?? found.from };
  const from = found.results.length;
  const added = { from, count: page.results.length - from };
  const next = { ...finish(state), view: { ...state.view, found: page }, added };
  return [next, { do: 'focus', on: added.count > 0 ? { card: from } : 'heading' }];
}

export function more(state: State): Next {
  if (state.view?.kind !== 'answer' || !state.view.found.more || state.act.kind === 'more') return [state];
  const next = begin(state, 'more');
  const fields = nextRequest(state.view.found);
  if (fields === null) return moreAnswered(next, null);
  return [next, { do: 'search', turn: next.act.turn, fields }];
}

export function failed(state: State, { turn, problem }: Of<'failed'>): Next {
  if (turn !== state.act.turn) return [state];
  const emit = { do: 'emit', name: 'error', detail: { kind: problem.kind, status: problem.status } } as const;
  if (state.act.kind === 'more') {
    if (problem.kind === 'taken-over') return search(state);
    if (problem.status === 410) return search(state, [{ kind: 'again' }]);
    return [{ ...finish(state), moreFailed: true }, emit];
  }
  return [...showProblem(state, problem), emit];
}

function showProblem(state: State, problem: Problem): Next {
  const { words } = state.act;
  const understood = readUnderstood(problem.query);
  const read = words !== null && problem.query !== null ? fill(state, understood) : state;
  const notes = problem.crisis ? [] : ignoredNote(understood.ignored);
  // Messages about a crisis text may quote it, so they are left out.
  const told = problem.crisis ? { ...problem, messages: [] } : problem;
  const wait = mayRetry(problem) ? (problem.retryAfter ?? 0) : 0;
  const next: State = { ...finish(read), view: { kind: 'problem', problem: told, notes }, panel: null, wait };
  const tick = wait > 0 ? [{ do: 'tick', turn: next.act.turn } as const] : [];
  if (problem.crisis) {
    const [panel, ...effects] = showCrisis(next, words ?? state.text, null);
    return [{ ...panel, view: next.view }, ...effects, ...tick];
  }
  return [next, { do: 'focus', on: 'heading' }, ...tick];
}

/**
 * Shows the filters that the words were understood as, in place of those of earlier words. Chosen and fixed filters
 * win.
 */
function fill(state: State, { fields }: Understood): State {
  const given = { ...state.chosen, ...state.fixed };
  return { ...state, read: Object.fromEntries(Object.entries(fields).filter(([field]) => !(field in given))) };
}

/** True if words name a place and otherwise ask only for fields that were chosen already. */
function saysPlaceOnly({ where, fields }: Understood, chosen: Narrowing): boolean {
  return where !== null && Object.keys(fields).every((field) => field in chosen);
}

function ignoredNote(words: readonly string[]): readonly Note[] {
  return words.length === 0 ? [] : [{ kind: 'ignored', words }];
}

function finish(state: State): State {
  return { ...state, act: { ...state.act, kind: null, slow: false } };
}

/**
 * Shows a list that was hidden because its centers are far away. If a radius left the list empty, searches without it.
 */
export function showAnyway(state: State): Next {
  if (state.view?.kind !== 'answer') return [state];
  if (state.view.found.results.length > 0)
    return [
      { ...state, view: { ...state.view, anyway: true } },
      { do: 'focus', on: 'heading' },
    ];
  const { within: _, ...read } = state.read;
  const { within: __, ...chosen } = state.chosen;
  return search({ ...state, read: read as Narrowing, chosen: chosen as Narrowing }, [], true);
}
