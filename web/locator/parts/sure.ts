import { h, type JSX } from 'preact';
import type { Words } from '../../words/en.ts';
import type { Offering, Result } from '../read/answer.ts';
import type { State } from '../state/state.ts';
import { askText } from './chips.ts';
import { intakeText, listedOn, sureText } from './telling.ts';

/**
 * Says if a center takes new clients, which decides a call, if all its programs say the same. Otherwise null, and the
 * opened card says it for each program.
 */
export function spaceOfAll(words: Words, offerings: readonly Offering[]): JSX.Element | null {
  const [first] = offerings;
  const texts = new Set(offerings.map(({ intake }) => intakeText(words, intake)));
  const [text = null] = texts;
  if (first === undefined || text === null || texts.size > 1) return null;
  return h('p', { class: `intake ${first.intake.state}` }, text);
}

/** How certain an offering is and since when. A shape and words say it, so that it never depends on color alone. */
export function sure(words: Words, confirmation: Offering['confirmation'], listed: string | null): JSX.Element {
  return h('p', { class: `sure ${confirmation.state}` }, sureText(words, confirmation, listed));
}

/**
 * One line about the certainty of several offerings. If their certainty differs, the line says where to look. If the
 * listing does not say whether the center matches, the line says what to ask, never "not confirmed".
 */
export function sureOfAll(words: Words, state: State, result: Result): JSX.Element | null {
  const { center, offerings } = result;
  if (result.certainty === 'unknown')
    return h('p', { class: 'sure unknown' }, words.sure.ask(askText(words, state, result.ask ?? [])));
  const [first] = offerings;
  if (first === undefined) return h('p', { class: 'sure unknown' }, words.card.noLevel);
  const listed = listedOn(center);
  const texts = new Set(offerings.map(({ confirmation }) => sureText(words, confirmation, listed)));
  if (texts.size === 1) return sure(words, first.confirmation, listed);
  return h('p', { class: 'sure stale' }, words.sure.mixed);
}
