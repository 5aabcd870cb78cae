import { h, type JSX } from 'preact';
import type { ListField } from '../../words/fields.ts';
import type { Offering } from '../read/answer.ts';
import { narrowingOf } from '../state/state.ts';
import type { Props } from './props.ts';
import { valueText } from './values.ts';

/** What a listing says of a center, a row each. */
export interface FactRow {
  readonly title: string;
  readonly values: readonly { readonly label: string; readonly asked: boolean }[];
}

/** Who, pay, languages, how: what several programs of a center have in common is told once. */
export function rowsOf(
  { state, words }: Pick<Props, 'state' | 'words'>,
  offerings: readonly Offering[],
  centerState: string | null = null,
): FactRow[] {
  const { opened: w } = words;
  const asked = narrowingOf(state);
  const row = (title: string, field: ListField, listed: (offering: Offering) => readonly string[]): FactRow => {
    const wanted = asked[field] ?? [];
    const values = [...new Set(offerings.flatMap(listed))].map((value) => ({
      label: valueText(words, state.vocabulary, field, value, centerState),
      asked: wanted.includes(value),
    }));
    return { title, values: values.toSorted((a, b) => Number(b.asked) - Number(a.asked)) };
  };
  return [
    row(w.who, 'population', ({ populations }) => populations),
    row(w.pay, 'payer', ({ payers }) => payers),
    row(w.treats, 'condition', ({ conditions }) => conditions),
    row(w.languages, 'language', ({ languages }) => ['en', ...languages]),
    row(w.how, 'modality', ({ modalities }) => modalities),
    row(w.times, 'schedule', ({ schedule }) => schedule?.tracks ?? []),
    row(w.therapies, 'therapy', ({ therapies }) => therapies),
    { title: w.housing, values: housing(offerings, w) },
  ];
}

function housing(offerings: readonly Offering[], w: Props['words']['opened']): FactRow['values'] {
  const lives = offerings.some((offering) => offering.housing === true);
  const notLives = !lives && offerings.length > 0 && offerings.every((offering) => offering.housing === false);
  const label = lives ? w.lives : notLives ? w.notLives : null;
  return label === null ? [] : [{ label, asked: false }];
}

/** A row that names nothing says so: not listed is not "no". */
export function factRows(
  props: Pick<Props, 'state' | 'words'>,
  offerings: readonly Offering[],
  centerState: string | null = null,
): JSX.Element {
  const { words } = props;
  // Housing and therapies only where they are known: most programs have neither to tell.
  const optional = new Set([words.opened.housing, words.opened.therapies]);
  const rows = rowsOf(props, offerings, centerState).filter(
    ({ title, values }) => values.length > 0 || !optional.has(title),
  );
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
