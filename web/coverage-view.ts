import type { State } from './answer.ts';
import { type Outside, outsideHeading, outsideText } from './coverage.ts';
import { button, el } from './dom.ts';
import { resultsTitle } from './results-title.ts';
import { stateName } from './state-names.ts';
import { milesText } from './words.ts';

/** What the view can ask the page to do. */
export interface CoverageActions {
  readonly state: (state: State) => void;
  /** Shows the list that is far away; null where there is none, or it is shown already. */
  readonly anyway: (() => void) | null;
}

/** In place of a heading that would call something near: what is not listed, who can look there, what is. */
export function outsideView(outside: Outside, { state, anyway }: CoverageActions): Node[] {
  const nodes = [
    resultsTitle(outsideHeading(outside)),
    el('p', {}, outsideText(outside)),
    whoCanLook(outside.name),
    el('h3', { class: 'section-title' }, 'Would another place help?'),
    el(
      'p',
      { class: 'choices-row' },
      ...outside.states.map((code) => {
        const name = stateName(code);
        return button(name, 'quiet', () => state({ code, name }));
      }),
    ),
    anyway && button(anywayText(outside), 'link anyway', anyway),
  ];
  return nodes.filter((node) => node !== null);
}

function anywayText({ miles }: Outside): string {
  return miles === null
    ? 'Show the nearest anyway'
    : `Show the nearest anyway (${milesText(miles).replace(/ mi$/, ' miles')})`;
}

/** Numbers and a list for a place that this list does not cover. */
export function whoCanLook(name: string | null): HTMLElement {
  const call = el('a', { class: 'call solid', href: 'tel:+18006624357' }, el('b', {}, '1-800-662-HELP (4357)'), ' ');
  call.append(el('span', {}, 'SAMHSA’s helpline: free, day and night, English and Spanish'));
  const site = el('a', { class: 'button-link', href: 'https://findtreatment.gov/', rel: 'noreferrer' });
  site.append('FindTreatment.gov: every state');
  return el(
    'div',
    { class: 'panel' },
    el('h3', {}, name === null ? 'Who can look there' : `Who can look in ${name}`),
    call,
    site,
    el('p', { class: 'note' }, 'The government’s own list. The link leaves this site.'),
    el(
      'p',
      {},
      'In crisis? ',
      el('a', { href: 'tel:988' }, 'Call'),
      ' or ',
      el('a', { href: 'sms:988' }, 'text 988'),
      '. Emergency: ',
      el('a', { href: 'tel:911' }, '911'),
      '.',
    ),
  );
}
