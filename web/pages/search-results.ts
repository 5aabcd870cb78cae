import { h, type JSX } from 'preact';
import { changeText, foundText, worthOffering } from '../locator/parts/changes.ts';
import { askText } from '../locator/parts/chips.ts';
import { crisisHelp } from '../locator/parts/crisis.ts';
import { icon } from '../locator/parts/icons.ts';
import { helplineNote } from '../locator/parts/offline.ts';
import { outsideHeading, outsideOf, outsideText, whoCanLook } from '../locator/parts/outside.ts';
import type { Props } from '../locator/parts/props.ts';
import { alsoText, resultsHeading } from '../locator/parts/results.ts';
import { includesUnknown, type State } from '../locator/state/state.ts';
import type { Words } from '../words/en.ts';
import type { PagesWords } from '../words/pages/en.ts';
import { folderOf, languageOf } from './frame.ts';
import { pageProps } from './props.ts';
import { resultCard } from './result-card.ts';
import { changed, type Pairs } from './search-fields.ts';
import { hiddenFields } from './search-form.ts';

type Found = Extract<NonNullable<State['view']>, { kind: 'answer' }>['found'];

export interface ResultsProps {
  readonly words: Words;
  readonly pages: PagesWords;
  readonly state: State;
  readonly found: Found;
  /** The fields that the form sent, without a cursor. A request for the next page sends them again. */
  readonly given: Pairs;
  /** The search as it was understood. Buttons that change the search start from it. */
  readonly understood: Pairs;
  /** Words that the search did not understand. */
  readonly ignored: readonly string[];
  /** True if this is the first page of results. */
  readonly first: boolean;
}

/** Helplines, above everything else. */
export function crisisFirst(words: Words): JSX.Element {
  return h('section', { class: 'crisis', 'aria-labelledby': 'crisis-heading' }, crisisHelp(languageOf(words)));
}

/** A search's results, as in the finder's list. */
export function searchResults(given: ResultsProps): JSX.Element {
  const { words, state, found } = given;
  const props = pageProps(words, state);
  const first = { ...found.answer, results: found.results.slice(0, 1), alternatives: found.alternatives };
  const away = given.first ? outsideOf(first) : null;
  if (away === null) return section(heading(given), ...list(given, props));
  return section(
    h('h2', { id: 'results-heading' }, outsideHeading(words, away)),
    h('p', null, outsideText(words, away)),
    whoCanLook(props, away.state),
    away.far
      ? h('details', null, h('summary', { class: 'quiet' }, words.outside.anyway(away.miles)), ...list(given, props))
      : h('div', null, ...list(given, props)),
  );
}

const section = (...children: (JSX.Element | null)[]): JSX.Element =>
  h('section', { class: 'results', 'aria-labelledby': 'results-heading' }, ...children);

function heading({ words, pages, state, found, first, ignored }: ResultsProps): JSX.Element {
  const { what, where } = resultsHeading(words, state, found);
  const also = alsoText(words, state);
  const { origin } = found.answer;
  const { results: w } = words;
  return h(
    'header',
    null,
    h('h2', { id: 'results-heading' }, first ? `${what} ${where}` : pages.search.page),
    also === null ? null : h('p', { class: 'hint' }, also),
    ignored.length === 0 ? null : h('p', { class: 'note' }, w.ignored(words.and(ignored.map(words.quoted)))),
    origin.kind === 'viewer' ? h('p', { class: 'note' }, w.viewer) : null,
    found.results.length === 0
      ? null
      : h(
          'p',
          { class: 'hint' },
          origin.kind === 'state' ? w.orderState : `${w.nearestFirst}${w.straight}${w.nobodyPays}`,
        ),
  );
}

function list(given: ResultsProps, props: Props): (JSX.Element | null)[] {
  const { words, pages, found, first } = given;
  const empty = found.results.length === 0;
  return [
    empty ? null : h('ol', { class: 'list', role: 'list' }, ...found.results.map((one) => resultCard(props, one))),
    found.answer.next === null
      ? null
      : action(words, [...given.given, ['cursor', found.answer.next]], pages.search.next),
    first ? null : action(words, given.given, pages.search.first),
    empty ? null : h('p', { class: 'hint confirm' }, words.results.notice),
    mayOffer(given),
    changes(given, empty),
    empty ? helplineNote(words) : null,
  ];
}

function mayOffer({ words, pages, state, found, understood }: ResultsProps): JSX.Element | null {
  const { unknown } = found.answer;
  const { results: w } = words;
  if (unknown.count === 0 || includesUnknown(state)) return null;
  const reasons = Object.entries(unknown.because ?? {}).flatMap(([field, count]) => {
    const asked = askText(words, state, [field]);
    return asked === '' ? [] : [w.because(asked, count)];
  });
  return h(
    'div',
    { class: 'may-offer' },
    h('p', null, w.unknown(unknown.count, unknown.more === true, found.results.length > 0)),
    reasons.length === 0 ? null : h('p', { class: 'reasons' }, w.silent, ' ', reasons.join(', ')),
    action(words, changed(understood, { include: 'unknown' }), pages.search.showUnknown),
  );
}

function changes({ words, state, found, understood }: ResultsProps, empty: boolean): JSX.Element | null {
  const offered = worthOffering(found.alternatives);
  if (offered.length === 0) return null;
  return h(
    'div',
    { class: 'changes' },
    h('h3', null, empty ? words.changes.some : words.changes.more),
    h(
      'ul',
      { role: 'list' },
      ...offered.map((one) =>
        h(
          'li',
          { key: JSON.stringify(one.change) },
          h(
            'form',
            { method: 'post', action: `${folderOf(words)}/search` },
            ...hiddenFields(changed(understood, one.change)),
            h(
              'button',
              { type: 'submit', class: 'change' },
              h('b', null, changeText({ state, words }, one.change)),
              ' ',
              h('span', null, foundText(words, 'mi', one, !empty)),
              icon('right'),
            ),
          ),
        ),
      ),
    ),
  );
}

/** One button that starts a search. */
function action(words: Words, fields: Pairs, label: string): JSX.Element {
  return h(
    'form',
    { method: 'post', action: `${folderOf(words)}/search` },
    ...hiddenFields(fields),
    h('button', { type: 'submit', class: 'quiet' }, label),
  );
}
