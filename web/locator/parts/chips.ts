import { h, type JSX } from 'preact';
import type { Words } from '../../words/en.ts';
import { capitalized, fromSlug } from '../../words/text.ts';
import { type FieldValue, type ListField, listFields } from '../read/answer.ts';
import type { Vocabulary } from '../read/vocabulary.ts';
import { radii } from '../state/pages.ts';
import { narrowingOf, type State } from '../state/state.ts';
import { filterCount } from './filters.ts';
import { icon } from './icons.ts';
import type { Props } from './props.ts';
import { valueText } from './values.ts';

/** A condition of the search as a chip, with a ✕ that removes `field`. */
export interface Chip {
  readonly field: string;
  readonly label: string;
}

/** Names of the levels, short enough for a sentence. Null if the search is for any level. */
export function levelName(words: Words, state: State): string | null {
  const levels = narrowingOf(state).level ?? [];
  const names = levels.map((level) => words.levels.short[level] ?? valueText(words, state.vocabulary, 'level', level));
  return names.length === 0 ? null : words.or(names);
}

/** The conditions of a search, one for each field. The radius is left out, because it has its own control. */
export function chipsOf(words: Words, state: State): Chip[] {
  const { within: _, ...narrowing } = narrowingOf(state);
  const chips = Object.entries(narrowing).flatMap(([field, value]) =>
    value === undefined ? [] : [{ field, label: capitalized(chipText(words, state, field, value)) }],
  );
  const place = placeText(words, state);
  return place === null ? chips : [...chips, { field: 'place', label: place }];
}

function chipText(words: Words, state: State, field: string, value: FieldValue): string {
  const { chips: w } = words;
  if (field === 'level') return levelName(words, state) ?? '';
  if (field === 'include') return w.include;
  if (field === 'housing') return value === true ? w.housing : w.noHousing;
  if (field === 'accepting') return w.accepting;
  if (field === 'confirmed') return w.confirmed;
  const values = typeof value === 'object' ? value : [String(value)];
  const known = listFields.find((one) => one === field);
  if (known !== undefined) return fieldText(words, state.vocabulary, known, values);
  const name = w.fields[field] ?? fromSlug(field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
  return w.other(name, words.or(values.map((one) => (field === 'organization' ? fromSlug(one) : one))));
}

export function fieldText(words: Words, vocabulary: Vocabulary, field: ListField, values: readonly string[]): string {
  return words.or(values.map((one) => valueText(words, vocabulary, field, one)));
}

/** What to ask a center whose listing does not say whether it matches: `IOP, Evenings`. */
export function askText(words: Words, state: State, fields: readonly string[]): string {
  const asked: Readonly<Record<string, FieldValue | undefined>> = narrowingOf(state);
  const texts = fields.map((field) => capitalized(chipText(words, state, field, asked[field] ?? [])));
  return texts.filter((text) => text !== '').join(', ');
}

/** Text for the place where the search starts. Null if it is unknown. */
function placeText(words: Words, { view }: State): string | null {
  if (view?.kind === 'answer') {
    const { kind, label } = view.found.answer.origin;
    return kind === 'cell' || kind === 'here' ? words.box.here : kind === 'viewer' ? null : label;
  }
  return null;
}

/** One row with the chips, the radius and the button for filters. */
export function chipRow(props: Props): JSX.Element {
  const { state, words, send } = props;
  const { chips: w, filters } = words;
  const { within } = narrowingOf(state);
  const isState = state.origin?.kind === 'state';
  const choices = within === undefined || radii.some((one) => one === within) ? radii : [within, ...radii];
  const count = filterCount(state);
  const items = chipsOf(words, state).map(({ field, label }) =>
    h(
      'li',
      { key: field },
      h(
        'button',
        {
          type: 'button',
          class: 'chip',
          'aria-label': w.remove(label),
          onClick: () => send({ type: 'removed', field }),
        },
        label,
        icon('close'),
      ),
    ),
  );
  return h(
    'div',
    { class: 'chip-row' },
    items.length === 0 ? null : h('ul', { class: 'chips', role: 'list', 'aria-label': w.label }, ...items),
    isState
      ? null
      : h(
          'select',
          {
            id: 'within',
            class: within === undefined ? 'chip plain wide-only' : 'chip',
            'aria-label': filters.distance,
            value: within ?? '',
            onChange: ({ currentTarget: { value } }: { readonly currentTarget: HTMLSelectElement }) =>
              send({ type: 'chosen', field: 'within', value: value === '' ? null : value }),
          },
          h('option', { value: '' }, filters.any),
          ...choices.map((one) => h('option', { value: one }, filters.within(one))),
        ),
    h(
      'button',
      {
        id: 'filters-button',
        type: 'button',
        class: 'chip plain',
        'aria-expanded': state.panel === 'filters',
        onClick: () => send({ type: 'panel', panel: state.panel === 'filters' ? null : 'filters' }),
      },
      icon('filters'),
      count === 0 ? filters.button : filters.buttonWith(count),
    ),
  );
}
