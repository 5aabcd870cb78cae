import { changeText, foundText } from './alternatives.ts';
import type { Alternative, Answer, Result } from './answer.ts';
import type { ApiProblem } from './api.ts';
import { centerCard } from './center-card.ts';
import { button, el } from './dom.ts';
import type { Asked } from './facts.ts';
import type { Vocabulary } from './vocabulary.ts';
import { originText, resultsHeading, unknownText } from './words.ts';

/** What was searched, as the list needs to tell it. */
export interface Search {
  readonly asked: Asked;
  readonly levelName: string | null;
  readonly within: string | undefined;
  readonly fromDevice: boolean;
  /** Whether more centers follow those that are shown. */
  readonly more: boolean;
  /** Single changes that the form can hold, from the answer or, where it names none, what may help. */
  readonly changes: readonly (Alternative | Pick<Alternative, 'change'>)[];
}

/** What the list can ask the page to do. */
export interface Actions {
  readonly change: (change: Alternative['change']) => void;
  readonly more: () => void;
  readonly retry: () => void;
  readonly place: (label: string) => void;
  readonly edit: () => void;
}

/** The answer to a search. The heading takes the focus, so that a screen reader starts with the count. */
export function answerView(answer: Answer, search: Search, vocabulary: Vocabulary, actions: Actions): Node[] {
  const { results, origin, unknown, help } = answer;
  const empty = results.length === 0;
  const cannotSay = unknownText(unknown, !empty);
  const nodes = [
    heading(resultsHeading(results.length, search.more, search.levelName, originText(origin), search.within)),
    empty ? null : el('p', { class: 'notice' }, help.notice),
    search.fromDevice && !empty
      ? el('p', { class: 'note' }, 'Distances start from a rounded point, up to 5 miles from you.')
      : null,
    empty ? null : el('ol', { id: 'centers', role: 'list' }, ...cards(results, 0, search, vocabulary)),
    search.more ? button('Show more centers', 'quiet wide more-results', actions.more) : null,
    cannotSay === null ? null : el('p', { class: 'unknown' }, cannotSay),
    changesView(empty, search, vocabulary, actions),
    empty ? helpView() : null,
    el('p', { class: 'again' }, button('Change the search', 'quiet', actions.edit)),
  ];
  return nodes.filter((node) => node !== null);
}

/** The results from the given position on, each as an item of the list. */
export function cards(results: readonly Result[], from: number, { asked, more }: Search, vocabulary: Vocabulary) {
  return results.slice(from).map((result, index) => {
    const number = from + index + 1;
    const place = more ? `No. ${number}` : `${number} of ${results.length}`;
    return el('li', {}, centerCard(result, place, asked, vocabulary));
  });
}

/** Why there is no answer, and what to do about it. */
export function problemView(problem: ApiProblem, actions: Actions): Node[] {
  const nodes = [
    heading(problem.message),
    ...problem.messages.map((message) => el('p', {}, message)),
    problem.candidates.length === 0
      ? null
      : el('p', { class: 'choices-row' }, ...problem.candidates.map((label) => placeButton(label, actions))),
    problem.retryable ? button('Retry', 'search', actions.retry) : button('Change the search', 'quiet', actions.edit),
    helpView(),
  ];
  return nodes.filter((node) => node !== null);
}

function placeButton(label: string, actions: Actions): HTMLButtonElement {
  return button(label, 'quiet', () => actions.place(label));
}

function changesView(empty: boolean, search: Search, vocabulary: Vocabulary, actions: Actions): HTMLElement | null {
  if (search.changes.length === 0) return null;
  const items = search.changes.map((one) => {
    const item = button(changeText(one.change, search.asked, vocabulary), 'quiet wide', () =>
      actions.change(one.change),
    );
    if ('count' in one) item.append(' ', el('span', {}, foundText(one)));
    return el('li', {}, item);
  });
  return el(
    'div',
    { class: 'changes' },
    el('h3', {}, changesTitle(empty, search)),
    el('ul', { role: 'list' }, ...items),
  );
}

function changesTitle(empty: boolean, { changes }: Search): string {
  if (!empty) return 'To find more';
  return changes.some((one) => 'count' in one) ? 'What would find one' : 'What may help';
}

function helpView(): HTMLElement {
  const number = el('a', { href: 'tel:+18006624357' }, '1-800-662-HELP (4357)');
  return el('p', { class: 'notice' }, 'People at SAMHSA’s helpline can look with you, day or night: ', number, '.');
}

function heading(text: string): HTMLHeadingElement {
  return el('h2', { id: 'results-heading', tabindex: '-1' }, text);
}
