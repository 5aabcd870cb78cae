import { h, type JSX } from 'preact';
import { isOptional, type ListField, memberOf, shownFields, type YesNoField, yesNoFields } from '../../words/fields.ts';
import type { Offering } from '../read/answer.ts';
import { narrowingOf } from '../state/state.ts';
import type { Props } from './props.ts';
import { valueText } from './values.ts';

/** One row of a center's facts. */
export interface FactRow {
  readonly title: string;
  /** True if the row is left out when no program lists a value. */
  readonly optional: boolean;
  readonly values: readonly { readonly label: string; readonly asked: boolean }[];
}

/**
 * Rows about clients, payment, languages and setting. A value that several programs of a center share is shown once.
 */
export function rowsOf(
  { state, words }: Pick<Props, 'state' | 'words'>,
  offerings: readonly Offering[],
  centerState: string | null = null,
): FactRow[] {
  const { facts, yesNo } = words.opened;
  const asked = narrowingOf(state);
  const lists = shownFields.flatMap((field): FactRow[] => {
    const title = facts[field];
    if (title === null) return [];
    const wanted = asked[field] ?? [];
    const listed = [...new Set(offerings.flatMap((offering) => valuesIn(offering, field)))];
    const values = listed.map((value) => ({
      label: valueText(words, state.vocabulary, field, value, centerState),
      asked: wanted.includes(value),
    }));
    return [
      { title, optional: isOptional(field), values: values.toSorted((a, b) => Number(b.asked) - Number(a.asked)) },
    ];
  });
  return [...lists, ...yesNoFields.map((field) => yesNoRow(field, yesNo[field], offerings))];
}

function valuesIn(offering: Offering, field: ListField): readonly string[] {
  if (field === 'schedule') return offering.schedule?.tracks ?? [];
  const member = memberOf(field);
  const values = member === null ? [] : (offering[member] ?? []);
  return field === 'language' ? ['en', ...values] : values;
}

/** The row of a yes-or-no fact: yes if some program says yes, no if all say no. */
function yesNoRow(
  field: YesNoField,
  words: Props['words']['opened']['yesNo'][YesNoField],
  offerings: readonly Offering[],
) {
  const yes = offerings.some((offering) => offering[field] === true);
  const no = !yes && offerings.length > 0 && offerings.every((offering) => offering[field] === false);
  const label = yes ? words.yes : no ? words.no : null;
  return { title: words.title, optional: true, values: label === null ? [] : [{ label, asked: false }] };
}

/** The rows of a center's facts. A required row without values says "not listed", which does not mean "no". */
export function factRows(
  props: Pick<Props, 'state' | 'words'>,
  offerings: readonly Offering[],
  centerState: string | null = null,
): JSX.Element {
  const { words } = props;
  const rows = rowsOf(props, offerings, centerState).filter(({ values, optional }) => values.length > 0 || !optional);
  return h(
    'dl',
    { class: 'rows' },
    ...rows.map(({ title, values }) =>
      h(
        'div',
        { key: title },
        h('dt', null, title),
        h('dd', null, ...(values.length === 0 ? [words.opened.notListed] : values.flatMap(shown(words)))),
      ),
    ),
  );
}

function shown(words: Props['words']) {
  return ({ label, asked }: FactRow['values'][number], index: number): (JSX.Element | string)[] => [
    index === 0 ? '' : ', ',
    asked ? h('mark', null, label, h('span', { class: 'hidden' }, ` (${words.opened.asked})`)) : label,
  ];
}
