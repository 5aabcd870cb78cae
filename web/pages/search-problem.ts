import { h, type JSX } from 'preact';
import { helplineNote } from '../locator/parts/offline.ts';
import { outside, outsideHeading, outsideText, whoCanLook } from '../locator/parts/outside.ts';
import { problemWords } from '../locator/parts/problem.ts';
import { readProblem } from '../locator/read/problem.ts';
import { readUnderstood } from '../locator/read/understood.ts';
import type { Words } from '../words/en.ts';
import { asSentence } from '../words/text.ts';
import { folderOf } from './frame.ts';
import { pageProps } from './props.ts';
import { pairsOf } from './search-fields.ts';
import { hiddenFields } from './search-form.ts';

/**
 * Says why a search was not answered and what would help, with choices as buttons. The texts are the finder's.
 * @param body Problem details.
 * @param isEmpty True if nothing says where or what to search.
 */
export function searchProblem(words: Words, status: number, body: unknown, isEmpty: boolean): JSX.Element {
  if (isEmpty) return section(words.problem.where, words.refused.empty, helplineNote(words));
  const problem = readProblem(status, body);
  const { problem: w } = words;
  const { coverage, candidates, state } = problem;
  if (coverage !== null && !coverage.origin.listed) {
    const away = outside(coverage, null, null);
    return section(outsideHeading(words, away), outsideText(words, away), whoCanLook(pageProps(words), away.state));
  }
  const told =
    problem.kind === 'location-needed' ? { heading: w.where, hint: w.typePlace } : problemWords(words, problem, 0);
  const { fields } = readUnderstood(problem.query);
  const names =
    state === null
      ? candidates.map((label) => ['near', label, label] as const)
      : [['state', state, words.box.allOf(words.stateName(state))] as const];
  // The API's own message may name the nearest valid value; it is in English.
  const details =
    words.code === 'en' && problem.kind !== 'location-needed' && candidates.length === 0 && state === null
      ? problem.messages.map(asSentence)
      : [];
  return section(
    told.heading,
    told.hint,
    ...details.map((text) => h('p', { key: text, class: 'hint' }, text)),
    names.length === 0
      ? null
      : h(
          'form',
          { class: 'choices', method: 'post', action: `${folderOf(words)}/search` },
          ...hiddenFields(pairsOf(fields)),
          ...names.map(([name, value, label]) =>
            h('button', { key: value, type: 'submit', class: 'chip plain', name, value }, label),
          ),
        ),
    helplineNote(words),
  );
}

const section = (heading: string, hint: string, ...children: (JSX.Element | null)[]): JSX.Element =>
  h(
    'section',
    { class: 'results', 'aria-labelledby': 'results-heading' },
    h('h2', { id: 'results-heading' }, heading),
    h('p', null, hint),
    ...children,
  );
