import { h, type JSX } from 'preact';
import { rowsOf } from '../locator/parts/fact-rows.ts';
import type { Center, Offering } from '../locator/read/answer.ts';
import { startState } from '../locator/state/state.ts';
import type { Words } from '../words/en.ts';
import type { PagesWords } from '../words/pages/en.ts';
import { panel } from './panel.ts';

/** A panel with questions to ask on the phone, about facts that the listing does not state. */
export function unknownPanel(
  words: Words,
  pages: PagesWords,
  center: Center,
  offerings: readonly Offering[],
): JSX.Element {
  const { unknown: w } = pages.center;
  const levels = (center.unknownLevels ?? []).map((level) => words.levels.tag[level] ?? level);
  const rows = rowsOf({ state: startState(), words }, offerings, center.address.state);
  const silent = rows.filter(({ values, optional }) => values.length === 0 && !optional).map(({ title }) => title);
  const isSpaceKnown = offerings.length > 0 && offerings.every(({ intake }) => intake.asOf !== null);
  const questions = [
    ...(levels.length > 0 ? [w.levels(words.or(levels))] : []),
    ...(offerings.length === 0 && levels.length === 0 ? [w.anyLevel] : []),
    ...(isSpaceKnown ? [] : [w.space]),
    ...silent.map(w.fact),
    w.cost,
  ];
  return panel(
    'unknown',
    w.title,
    h('p', { class: 'hint' }, w.hint),
    h('ul', { class: 'questions' }, ...questions.map((text) => h('li', { key: text }, text))),
  );
}
