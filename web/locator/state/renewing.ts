import type { Answer } from '../read/answer.ts';
import type { Event, Next } from './events.ts';
import { firstPage, nextPage, nextRequest } from './pages.ts';
import type { Found, Note, OnDevice, State } from './state.ts';

type Of<Type extends Event['type']> = Extract<Event, { readonly type: Type }>;

/** Handles news about the listings on the device. If results are from older listings, their search is repeated. */
export function told(state: State, about: OnDevice): Next {
  return withCurrent([{ ...state, device: { ...state.device, ...about } }]);
}

/** Repeats the shown search if its results are from older listings on the device than the current ones. */
export function withCurrent([state, ...effects]: Next): Next {
  const { view, act, device } = state;
  if (view?.kind !== 'answer' || view.found.from !== 'device' || act.kind !== null) return [state, ...effects];
  if (device.version === undefined || view.found.answer.dataset.version === device.version) return [state, ...effects];
  return [state, ...effects, { do: 'renew', found: view.found }];
}

/** Replaces shown results by those of current listings, with as many pages. What a visitor reads or types is kept. */
export function renewed(state: State, { found: before, answers }: Of<'renewed'>): Next {
  const { view, act, opened } = state;
  if (view?.kind !== 'answer' || view.found !== before || act.kind === 'more') return [state];
  const found = refound(before, answers);
  const ids = new Set(found.results.map(({ center }) => center.id));
  const stays = opened !== null && ids.has(opened);
  const isSame = JSON.stringify(found.results) === JSON.stringify(view.found.results);
  const notes: readonly Note[] = isSame
    ? view.notes
    : [...view.notes.filter(({ kind }) => kind !== 'renewed'), { kind: 'renewed' }];
  const next: State = {
    ...state,
    view: { ...view, found, notes },
    opened: stays ? opened : null,
    compared: state.compared.filter((id) => ids.has(id)),
    details: stays ? { [opened]: 'loading' } : {},
  };
  return stays ? [next, { do: 'details', id: opened, level: found.narrowing.level?.[0] ?? null }] : [next];
}

/** Builds the new results from `answers`, until as many centers are shown as before. */
function refound(before: Found, [first, ...others]: readonly Answer[]): Found {
  if (first === undefined) return before;
  const { request, held, narrowing, from, results } = before;
  const asked = held === null ? request : { ...request, limit: held.limit };
  let found = firstPage(asked, first, held?.point ?? null, narrowing, from);
  for (const answer of others) found = nextPage(found, answer);
  while (found.held !== null && found.more && found.results.length < results.length && nextRequest(found) === null)
    found = nextPage(found, null);
  const origin = held === null ? before.answer.origin : found.answer.origin;
  return { ...found, request, answer: { ...found.answer, origin } };
}
