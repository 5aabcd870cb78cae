import { type ComponentChild, h, type JSX } from 'preact';
import { centerCall, firstToCall } from '../locator/parts/center-call.ts';
import { factRows } from '../locator/parts/fact-rows.ts';
import { otherNames, programs, ways, websiteLink } from '../locator/parts/opened.ts';
import { reportLink } from '../locator/parts/report-link.ts';
import { limitText, sourceText } from '../locator/parts/telling.ts';
import { addressText } from '../locator/read/address.ts';
import type { Result } from '../locator/read/answer.ts';
import type { Words } from '../words/en.ts';
import type { PagesWords } from '../words/pages/en.ts';
import { continuum, type Steps } from './continuum.ts';
import { folderOf } from './frame.ts';
import { panel } from './panel.ts';
import { pageProps } from './props.ts';
import { sureness } from './sureness.ts';
import { unknownPanel } from './unknown.ts';

/** What a center's page shows in addition to the center's own facts. */
export interface Around {
  readonly map: ComponentChild;
  /** Where visitors report wrong facts. Null if nobody takes reports. */
  readonly report: string | null;
  /** Null if the next levels up and down could not be found. */
  readonly steps: Steps | null;
}

/**
 * Shown below a center's name: how certain its listing is and as of what date, the address, and whom it serves if that
 * is limited.
 */
export function centerLead(words: Words, pages: PagesWords, { center, offerings }: Result): JSX.Element {
  const known = offerings.filter(({ confirmation }) => confirmation.state !== 'denied');
  const limit = limitText(words, known);
  return h(
    'div',
    { class: 'page-lead' },
    center.sample ? h('p', { class: 'sample' }, words.card.example) : null,
    ...sureness(words, pages, center, known),
    h('address', null, addressText(center.address)),
    center.address.street === null ? h('p', null, words.card.withheld) : null,
    limit === null ? null : h('p', null, h('span', { class: 'limit' }, limit)),
    ...otherNames(pageProps(words), center),
  );
}

/** Phone numbers, with the line for new clients first. */
function callsOf(center: Result['center']): Result['center']['phones'] {
  const first = firstToCall(center);
  return first === undefined ? [] : [first, ...center.phones.filter((phone) => phone !== first)];
}

/** All facts of one center, complete without a script. */
export function centerView(
  words: Words,
  pages: PagesWords,
  { center, offerings }: Result,
  { map, report, steps }: Around,
): JSX.Element {
  const props = pageProps(words);
  const known = offerings.filter(({ confirmation }) => confirmation.state !== 'denied');
  const { opened: w } = words;
  const folder = folderOf(words);
  return h(
    'article',
    { class: 'center-page', 'aria-labelledby': 'top' },
    panel(
      'calls',
      pages.center.call,
      ...callsOf(center).map((phone, at) => centerCall(words, phone, at === 0)),
      h('p', { class: 'when-calling' }, h('b', null, w.whenTitle), ' ', w.when),
    ),
    h(
      'div',
      { class: 'page-main' },
      panel(
        'lists',
        w.programs,
        known.length === 0
          ? h('p', { class: 'sure unknown' }, words.card.noLevel)
          : programs(
              props,
              center,
              known,
              (level) => `${folder}/states/${center.address.state.toLowerCase()}/${level}`,
            ),
      ),
      steps === null ? null : continuum(words, pages, center, known, steps),
      panel('facts', pages.center.facts, factRows(props, known, center.address.state)),
      unknownPanel(words, pages, center, known),
    ),
    h(
      'div',
      { class: 'page-side' },
      panel(
        'place',
        pages.center.where,
        map,
        center.location.accuracy === 'zip' ? h('p', { class: 'hint' }, words.card.approximate) : null,
        h('div', { class: 'actions' }, ways(props, center), websiteLink(props, center)),
        h('p', { class: 'hint' }, w.directionsHint),
      ),
      h(
        'p',
        { class: 'hint sources' },
        w.source(center.sources.map((one) => sourceText(words, one)).join('; ')),
        '. ',
        pages.nobodyPays,
      ),
      h(
        'p',
        { class: 'after' },
        reportLink(words, report, center),
        h('a', { href: `${folder}/for-providers` }, pages.center.provider),
        h('a', { href: `${folder}/about` }, pages.center.checks),
      ),
    ),
  );
}
