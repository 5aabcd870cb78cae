import { h, type JSX } from 'preact';
import type { StartWords } from '../../words/start.en.ts';
import { icon } from './icons.ts';
import type { OwnLine, StartProps } from './props.ts';

interface CallProps {
  readonly href: string;
  readonly number: string;
  readonly who: string;
  /**
   * True to draw a solid button: for the first phone line of an opened card. In a list it would look like a
   * recommendation.
   */
  readonly solid?: boolean;
  readonly onCall?: () => void;
}

/** A phone number to tap, with who answers it below. */
export function call({ href, number, who, solid = false, onCall }: CallProps): JSX.Element {
  return h(
    'a',
    { class: solid ? 'call solid' : 'call', part: 'call', href, ...(onCall ? { onClick: onCall } : {}) },
    icon('phone'),
    h('span', null, h('b', null, ...unbroken(number)), ' ', h('span', { class: 'who' }, who)),
  );
}

export function helplineCall({ helpline }: StartWords, who = helpline.hint, solid = false): JSX.Element {
  return call({ href: helpline.href, number: helpline.number, who, solid });
}

/** The host's own phone lines. They come first, are labeled as the host's own, and never look like a result. */
export function ownLines({ settings: { phone, benefits }, words, send }: StartProps): JSX.Element | null {
  const line = (own: OwnLine | null, title: string) =>
    own === null
      ? null
      : h(
          'div',
          { class: 'own', part: 'own-line' },
          h('p', null, h('small', null, title), own.label === null ? null : h('b', null, own.label)),
          call({
            href: `tel:${own.number}`,
            number: own.display,
            who: words.own.hint,
            solid: true,
            onCall: () => send({ type: 'called', own: true }),
          }),
        );
  if (phone === null && benefits === null) return null;
  return h('div', { class: 'owns' }, line(phone, words.own.title), line(benefits, words.own.benefits));
}

/** Renders a phone number. It is never broken; its extension, or its letters spelled out, may be on the next line. */
function unbroken(number: string): (JSX.Element | string)[] {
  const end = number.search(/ (?:ext|\(\d{4}\))/);
  return end < 0 ? [h('span', null, number)] : [h('span', null, number.slice(0, end)), number.slice(end)];
}
