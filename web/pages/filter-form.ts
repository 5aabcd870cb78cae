import { h, type JSX } from 'preact';
import { icon } from '../locator/parts/icons.ts';
import { valueText } from '../locator/parts/values.ts';
import { type ListField, listFields } from '../locator/read/answer.ts';
import { radii } from '../locator/state/pages.ts';
import { narrowingOf, type State } from '../locator/state/state.ts';
import type { Words } from '../words/en.ts';
import { shownFields } from '../words/fields.ts';
import type { PagesWords } from '../words/pages/en.ts';
import { folderOf } from './frame.ts';
import { hiddenFields, searchBox } from './search-form.ts';

/** For each field, the number of centers with each value. Values that no center has are not offered. */
type Offerable = Readonly<Partial<Record<ListField, Readonly<Record<string, number>>>>>;

interface FilterFormProps {
  readonly words: Words;
  readonly pages: PagesWords;
  readonly state: State;
  /** Text for the search box: the place that was understood. */
  readonly text: string;
  readonly offerable: Offerable;
  /** Fields of the search that the form has no control for, as pairs of field and value. */
  readonly others: readonly (readonly [string, string])[];
}

/** Fields with their own control in the form. */
export const controlled: ReadonlySet<string> = new Set<string>([
  ...listFields,
  'within',
  'confirmed',
  'accepting',
  'include',
]);

/** The search form: the box with all filters. */
export function filterForm({ words, pages, state, text, offerable, others }: FilterFormProps): JSX.Element {
  const { filters, levels } = words;
  const narrowing = narrowingOf(state);
  const { within } = narrowing;
  const distances = within === undefined || radii.some((one) => one === within) ? radii : [within, ...radii];
  const [level, ...more] = narrowing.level ?? [];
  return h(
    'form',
    { class: 'page-search filter-form', method: 'post', action: `${folderOf(words)}/search`, autocomplete: 'off' },
    ...hiddenFields(others),
    ...hiddenFields(more.map((one) => ['level', one] as const)),
    ...searchBox({ words, text }),
    h(
      'div',
      { class: 'selects' },
      select('level', levels.title, level ?? '', [
        ['', levels.any],
        ...Object.entries(levels.names).filter(([code]) => (offerable.level?.[code] ?? 0) > 0),
      ]),
      select('within', filters.distance, within ?? '', [
        ['', filters.any],
        ...distances.map((one) => [one, filters.within(one)] as const),
      ]),
    ),
    h(
      'details',
      null,
      h('summary', { class: 'quiet' }, icon('filters'), pages.search.filters),
      h('p', { class: 'hint' }, filters.rule, ' ', filters.counted),
      h(
        'div',
        { class: 'groups' },
        ...shownFields
          .filter((field) => field !== 'level')
          .map((field) => group(words, state, field, offerable[field] ?? {})),
        h(
          'fieldset',
          null,
          h('legend', null, filters.sure),
          tick('confirmed', 'true', filters.confirmed, narrowing.confirmed !== undefined),
          tick('accepting', 'true', filters.accepting, narrowing.accepting !== undefined),
          tick('include', 'unknown', filters.include, narrowing.include !== undefined),
        ),
      ),
      h('button', { type: 'submit', class: 'solid' }, pages.search.apply),
    ),
  );
}

function select(
  name: string,
  label: string,
  chosen: string,
  options: readonly (readonly [string, string])[],
): JSX.Element {
  return h(
    'label',
    null,
    h('span', null, label),
    h(
      'select',
      { name, class: 'chip plain' },
      ...options.map(([value, text]) => h('option', { key: value, value, selected: value === chosen }, text)),
    ),
  );
}

function group(words: Words, state: State, field: ListField, values: Readonly<Record<string, number>>): JSX.Element {
  const chosen = narrowingOf(state)[field] ?? [];
  const terms = Object.entries(values)
    .filter(([value, count]) => count > 0 || chosen.includes(value))
    .toSorted(([, a], [, b]) => b - a);
  return h(
    'fieldset',
    { key: field },
    h('legend', null, words.filters.groups[field]),
    terms.length === 0 ? h('p', { class: 'hint' }, words.filters.nobody) : null,
    ...terms.map(([value, count]) =>
      tick(field, value, valueText(words, null, field, value), chosen.includes(value), count),
    ),
  );
}

function tick(name: string, value: string, label: string, checked: boolean, count?: number): JSX.Element {
  return h(
    'label',
    { key: value, class: 'tick' },
    h('input', { type: 'checkbox', name, value, checked }),
    h('span', null, label),
    count === undefined ? null : h('span', { class: 'count' }, count.toLocaleString('en-US')),
  );
}
