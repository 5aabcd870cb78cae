import { h, type JSX } from 'preact';
import { addressText, directionsTo } from '../read/address.ts';
import type { Center, Offering, Result } from '../read/answer.ts';
import { type Details, narrowingOf } from '../state/state.ts';
import { centerCall, firstToCall } from './center-call.ts';
import { centerPage } from './center-page.ts';
import { levelName } from './chips.ts';
import { factRows } from './fact-rows.ts';
import { icon } from './icons.ts';
import { ageNote } from './listings.ts';
import type { Props } from './props.ts';
import { reportLink } from './report-link.ts';
import { sure } from './sure.ts';
import {
  distanceText,
  intakeText,
  isApproximate,
  listedOn,
  scheduleText,
  sourceText,
  staleText,
  sureText,
} from './telling.ts';
import { valueText } from './values.ts';

/**
 * The opened card of a center: all phone numbers, what to say on the phone, all programs, clients and setting, and the
 * next level up and down.
 */
export function openedCard(props: Props, result: Result): JSX.Element {
  const { state, words, send } = props;
  const { center } = result;
  const details = state.details[center.id];
  const loaded = details === undefined || details === 'loading' || details === 'failed' ? null : details;
  const offerings = loaded?.offerings.filter(({ confirmation }) => confirmation.state !== 'denied') ?? result.offerings;
  const first = firstToCall(center);
  const others = center.phones.filter((phone) => phone !== first);
  const level = levelName(words, state);
  return h(
    'div',
    { class: 'opened' },
    // In a pocket file, all listings have the same age, so it is shown once above the list and not on every card.
    props.settings.asOf === null ? ageNote(props) : null,
    ...others.map((phone) => centerCall(words, phone, false, () => send({ type: 'called', own: false }))),
    h(
      'p',
      { class: 'when-calling' },
      h('b', null, words.opened.whenTitle),
      ' ',
      level === null ? words.opened.when : words.opened.whenLevel(level),
    ),
    h('address', null, addressText(center.address)),
    isApproximate(result) ? h('p', { class: 'hint' }, words.card.approximate) : null,
    ...otherNames(props, center),
    programs(props, center, offerings),
    factRows(props, offerings, center.address.state),
    details === 'failed' ? h('p', { class: 'hint' }, words.opened.stepsFailed) : steps(props, center, loaded),
    actions(props, result),
    reportLink(words, props.settings.report, center),
    h(
      'p',
      { class: 'hint sources' },
      words.opened.source(center.sources.map((one) => sourceText(words, one)).join('; ')),
    ),
  );
}

export function otherNames(
  { words }: Props,
  { name, alternateNames = [], organization }: Center,
): (JSX.Element | null)[] {
  return [
    alternateNames.length === 0 ? null : h('p', { class: 'hint' }, words.opened.alsoKnown(alternateNames.join('; '))),
    // A name that begins with the organization, as many do, does not need "run by" as well.
    name.startsWith(organization.name) ? null : h('p', { class: 'hint' }, words.opened.runBy(organization.name)),
  ];
}

/**
 * Lists each program with its explanation and certainty.
 * @param levelPage Returns the URL of a page about a level. Only a center's page sets it, and shows a certainty that
 * all its programs share above the list.
 */
export function programs(
  { state, words }: Props,
  center: Center,
  offerings: readonly Offering[],
  levelPage?: (level: string) => string,
): JSX.Element | null {
  if (offerings.length === 0) return null;
  const asked = narrowingOf(state).level ?? [];
  const listed = listedOn(center);
  const sureTexts = new Set(offerings.map(({ confirmation }) => sureText(words, confirmation, listed)));
  const isSaidAbove = levelPage !== undefined && sureTexts.size === 1;
  const items = distinct(offerings, asked).map((offering) => {
    const name = words.values.level[offering.level] ?? offering.label;
    const intake = intakeText(words, offering.intake);
    const schedule = scheduleText(words, offering.schedule);
    const stale = staleText(words, state.vocabulary, offering, center.address.state);
    return h(
      'li',
      { key: offering.id },
      h(
        'p',
        null,
        h('b', null, levelPage === undefined ? name : h('a', { href: levelPage(offering.level) }, name)),
        ' ',
        h('span', { class: 'soft' }, words.levels.hints[offering.level]),
        asked.includes(offering.level) ? h('span', { class: 'hidden' }, ` (${words.opened.asked})`) : null,
      ),
      isSaidAbove ? null : sure(words, offering.confirmation, listed),
      intake === null ? null : h('p', { class: `intake ${offering.intake.state}` }, intake),
      schedule === null ? null : h('p', null, schedule),
      stale === null ? null : h('p', { class: 'sure stale' }, stale),
    );
  });
  const list = h('ul', { class: 'programs', role: 'list' }, ...items);
  // A center's own page has a heading above the list already, so only a card adds one.
  return levelPage === undefined ? h('section', null, h('h4', null, words.opened.programs), list) : list;
}

