import { changeText, foundText } from './alternatives.ts';
import type { Alternative, Answer, State } from './answer.ts';
import { centerCard } from './center-card.ts';
import { type Chip, chipRow } from './chips.ts';
import { outsideHeading, outsideOf, outsideText } from './coverage.ts';
import { outsideView, whoCanLook } from './coverage-view.ts';
import { button, el, find } from './dom.ts';
import type { Asked } from './facts.ts';
import { helplineNote } from './helpline-note.ts';
import { resultsTitle } from './results-title.ts';
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
  /** What the search asks for, each to be removed. */
  readonly chips: readonly Chip[];
  /** Single changes that find more, the smallest first. */
  readonly changes: readonly Alternative[];
  /** Centers are shown also where the nearest is far outside of the search's own state. */
  readonly anyway: boolean;
}

/** What the results can ask the page to do. */
export interface Actions {
  readonly change: (change: Alternative['change']) => void;
  readonly remove: (field: string) => void;
  readonly more: () => void;
  readonly anyway: () => void;
  readonly retry: () => void;
  readonly locate: () => void;
  readonly place: (label: string) => void;
  readonly state: (state: State) => void;
  readonly edit: () => void;
}

/** The first page. The heading takes the focus, so that a screen reader starts with the count. */
export function answerView(page: Page, search: Search, vocabulary: Vocabulary, actions: Actions): Node[] {
  const outside = outsideOf(page.answer);
  const chips = chipRow(search.chips, actions.remove);
  const notes = search.notes.map((note) => el('p', { class: 'note' }, note));
  if (outside?.far && !search.anyway) {
    const known = page.answer.results.length > 0 || outside.miles !== null;
    const view = outsideView(outside, { state: actions.state, anyway: known ? actions.anyway : null });
    return present([chips, ...notes, ...view, again(actions)]);
  }
  const title = headingText(page, page.answer.results.length, search);
  if (outside === null)
    return present([chips, countTitle(resultsTitle(title)), ...notes, ...list(page, search, vocabulary, actions)]);
  return present([
    chips,
    resultsTitle(outsideHeading(outside)),
    el('p', {}, outsideText(outside)),
    ...notes,
    countTitle(el('p', { class: 'section-title' }, title)),
    ...list(page, search, vocabulary, actions),
    whoCanLook(outside.name),
  ]);
}

function list(page: Page, search: Search, vocabulary: Vocabulary, actions: Actions): (Node | null)[] {
  const { results, help } = page.answer;
  const empty = results.length === 0;
  return [
    empty ? null : el('p', { class: 'notice' }, help.notice),
    empty ? null : el('ol', { id: 'centers', role: 'list' }, ...cards(page, 0, search, vocabulary)),
    page.more ? button(moreLabel, 'quiet wide more-results', actions.more) : null,
    el('p', { id: 'no-more', class: 'note', hidden: true }),
    unknownView(page.answer, results.length),
    changesView(empty, search, vocabulary, actions),
    empty ? helplineNote() : null,
    again(actions),
  ];
}

/** The words that count the centers: they change with every page. */
function countTitle<Title extends HTMLElement>(title: Title): Title {
  title.dataset.count = '';
  return title;
}

function again(actions: Actions): HTMLElement {
  return el('p', { class: 'again' }, button('Change the search', 'quiet', actions.edit));
}

function present(nodes: readonly (Node | null)[]): Node[] {
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
  const title = document.querySelector('#results [data-count]');
  if (title) title.textContent = headingText(page, count, search);
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
