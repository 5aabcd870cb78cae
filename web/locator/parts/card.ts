import { h, type JSX } from 'preact';
import { addressText } from '../read/address.ts';
import type { Result } from '../read/answer.ts';
import { mostCompared } from '../state/looking.ts';
import { isMapShown, narrowingOf } from '../state/state.ts';
import { centerCall, firstToCall } from './center-call.ts';
import { factRows } from './fact-rows.ts';
import { icon } from './icons.ts';
import { openedCard } from './opened.ts';
import type { Props } from './props.ts';
import { spaceOfAll, sureOfAll } from './sure.ts';
import { distanceText, isApproximate, limitText, payText, phoneText } from './telling.ts';
import { valueText } from './values.ts';

/**
 * A center as a row of the list. Its name is never shortened, because the end of a name tells branches apart.
 * @param number The center's position in the list.
 */
export function card(props: Props, result: Result, number: number): JSX.Element {
  const { state, words, settings, send } = props;
  const { center } = result;
  const isOpen = state.opened === center.id;
  const mapped = isMapShown(state, settings.wide);
  const phone = isOpen ? firstToCall(center) : center.phones[0];
  const onCall = () => send({ type: 'called', own: false });
  return h(
    'li',
    { key: center.id },
    h(
      'article',
      {
        class: `card${isOpen ? ' open' : ''}${state.pointed === center.id ? ' pointed' : ''}`,
        part: 'card',
        'aria-labelledby': `center-${center.id}`,
        onPointerEnter: () => mapped && send({ type: 'pointed', id: center.id }),
        onFocusIn: () => mapped && send({ type: 'pointed', id: center.id }),
      },
      h('span', { class: 'badge', 'aria-hidden': 'true' }, String(number)),
      h('div', { class: 'facts' }, ...cardFacts(props, result)),
      h(
        'div',
        { class: 'acts' },
        phone === undefined ? null : centerCall(words, phone, isOpen, onCall),
        h('div', { class: 'also' }, compareTick(props, result), moreButton(props, result, isOpen)),
      ),
      isOpen ? openedCard(props, result) : printedFacts(props, result),
    ),
  );
}

/** Facts of a collapsed card that appear only on paper, for a reader who calls without the screen. */
function printedFacts(props: Props, { center, offerings }: Result): JSX.Element {
  const { words } = props;
  const [, ...others] = center.phones;
  const numbers = others.map((phone) => `${phone.display} · ${phoneText(words, phone)}`);
  return h(
    'div',
    { class: 'printed' },
    h('p', null, addressText(center.address)),
    ...numbers.map((number) => h('p', { key: number }, number)),
    factRows(props, offerings, center.address.state),
  );
}

/** The facts on a card, in the order in which they decide a call: name, address, clients, services, certainty. */
export function cardFacts({ state, words, settings }: Props, result: Result): (JSX.Element | null)[] {
  const { center, distance, offerings } = result;
  const { street, city, state: code } = center.address;
  const asked = narrowingOf(state);
  const approximate = isApproximate(result);
  const limit = limitText(words, offerings);
  return [
    center.sample ? h('p', { class: 'sample' }, words.card.example) : null,
    h('h3', { id: `center-${center.id}`, tabIndex: -1 }, keepDash(center.name)),
    h(
      'p',
      { class: 'where' },
      distance === undefined
        ? null
        : h('b', { class: 'distance' }, distanceText(words, settings.units, distance.miles, approximate)),
      distance === undefined ? null : ' · ',
      street === null ? words.card.withheld : withoutSuite(street),
      `, ${city}${distance === undefined || distance.miles > 40 ? `, ${code}` : ''}`,
    ),
    offerings.length === 0 && limit === null
      ? null
      : h(
          'p',
          { class: 'what' },
          limit === null ? null : h('span', { class: 'limit' }, limit),
          limit === null ? null : ' ',
          ...levelParts(result, asked.level ?? [], words.levels.tag, words.card.also),
          pay(words, state.vocabulary, result, asked.payer ?? []),
        ),
    sureOfAll(words, state, result),
    // An opened card shows openings for each program, so they are left out here.
    state.opened === center.id ? null : spaceOfAll(words, offerings),
  ];
}

/** Lets a line of the name break after a dash, never before it. */
function keepDash(name: string): string {
  return name.replaceAll(' – ', '\u00a0– ');
}

/** Leaves out "Suite 101" except on an opened card: in a row it only makes equal streets look different. */
function withoutSuite(street: string): string {
  return street
    .replace(/,?\s+(?:suite|ste|unit|bldg|building|room|rm|floor|fl|apt|#)\b.*$/i, '')
    .replace(/,?\s+#.*$/, '');
}

function levelParts(
  { offerings }: Result,
  asked: readonly string[],
  tags: Readonly<Record<string, string>>,
  also: (others: string) => string,
): (JSX.Element | string)[] {
  const levels = [...new Set(offerings.map(({ level }) => level))];
  const tag = (level: string) => tags[level] ?? level;
  const wanted = levels.filter((level) => asked.includes(level)).map(tag);
  const others = levels.filter((level) => !asked.includes(level)).map(tag);
  if (wanted.length === 0) return [others.join(', ')];
  return [h('b', null, wanted.join(', ')), others.length === 0 ? '' : ` ${also(others.join(', '))}`];
}

function pay(
  words: Props['words'],
  vocabulary: Props['state']['vocabulary'],
  result: Result,
  asked: readonly string[],
) {
  const text = payText(words, vocabulary, result.offerings, asked, result.center.address.state);
  return text === '' ? null : ` · ${text}`;
}

function moreButton({ words: { card: w }, send }: Props, { center }: Result, isOpen: boolean): JSX.Element {
  return h(
    'button',
    {
      type: 'button',
      class: 'link more',
      'aria-expanded': isOpen,
      'aria-label': isOpen ? `${w.less}: ${center.name}` : w.moreAbout(center.name),
      onClick: () => send({ type: 'opened', id: isOpen ? null : center.id }),
    },
    isOpen ? w.less : w.more,
    icon('down'),
  );
}

function compareTick({ state, words: { card: w, compare }, send }: Props, { center }: Result): JSX.Element {
  const checked = state.compared.includes(center.id);
  const full = !checked && state.compared.length >= mostCompared;
  return h(
    'label',
    { class: 'compare-tick', title: full ? compare.full : undefined },
    h('input', {
      type: 'checkbox',
      checked,
      disabled: full,
      'aria-label': w.compareThis(center.name),
      onChange: () => send({ type: 'compared', id: center.id }),
    }),
    h('span', { 'aria-hidden': 'true' }, w.compare),
  );
}

/** The levels of a result in words. */
export function levelWords({ state, words }: Pick<Props, 'state' | 'words'>, { offerings }: Result): string {
  const levels = [...new Set(offerings.map(({ level }) => level))];
  return levels
    .map((level) => words.levels.tag[level] ?? valueText(words, state.vocabulary, 'level', level))
    .join(', ');
}
