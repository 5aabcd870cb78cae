import type { State } from './answer.ts';
import type { ApiProblem } from './api.ts';
import { type Chip, chipRow } from './chips.ts';
import { outside } from './coverage.ts';
import { outsideView } from './coverage-view.ts';
import { button, el } from './dom.ts';
import { helplineNote } from './helpline-note.ts';
import type { Actions } from './result-list.ts';
import { resultsTitle } from './results-title.ts';

/** What was understood before the search came to a stop. */
export interface Asked {
  readonly chips: readonly Chip[];
  readonly notes: readonly string[];
  /** A state that was named and can be searched whole. */
  readonly state: State | null;
}

/** Why there is no answer, and what to do about it. */
export function problemView(problem: ApiProblem, asked: Asked, actions: Actions): Node[] {
  const before = [chipRow(asked.chips, actions.remove), ...asked.notes.map((note) => el('p', { class: 'note' }, note))];
  const coverage = problem.coverage;
  const body =
    coverage !== null && !coverage.origin.listed
      ? outsideView(outside(coverage, null, null), { state: actions.state, anyway: null })
      : problem.kind === 'location-needed'
        ? missingPlace(actions)
        : otherProblem(problem, asked.state, actions);
  return [...before, ...body].filter((node) => node !== null);
}

/** Everything is understood but where: a tap, or a ZIP, completes the search. */
export function missingPlace(actions: Pick<Actions, 'locate' | 'edit'>): Node[] {
  return [
    resultsTitle('Where should we look?'),
    el('p', {}, 'Your words name no place. Use your location, or type a ZIP code or city in the search box.'),
    button('Use my location', 'search', actions.locate),
    el('p', { class: 'note' }, 'Sends only an area some 3 miles wide.'),
    button('Type a ZIP code or city', 'quiet', actions.edit),
    helplineNote(),
  ];
}

function otherProblem(problem: ApiProblem, state: State | null, actions: Actions): (Node | null)[] {
  return [
    resultsTitle(state === null ? problem.message : `${state.name} is a whole state`),
    ...problem.messages.map((message) => el('p', {}, message)),
    problem.candidates.length === 0
      ? null
      : el(
          'p',
          { class: 'choices-row' },
          ...problem.candidates.map((label) => button(label, 'quiet', () => actions.place(label))),
        ),
    state === null ? null : button(`All of ${state.name}`, 'search', () => actions.state(state)),
    problem.retryable ? button('Retry', 'search', actions.retry) : button('Change the search', 'quiet', actions.edit),
    helplineNote(),
  ];
}
