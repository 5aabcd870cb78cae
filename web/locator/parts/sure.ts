import { h, type JSX } from 'preact';
import type { Words } from '../../words/en.ts';
import type { Center, Offering } from '../read/answer.ts';
import { listedOn, sureText } from './telling.ts';

/** How sure we are, with its age: a shape and words, never a color alone. */
export function sure(words: Words, confirmation: Offering['confirmation'], listed: string | null): JSX.Element {
  return h('p', { class: `sure ${confirmation.state}` }, sureText(words, confirmation, listed));
}

/** One line for several offerings; where they differ, it says where to look. */
export function sureOfAll(words: Words, { center, offerings }: SureProps): JSX.Element | null {
  const [first] = offerings;
  if (first === undefined) return h('p', { class: 'sure unknown' }, words.card.noLevel);
  const listed = listedOn(center);
  const texts = new Set(offerings.map(({ confirmation }) => sureText(words, confirmation, listed)));
  if (texts.size === 1) return sure(words, first.confirmation, listed);
  return h('p', { class: 'sure stale' }, words.sure.mixed);
}

interface SureProps {
  readonly center: Pick<Center, 'sources'>;
  readonly offerings: readonly Offering[];
}
