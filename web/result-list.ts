import { changeText, foundText } from './alternatives.ts';
import type { Alternative, Answer, State } from './answer.ts';
import type { ApiProblem } from './api.ts';
import { centerCard } from './center-card.ts';
import { button, el, find } from './dom.ts';
import type { Asked } from './facts.ts';
import type { Page } from './search-pages.ts';
import type { Vocabulary } from './vocabulary.ts';
import { resultsHeading, unknownText } from './words.ts';

const moreLabel = 'Show more centers';

/** What was searched, as the list needs to tell it. */
export interface Search {
  readonly asked: Asked;
  readonly levelName: string | null;
  readonly within: string | undefined;
  /** What else must be said before the results. */
  readonly notes: readonly string[];
  /** Single changes that find more, the smallest first. */
  readonly changes: readonly Alternative[];
}

/** What the list can ask the page to do. */
export interface Actions {
  readonly change: (change: Alternative['change']) => void;
  readonly more: () => void;
  readonly retry: () => void;
  readonly place: (label: string) => void;
  readonly state: (state: State) => void;
  readonly edit: () => void;
}

/** The first page. The heading takes the focus, so that a screen reader starts with the count. */
export function answerView(page: Page, search: Search, vocabulary: Vocabulary, actions: Actions): Node[] {
  const { results, help } = page.answer;
  const empty = results.length === 0;
  const nodes = [
    heading(headingText(page, results.length, search)),
    ...search.notes.map((note) => el('p', { class: 'note' }, note)),
    empty ? null : el('p', { class: 'notice' }, help.notice),
    empty ? null : el('ol', { id: 'centers', role: 'list' }, ...cards(page, 0, search, vocabulary)),
    page.more ? button(moreLabel, 'quiet wide more-results', actions.more) : null,
    el('p', { id: 'no-more', class: 'note', hidden: true }),
    unknownView(page.answer, results.length),
    changesView(empty, search, vocabulary, actions),
    empty ? helpView() : null,
    el('p', { class: 'again' }, button('Change the search', 'quiet', actions.edit)),
  ];
  return nodes.filter((node) => node !== null);
}

/**
 * Adds a page to those that are shown.
 * @param shown Centers that were shown before it.
 * @returns The first heading that is new, if any.
 */
export function addPage(page: Page, shown: number, search: Search, vocabulary: Vocabulary): HTMLElement | null {
  const added = cards(page, shown, search, vocabulary);
  const count = shown + added.length;
  find('centers', HTMLOListElement).append(...added);
  find('results-heading', HTMLHeadingElement).textContent = headingText(page, count, search);
  find('unknown', HTMLElement).replaceWith(unknownView(page.answer, count));
  const again = document.querySelector('.more-results');
  if (page.more) again?.replaceChildren(moreLabel);
  else {
    again?.remove();
    const end = find('no-more', HTMLElement);
    end.hidden = page.complete;
    end.textContent = `These are the ${count} nearest. Narrow the search, or search a city or ZIP code, to see others.`;
  }
  return added[0]?.querySelector('h3') ?? null;
}

function headingText({ answer: { origin }, complete }: Page, count: number, { levelName, within }: Search): string {
  return resultsHeading({ count, complete, level: levelName, origin, within });
}

/** The centers of a page, each as an item of the list. */
function cards({ answer, complete }: Page, shown: number, { asked }: Search, vocabulary: Vocabulary) {
  return answer.results.map((result, index) => {
    const number = shown + index + 1;
    const place = complete ? `${number} of ${shown + answer.results.length}` : `No. ${number}`;
    return el('li', {}, centerCard(result, place, asked, vocabulary));
  });
}

function unknownView({ unknown, origin }: Answer, count: number): HTMLElement {
  const words = unknownText(unknown, { count, origin });
  return el('p', { id: 'unknown', class: 'unknown', hidden: words === null }, words);
}

/** Why there is no answer, and what to do about it. */
export function problemView(problem: ApiProblem, state: State | null, actions: Actions): Node[] {
  const nodes = [
    heading(state === null ? problem.message : `${state.name} is a whole state`),
    ...problem.messages.map((message) => el('p', {}, message)),
    problem.candidates.length === 0
      ? null
      : el('p', { class: 'choices-row' }, ...problem.candidates.map((label) => placeButton(label, actions))),
    state === null ? null : button(`All of ${state.name}`, 'search', () => actions.state(state)),
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
    item.append(' ', el('span', {}, foundText(one, !empty)));
    return el('li', {}, item);
  });
  return el(
    'div',
    { class: 'changes' },
    el('h3', {}, empty ? 'What would find some' : 'To find more'),
    el('ul', { role: 'list' }, ...items),
  );
}

function helpView(): HTMLElement {
  const number = el('a', { href: 'tel:+18006624357' }, '1-800-662-HELP (4357)');
  return el('p', { class: 'notice' }, 'People at SAMHSA’s helpline can look with you, day or night: ', number, '.');
}

function heading(text: string): HTMLHeadingElement {
  return el('h2', { id: 'results-heading', tabindex: '-1' }, text);
}
