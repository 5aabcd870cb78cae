import { type ComponentChild, h, type JSX } from 'preact';
import type { Words } from '../../words/en.ts';
import { addressText } from '../read/address.ts';
import type { Result } from '../read/answer.ts';
import { startState } from '../state/state.ts';
import { centerCall, firstToCall } from './center-call.ts';
import { factRows } from './fact-rows.ts';
import { otherNames, programs, ways, websiteLink } from './opened.ts';
import type { Props } from './props.ts';
import { reportLink } from './report-link.ts';
import { limitText, sourceText } from './telling.ts';

/** What a page has around the facts of a center. */
export interface Around {
  readonly map: ComponentChild;
  /** Where wrong facts are reported; null for nowhere. */
  readonly report: string | null;
}

/** One center on a page of its own: the opened card, whole without a script. */
export function centerView(words: Words, { center, offerings }: Result, { map, report }: Around): JSX.Element {
  const props = pageProps(words);
  const known = offerings.filter(({ confirmation }) => confirmation.state !== 'denied');
  const limit = limitText(words, known);
  const { opened: w } = words;
  return h(
    'article',
    { class: 'center-page', 'aria-labelledby': `center-${center.id}` },
    center.sample ? h('p', { class: 'sample' }, words.card.example) : null,
    h('h1', { id: `center-${center.id}` }, center.name),
    h('address', null, addressText(center.address)),
    limit === null ? null : h('p', null, h('span', { class: 'limit' }, limit)),
    ...otherNames(props, center),
    h(
      'section',
      { class: 'calls', 'aria-label': w.calls },
      ...center.phones.map((phone) => centerCall(words, phone, phone === firstToCall(center))),
    ),
    h('p', { class: 'when-calling' }, h('b', null, w.whenTitle), ' ', w.when),
    known.length === 0 ? h('p', { class: 'sure unknown' }, words.card.noLevel) : programs(props, center, known),
    factRows(props, known, center.address.state),
    map,
    h(
      'div',
      { class: 'actions' },
      ways(props, center),
      websiteLink(props, center),
      h('p', { class: 'hint' }, w.directionsHint),
    ),
    h('p', { class: 'hint sources' }, w.source(center.sources.map((one) => sourceText(words, one)).join('; '))),
    reportLink(words, report, center),
  );
}

/** A page knows nothing of a visitor: no search, no device. */
function pageProps(words: Words): Props {
  return {
    state: startState(),
    words,
    settings: {
      units: 'mi',
      phone: null,
      benefits: null,
      report: null,
      framed: true,
      site: '',
      asOf: null,
      platform: 'other',
      today: null,
      wide: false,
    },
    readsAsCrisis: null,
    send: () => undefined,
  };
}
