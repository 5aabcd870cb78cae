import { h, type JSX } from 'preact';
import type { Result } from '../read/answer.ts';
import { shownResults } from '../state/state.ts';
import { levelWords } from './card.ts';
import { centerCall } from './center-call.ts';
import { askText } from './chips.ts';
import { rowsOf } from './fact-rows.ts';
import { icon } from './icons.ts';
import { ageNote } from './listings.ts';
import type { Props } from './props.ts';
import { distanceText, isApproximate, listedOn, sureText } from './telling.ts';

interface Row {
  readonly title: string;
  readonly cells: readonly string[];
}

/** Compares up to three centers side by side: first the facts that differ, then those that they share. */
export function compareView(props: Props): JSX.Element {
  const { state, words, send } = props;
  const { compare: w } = words;
  const centers = shownResults(state).filter(({ center }) => state.compared.includes(center.id));
  const rows = rowsFor(props, centers);
  const differ = rows.filter(({ cells }) => new Set(cells).size > 1);
  const same = rows.filter(({ cells }) => new Set(cells).size === 1);
  return h(
    'div',
    { id: 'compare', class: 'compare' },
    h(
      'button',
      { type: 'button', class: 'link back', onClick: () => send({ type: 'panel', panel: null }) },
      icon('left'),
      w.back,
    ),
    ageNote(props),
    h('h2', { id: 'compare-title', tabIndex: -1, 'data-panel-title': true }, w.title(centers.length)),
    h(
      'div',
      { class: 'compare-scroll', tabIndex: 0, role: 'region', 'aria-labelledby': 'compare-title' },
      h(
        'table',
        null,
        h('thead', null, h('tr', null, h('td', null), ...centers.map((one) => columnHead(props, one)))),
        body(w.differ, differ, centers.length),
        same.length === 0 || centers.length < 2 ? null : body(w.same(centers.length), same, centers.length),
      ),
    ),
    differ.length === 0 && centers.length > 1 ? h('p', { class: 'hint' }, w.nothing) : null,
    h('p', { class: 'hint' }, w.unknown),
  );
}

function columnHead({ words, send }: Props, { center }: Result): JSX.Element {
  const [phone] = center.phones;
  return h(
    'th',
    { scope: 'col', key: center.id },
    h(
      'span',
      { class: 'compare-name' },
      center.name,
      h(
        'button',
        {
          type: 'button',
          class: 'bare',
          'aria-label': words.compare.remove(center.name),
          onClick: () => send({ type: 'compared', id: center.id }),
        },
        icon('close'),
      ),
    ),
    phone === undefined ? null : centerCall(words, phone, true, () => send({ type: 'called', own: false })),
  );
}

function rowsFor(props: Props, centers: readonly Result[]): Row[] {
  const { words, settings } = props;
  const { compare: w } = words;
  const own = (title: string, tell: (one: Result) => string): Row => ({ title, cells: centers.map(tell) });
  const facts = centers.map(({ center, offerings }) => rowsOf(props, offerings, center.address.state));
  const listed = (facts[0] ?? []).map(({ title }, row) => ({
    title,
    cells: facts.map(
      (one) =>
        one[row]?.values
          .map(({ label }) => label)
          .toSorted()
          .join(', ') || words.opened.notListed,
    ),
  }));
  return [
    ...(centers.every(({ distance }) => distance === undefined)
      ? []
      : [
          own(w.far, (one) =>
            one.distance === undefined
              ? ''
              : distanceText(words, settings.units, one.distance.miles, isApproximate(one)),
          ),
        ]),
    own(w.sure, ({ center, offerings, certainty, ask }) => {
      if (certainty === 'unknown') return words.sure.ask(askText(words, props.state, ask ?? []));
      const texts = offerings.map(({ confirmation }) => sureText(words, confirmation, listedOn(center)));
      return [...new Set(texts)].join('; ') || words.sure.unknown;
    }),
    own(w.programs, (one) => levelWords(props, one) || words.opened.notListed),
    ...listed,
  ];
}

function body(title: string, rows: readonly Row[], columns: number): JSX.Element | null {
  if (rows.length === 0) return null;
  return h(
    'tbody',
    null,
    h('tr', { class: 'group' }, h('th', { scope: 'rowgroup', colSpan: columns + 1 }, title)),
    ...rows.map(({ title: name, cells }) =>
      h('tr', { key: name }, h('th', { scope: 'row' }, name), ...cells.map((cell) => h('td', null, cell))),
    ),
  );
}

/** A bar with the button that opens the comparison. Shown as soon as one center is chosen for it; null before. */
export function compareBar({ state, words: { compare: w }, send }: Props): JSX.Element | null {
  if (state.compared.length === 0) return null;
  return h(
    'div',
    { class: 'compare-bar' },
    h('span', null, w.bar(state.compared.length)),
    h('button', { type: 'button', class: 'link', onClick: () => send({ type: 'compare-cleared' }) }, w.clear),
    h(
      'button',
      {
        type: 'button',
        class: 'solid',
        disabled: state.compared.length < 2,
        onClick: () => send({ type: 'panel', panel: 'compare' }),
      },
      w.open(state.compared.length),
    ),
  );
}
