import { h, type JSX } from 'preact';
import { type ListField, listFields, shownFields, yesNoFields } from '../../words/fields.ts';
import type { FieldValue } from '../read/answer.ts';
import type { Term } from '../read/vocabulary.ts';
import { radii } from '../state/pages.ts';
import { narrowingOf, type State } from '../state/state.ts';
import { icon } from './icons.ts';
import type { Props } from './props.ts';
import { Sheet } from './sheet.ts';
import { valueText } from './values.ts';

/** Number of values that are visible before a tap on "All". */
const inSight = 6;

/** Number of chosen filters. Level and radius do not count, because they have their own chips. */
export function filterCount(state: State): number {
  const narrowing = narrowingOf(state);
  const lists = listFields.filter((field) => field !== 'level' && (narrowing[field] ?? []).length > 0).length;
  return (
    lists +
    (['confirmed', 'accepting', ...yesNoFields] as const).filter((field) => narrowing[field] !== undefined).length
  );
}

/**
 * The filters. Each value has the taxonomy's count, labeled as a count over all listings; values that no center has are
 * left out. Every change searches again, so the list always matches the filters.
 */
export function filterSheet(props: Props & { readonly modal: boolean }): JSX.Element {
  const { state, words, send, modal } = props;
  const { filters: w } = words;
  const close = () => send({ type: 'panel', panel: null });
  const found = state.view?.kind === 'answer' ? state.view.found : null;
  const show = state.act.kind === 'search' || found === null ? w.done : w.show(found.results.length, found.more);
  const head =
    filterCount(state) === 0
      ? null
      : h('button', { type: 'button', class: 'link', onClick: () => send({ type: 'cleared' }) }, w.clear);
  const foot = [
    h('p', { class: 'hint' }, w.rule, ' ', w.counted),
    h('button', { type: 'button', class: 'solid', onClick: close }, show),
  ];
  return h(
    Sheet,
    { id: 'filters', title: w.title, close: w.close, modal, onClose: close, head, foot },
    h(
      'div',
      { class: 'groups' },
      distanceGroup(props),
      ...shownFields.map((field) => group(field, props)),
      sureGroup(props),
    ),
  );
}

function group(field: ListField, props: Props): JSX.Element | null {
  const { state, words } = props;
  const terms = state.vocabulary.offerable(field);
  const title = words.filters.groups[field];
  const known = state.vocabulary.knows(field);
  if (terms.length === 0)
    return known
      ? h('fieldset', { key: field }, h('legend', null, title), h('p', { class: 'hint' }, words.filters.nobody))
      : null;
  const chosen = narrowingOf(state)[field] ?? [];
  const few = terms.length <= inSight + 2;
  // The most common values and all chosen ones are always visible; the others are behind "All".
  const common = new Set(
    terms
      .toSorted((a, b) => b.centers - a.centers)
      .slice(0, few ? terms.length : inSight)
      .map(({ value }) => value),
  );
  const first = terms.filter(({ value }) => common.has(value) || chosen.includes(value));
  const rest = terms.filter((term) => !first.includes(term));
  return h(
    'fieldset',
    { key: field },
    h('legend', null, title),
    ...first.map((term) => tick(field, term, chosen, props)),
    rest.length === 0
      ? null
      : h(
          'details',
          null,
          h('summary', null, words.filters.all(terms.length), icon('down')),
          ...rest.map((term) => tick(field, term, chosen, props)),
        ),
  );
}

function tick(field: ListField, { value, centers }: Term, chosen: readonly string[], props: Props): JSX.Element {
  const { state, words, send } = props;
  const checked = chosen.includes(value);
  const next = checked ? chosen.filter((one) => one !== value) : [...chosen, value];
  return h(
    'label',
    { key: value, class: 'tick' },
    h('input', {
      type: 'checkbox',
      name: field,
      value,
      checked,
      onChange: () => send({ type: 'chosen', field, value: next }),
    }),
    h('span', null, valueText(words, state.vocabulary, field, value, stateOf(state))),
    h('span', { class: 'count' }, centers.toLocaleString('en-US')),
  );
}

/**
 * The listed state where the search starts, which decides the names of its insurance plans. Null if the search starts
 * elsewhere.
 */
function stateOf({ view }: State): string | null {
  const origin = view?.kind === 'answer' ? view.found.answer.coverage?.origin : undefined;
  return origin?.listed === true ? origin.state : null;
}

/** The choice of a radius. Null for a search of a whole state, which has no point to measure from. */
function distanceGroup({ state, words: { filters: w }, send }: Props): JSX.Element | null {
  if (state.origin?.kind === 'state') return null;
  const { within = '' } = narrowingOf(state);
  const choices = ['', ...radii, ...(within === '' || radii.some((one) => one === within) ? [] : [within])];
  return h(
    'fieldset',
    { class: 'narrow-only' },
    h('legend', null, w.distance),
    ...choices.map((value) =>
      h(
        'label',
        { key: value, class: 'tick' },
        h('input', {
          type: 'radio',
          name: 'within',
          value,
          checked: within === value,
          onChange: () => send({ type: 'chosen', field: 'within', value: value === '' ? null : value }),
        }),
        h('span', null, value === '' ? w.any : w.within(value)),
      ),
    ),
  );
}

function sureGroup({ state, words, send }: Props): JSX.Element {
  const { filters: w } = words;
  const narrowing = narrowingOf(state);
  const flag = (field: 'confirmed' | 'accepting' | 'include', label: string, on: FieldValue = true) =>
    h(
      'label',
      { class: 'tick' },
      h('input', {
        type: 'checkbox',
        name: field,
        checked: narrowing[field] !== undefined,
        onChange: ({ currentTarget }) => send({ type: 'chosen', field, value: currentTarget.checked ? on : null }),
      }),
      h('span', null, label),
    );
  return h(
    'fieldset',
    null,
    h('legend', null, w.sure),
    flag('confirmed', w.confirmed),
    flag('accepting', w.accepting),
    flag('include', w.include, 'unknown'),
  );
}