/** Merges programs whose facts are equal. The requested level comes first. */
function distinct(offerings: readonly Offering[], asked: readonly string[]): readonly Offering[] {
  const told = new Map(
    offerings.map((one) => [
      JSON.stringify([one.level, one.confirmation, one.intake, one.schedule, one.admissions?.stale]),
      one,
    ]),
  );
  return [...told.values()].toSorted((a, b) => Number(asked.includes(b.level)) - Number(asked.includes(a.level)));
}

/** The next level up and down, from the requested level or the center's first. Null if there is neither. */
function steps({ state, words, settings }: Props, center: Center, details: Details | null): JSX.Element | null {
  if (details === null || (details.up === null && details.down === null)) return null;
  const line = (step: Details['up'], title: (level: string) => string) => {
    if (step === null) return null;
    const level = valueText(words, state.vocabulary, 'level', step.level);
    const far = distanceText(words, settings.units, step.miles, step.approximate);
    const at = words.opened.stepAt(step.center.name, far);
    const where =
      step.center.id === center.id ? words.opened.stepHere : linked(at, pageOf(settings, words.code, step.center.id));
    return h('li', null, h('b', null, title(level)), ' ', where);
  };
  return h(
    'section',
    null,
    h('h4', null, words.opened.steps),
    h('ul', { role: 'list' }, line(details.up, words.opened.stepUp), line(details.down, words.opened.stepDown)),
  );
}

/** URL of a center's own page. Null if no website has pages of centers. */
const pageOf = ({ site }: Props['settings'], language: string, id: string): string | null =>
  site === null ? null : centerPage(site, language, id);

const linked = (text: string, href: string | null): JSX.Element | string =>
  href === null ? text : h('a', { href, rel: 'noreferrer' }, text);

/**
 * Directions to a center: one link, or a choice if the device has several map apps. A tap leads to the map app's site.
 */
export function ways({ words: { opened: w }, settings }: Props, center: Center): JSX.Element {
  const links = directionsTo(center, settings.platform);
  const [first] = links;
  if (links.length === 1 && first !== undefined)
    return h('a', { class: 'quiet way', href: first.href, rel: 'noreferrer' }, icon('way'), w.directions);
  return h(
    'details',
    { class: 'ways' },
    h('summary', { class: 'quiet' }, icon('way'), w.directions),
    ...links.map(({ app, href }) => h('a', { href, rel: 'noreferrer' }, app)),
  );
}

export function websiteLink({ words }: Props, { website }: Center): JSX.Element | null {
  return website === null ? null : h('a', { class: 'quiet', href: website, rel: 'noreferrer' }, words.opened.website);
}

function actions(props: Props, { center }: Result): JSX.Element {
  const { state, words, settings, send } = props;
  const { opened: w } = words;
  const copied = state.copied?.id === center.id ? state.copied.what : null;
  const page = pageOf(settings, words.code, center.id);
  const button = (label: string, onClick: () => void, name: 'share' | 'text') =>
    h('button', { type: 'button', class: 'quiet', onClick }, icon(name), label);
  return h(
    'div',
    { class: 'actions' },
    ways(props, center),
    page === null
      ? null
      : button(copied === 'link' ? w.shared : w.share, () => send({ type: 'share', id: center.id }), 'share'),
    button(
      copied === 'address' ? w.copied : w.copyAddress,
      () => send({ type: 'copy-address', id: center.id }),
      'text',
    ),
    page === null ? null : h('a', { class: 'quiet', href: page, rel: 'noreferrer' }, w.page),
    websiteLink(props, center),
    copied === 'refused' ? h('p', { class: 'note' }, w.copyRefused) : null,
    h('p', { class: 'hint' }, settings.asOf === null ? w.directionsHint : words.device.keptDirections),
  );
}
