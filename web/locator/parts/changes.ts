import { h, type JSX } from 'preact';
import type { Words } from '../../words/en.ts';
import { type Alternative, listFields, type Narrowing } from '../read/answer.ts';
import { narrowingOf } from '../state/state.ts';
import { fieldText } from './chips.ts';
import { icon } from './icons.ts';
import type { Props } from './props.ts';
import { distanceText } from './telling.ts';

const mostOffered = 4;

/**
 * Changes of a search, from the smallest sacrifice to the largest: first a longer way, then what people would like,
 * then what they need.
 */
const order = [
  ...['10mi', '25mi', 'schedule', 'modality', '50mi', 'therapy', 'population', 'language', 'condition', '100mi'],
  ...['payer', 'any distance', 'level'],
];

/**
 * A few changes to offer, the smallest sacrifice first. Leaves out a wider radius that finds no more than a smaller
 * one.
 */
export function worthOffering(alternatives: readonly Alternative[], fixed: Narrowing = {}): Alternative[] {
  const allowed = alternatives.filter(({ change }) => Object.keys(change).every((field) => !(field in fixed)));
  const ascending = allowed.toSorted((a, b) => place(a) - place(b));
  const radii = ascending.filter(({ change }) => 'within' in change);
  const repeats = radii.filter((radius, index) => {
    const smaller = radii[index - 1];
    return smaller?.count === radius.count && smaller.more === radius.more;
  });
  return ascending.filter((one) => !repeats.includes(one)).slice(0, mostOffered);
}

/** Position of a change in `order`. Unknown changes come last. */
function place({ change }: Alternative): number {
  const places = Object.entries(change).map(([name, value]) =>
    order.indexOf(name === 'within' ? String(value ?? 'any distance') : name),
  );
  return Math.max(...places.map((at) => (at < 0 ? order.length : at)));
}

/** A change in words, without its results: `Any distance`, `Without “Medicaid”`. */
export function changeText({ state, words }: Pick<Props, 'state' | 'words'>, change: Alternative['change']): string {
  const { changes: w } = words;
  const asked = narrowingOf(state);
  const parts = Object.entries(change).map(([name, value]) => {
    if (name === 'within') return typeof value === 'string' ? w.within(value) : w.anyDistance;
    if (name === 'level') return w.anyLevel;
    const field = listFields.find((one) => one === name);
    const text =
      field === undefined
        ? (words.chips.fields[name] ?? name)
        : fieldText(words, state.vocabulary, field, asked[field] ?? []);
    return w.without(words.quoted(text));
  });
  return parts.join(', ');
}

/**
 * What a change would find: `3 centers, nearest 31.4 mi`. The count includes all results; the distance belongs to the
 * first center that the change adds.
 */
export function foundText(words: Words, units: 'mi' | 'km', alternative: Alternative, besides = false): string {
  const { count, more, nearestMiles, exact = true } = alternative;
  const { changes: w } = words;
  const found = w.found(count, more, exact);
  const inAll = besides ? w.inAll(found) : found;
  if (nearestMiles === null || (!exact && nearestMiles < 0.1)) return inAll;
  const distance = distanceText(words, units, nearestMiles);
  return `${inAll}, ${besides ? w.next(distance, exact) : w.nearest(distance, exact)}`;
}

/** Buttons for single changes to the search, except those that find nothing. */
export function changesView(props: Props, alternatives: readonly Alternative[], empty: boolean): JSX.Element | null {
  const { state, words, settings, send } = props;
  const offered = worthOffering(alternatives, state.fixed);
  if (offered.length === 0) return null;
  const items = offered.map((one) =>
    h(
      'li',
      { key: JSON.stringify(one.change) },
      h(
        'button',
        { type: 'button', class: 'change', onClick: () => send({ type: 'changed', change: one.change }) },
        h('b', null, changeText(props, one.change)),
        ' ',
        h('span', null, foundText(words, settings.units, one, !empty)),
        icon('right'),
      ),
    ),
  );
  return h(
    'div',
    { class: 'changes' },
    h('h3', null, empty ? words.changes.some : words.changes.more),
    h('ul', { role: 'list' }, ...items),
  );
}
